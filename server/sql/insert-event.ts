import type { EventRow } from "./select-events.ts";
import type { Writer } from "./database.ts";

const text = `
insert into event (starts_on, ends_on, countries, kind, title, text, source_name, source_url)
values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** Records an event. */
export async function insertEvent(db: Writer, event: Omit<EventRow, "id">): Promise<void> {
  const { start, end, countries, kind, title, text: body, sourceName, sourceUrl } = event;
  await db.query(text, [start, end, countries, kind, title, body, sourceName, sourceUrl]);
}
