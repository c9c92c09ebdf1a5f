import type { Writer } from "./database.ts";
import type { EventRow } from "./select-events.ts";

/** An event before the database gives it a number. */
export type NewEvent = Omit<EventRow, "id">;

const insertText = `
insert into event (starts_on, ends_on, countries, kind, title, text, source_name, source_url, written_by)
select start, "end", countries, kind, title, text, "sourceName", "sourceUrl", $2
from jsonb_to_recordset($1::jsonb) as incoming (
  start date, "end" date, countries text[], kind text, title jsonb, text jsonb, "sourceName" text, "sourceUrl" text
)
returning event_id as id`;

/** Records events as written by somebody, and returns their numbers in the same order. */
export async function insertEvents(
  db: Writer,
  events: readonly NewEvent[],
  by: string,
): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(insertText, [JSON.stringify(events), by]);
  return rows.map(({ id }) => id);
}

const updateText = `
update event
set
  starts_on = start, ends_on = "end", countries = incoming.countries, kind = incoming.kind,
  title = incoming.title, text = incoming.text, source_name = "sourceName", source_url = "sourceUrl",
  written_by = $2
from jsonb_to_recordset($1::jsonb) as incoming (
  id integer, start date, "end" date, countries text[], kind text, title jsonb, text jsonb,
  "sourceName" text, "sourceUrl" text
)
where event.event_id = incoming.id`;

/** Writes events anew. Returns how many of them there are. */
export async function updateEvents(
  db: Writer,
  events: readonly EventRow[],
  by: string,
): Promise<number> {
  const { rowCount } = await db.query(updateText, [JSON.stringify(events), by]);
  return rowCount ?? 0;
}

/** Removes an event. */
export async function deleteEvent(db: Writer, id: number): Promise<void> {
  await db.query("delete from event where event_id = $1", [id]);
}

/** Lets nobody else write events until the transaction ends; reading goes on. */
export async function lockEvents(db: Writer): Promise<void> {
  await db.query("lock table event in share row exclusive mode");
}
