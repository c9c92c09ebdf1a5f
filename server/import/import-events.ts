import type { EventsImported } from "../contract/event.ts";
import type { Titles } from "../contract/titles.ts";
import type { ProblemError } from "../contract/problem.ts";
import { type BeforeCommit, type Pool, writing } from "../sql/database.ts";
import { type EventRow, selectEventsOn } from "../sql/select-events.ts";
import { insertEvents, lockEvents, type NewEvent, updateEvents } from "../sql/write-events.ts";
import { gainOf, type GatheredEvent, gatherEvents, occasionOf } from "./gather-events.ts";
import { readEvents, rejection } from "./read-events.ts";
import { unpacking } from "./unpack.ts";

/**
 * Brings in a CSV file of events, all or none. An event that is there already is left as it is, or gains the languages
 * that it lacked. Throws a KursError: "unreadable-file", or "rejected-rows" with every bad line.
 */
export async function importEvents(
  pool: Pool,
  path: string,
  by: string,
  beforeCommit?: BeforeCommit,
): Promise<EventsImported> {
  const { events, errors } = gatherEvents(await unpacking(path, readEvents));
  if (errors.length > 0) throw rejection(errors);
  return writing(pool, async (db) => {
    await lockEvents(db);
    const stored = await selectEventsOn(db, [...new Set(events.map(({ start }) => start))]);
    const { added, translated, faults } = compare(events, stored);
    if (faults.length > 0) throw rejection(faults);
    await insertEvents(db, added, by);
    await updateEvents(db, translated, by);
    await beforeCommit?.(db);
    return {
      added: added.length,
      translated: translated.length,
      unchanged: events.length - added.length - translated.length,
    };
  });
}

interface Difference {
  added: NewEvent[];
  translated: EventRow[];
  faults: ProblemError[];
}

function compare(events: readonly GatheredEvent[], stored: readonly EventRow[]): Difference {
  const difference: Difference = { added: [], translated: [], faults: [] };
  const byOccasion = new Map<string, EventRow[]>();
  for (const row of stored) {
    const occasion = occasionOf(row);
    byOccasion.set(occasion, [...(byOccasion.get(occasion) ?? []), row]);
  }
  for (const event of events) {
    const known = byOccasion.get(occasionOf(event)) ?? [];
    if (known.some((row) => gainOf(row, event) === "none")) continue;
    const open = known.filter((row) => gainOf(row, event) === "texts");
    if (open.length > 1) difference.faults.push(whichOne(event));
    else if (open[0]) {
      // No other event of the file is this one, too.
      known.splice(known.indexOf(open[0]), 1);
      difference.translated.push(withTexts(open[0], event));
    } else if (isWhole(event)) difference.added.push(event);
    else difference.faults.push({ line: event.line, message: "the event has no English text" });
  }
  return difference;
}

function whichOne({ line }: GatheredEvent): ProblemError {
  const message =
    "several events that are there have these days, kind, countries and source; add the line of the English text";
  return { line, message };
}

function withTexts(row: EventRow, { title, text }: GatheredEvent): EventRow {
  return { ...row, title: { ...row.title, ...title }, text: { ...row.text, ...text } };
}

function isWhole<E extends GatheredEvent>(event: E): event is E & { title: Titles; text: Titles } {
  return event.title.en !== undefined && event.text.en !== undefined;
}
