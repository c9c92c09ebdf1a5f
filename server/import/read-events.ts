import { z } from "zod";
import { EventKind } from "../contract/event.ts";
import { readRecords } from "../csv/read-records.ts";
import { KursError } from "../domain/kurs-error.ts";
import type { EventRow } from "../sql/select-events.ts";

const optional = z.string().transform((text) => (text === "" ? null : text));

/** A line of an event file: the columns of `fixtures/events.csv`. */
const EventLine = z.strictObject({
  start: z.iso.date(),
  end: optional.pipe(z.iso.date().nullable()),
  countries: z.string().transform((text) => text.split(" ").filter(Boolean)),
  kind: EventKind,
  title: z.string().min(1),
  text: z.string().min(1),
  source_name: z.string().min(1),
  source_url: optional.pipe(z.url().nullable()),
});

/** Reads a CSV file of events, texts in English. Throws "rejected-rows" with every bad line. */
export async function readEvents(path: string): Promise<Omit<EventRow, "id">[]> {
  const events: Omit<EventRow, "id">[] = [];
  const errors: { line: number; message: string }[] = [];
  let header: string[] | undefined;
  for await (const batch of readRecords(path, { encoding: "utf-8", delimiter: ",", skipRows: 0 })) {
    for (const { line, cells, fault } of batch) {
      if (cells.every((cell) => cell.trim() === "")) continue;
      if (fault === "quote-damage") {
        errors.push({ line, message: "the quotes of this line are damaged" });
        continue;
      }
      if (!header) {
        header = cells;
        continue;
      }
      const parsed = EventLine.safeParse(
        Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""])),
      );
      if (parsed.success) events.push(toRow(parsed.data));
      else
        errors.push(
          ...parsed.error.issues.map(({ path: at, message }) => ({
            line,
            message: `${at.join(".")}: ${message}`,
          })),
        );
    }
  }
  if (errors.length > 0)
    throw new KursError("rejected-rows", "Some events cannot be read, so none was stored.", {
      errors,
    });
  return events;
}

function toRow({
  source_name: sourceName,
  source_url: sourceUrl,
  title,
  text,
  ...event
}: z.output<typeof EventLine>) {
  return { ...event, title: { en: title }, text: { en: text }, sourceName, sourceUrl };
}
