import { open } from "node:fs/promises";
import type { ProblemError } from "../contract/problem.ts";
import { fileKind } from "../csv/file-kind.ts";
import type { CsvRecord } from "../csv/parse-block.ts";
import { readRecords } from "../csv/read-records.ts";
import { KursError } from "../domain/kurs-error.ts";
import { eventColumns, EventLine } from "./event-line.ts";

/** An event's text in one language, and the line on which it stands. */
export interface ReadLine extends EventLine {
  line: number;
}

/**
 * Reads a file of events, UTF-8 with commas, columns in any order. Throws a KursError: "unreadable-file" for what is no
 * such file, "rejected-rows" with every bad line.
 */
export async function readEvents(path: string): Promise<ReadLine[]> {
  await refuseOtherKinds(path);
  const lines: ReadLine[] = [];
  const errors: ProblemError[] = [];
  let header: string[] | undefined;
  for await (const batch of readRecords(path, { encoding: "utf-8", delimiter: ",", skipRows: 0 })) {
    for (const record of batch) {
      if (record.cells.every((cell) => cell.trim() === "")) continue;
      const read = header ? readLine(header, record) : undefined;
      header ??= readHeader(record);
      if (read && "start" in read) lines.push(read);
      else if (read) errors.push(...read.errors);
    }
  }
  if (!header) throw new KursError("unreadable-file", "The file has no lines.");
  if (errors.length > 0) throw rejection(errors);
  return lines;
}

/** As many faults as an answer shows. */
const mostShown = 1_000;

/** The refusal of a file for these of its lines; it counts all and shows the first thousand. */
export function rejection(errors: ProblemError[]): KursError {
  const faults = errors.length === 1 ? "1 fault" : `${errors.length} faults`;
  const first = errors[0] ? ` Line ${errors[0].line ?? 1}: ${errors[0].message}.` : "";
  return new KursError("rejected-rows", `The file has ${faults}, so nothing was stored.${first}`, {
    errors: errors.slice(0, mostShown),
  });
}

async function refuseOtherKinds(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const kind = fileKind(buffer.subarray(0, bytesRead));
    if (kind) {
      const detail = `This is ${kind.what}; events come as CSV with the columns ${eventColumns.join(",")}.`;
      throw new KursError("unreadable-file", detail);
    }
  } finally {
    await file.close();
  }
}

function readHeader({ line, cells }: CsvRecord): string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = eventColumns.filter((name) => name !== "lang" && !names.includes(name));
  const foreign = names.filter((name) => !eventColumns.some((column) => column === name));
  const errors = [
    ...missing.map((name) => `the column ${name} is missing`),
    ...foreign.map((name) => `there is no column ${name || "without a name"}`),
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${name} is there twice`),
  ];
  if (errors.length === 0) return names;
  throw rejection(errors.map((message) => ({ line, message })));
}

function readLine(
  header: readonly string[],
  { line, cells, fault }: CsvRecord,
): ReadLine | { errors: ProblemError[] } {
  const refuse = (...messages: string[]) => ({
    errors: messages.map((message) => ({ line, message })),
  });
  if (fault === "quote-damage") return refuse("the quotes of this line are damaged");
  if (cells.some((cell) => cell.includes("\uFFFD")))
    return refuse("letters are lost: the file is not UTF-8");
  if (cells.length !== header.length)
    return refuse(`the line has ${cells.length} cells, the header ${header.length}`);
  const parsed = EventLine.safeParse(
    Object.fromEntries(header.map((name, i) => [name, cells[i]?.trim()])),
  );
  if (parsed.success) return { ...parsed.data, line };
  return refuse(
    ...parsed.error.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`),
  );
}
