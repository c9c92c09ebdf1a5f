import type { Event } from "../contract/event.ts";
import type { Titles } from "../contract/language.ts";
import type { Reader } from "./database.ts";

/** An event with its texts in every language it has. */
export interface EventRow {
  id: number;
  start: string;
  end: string | null;
  countries: string[];
  kind: Event["kind"];
  title: Titles;
  text: Titles;
  sourceName: string;
  sourceUrl: string | null;
}

/** What to list: an event is in a range when a day of it is. `after` is the event to go on after. */
export interface EventFilter {
  country: string | null;
  kind: string | null;
  start: string | null;
  end: string | null;
  after: readonly [start: string, id: number] | null;
  limit: number;
}

const where = `
where ($1::text is null or $1 = any(countries))
  and ($2::text is null or kind = $2)
  and ($3::date is null or coalesce(ends_on, starts_on) >= $3)
  and ($4::date is null or starts_on <= $4)`;

const listText = `
select
  event_id as id, starts_on as start, ends_on as "end", countries, kind, title, text,
  source_name as "sourceName", source_url as "sourceUrl"
from event
${where}
  and ($5::date is null or (starts_on, event_id) < ($5, $6::integer))
order by starts_on desc, event_id desc
limit $7`;

/** Events, newest first. */
export async function selectEvents(
  db: Reader,
  { country, kind, start, end, after, limit }: EventFilter,
): Promise<EventRow[]> {
  const values = [country, kind, start, end, after?.[0] ?? null, after?.[1] ?? null, limit];
  const { rows } = await db.query<EventRow>(listText, values);
  return rows;
}

/** How many events match, on whatever page they are. */
export async function countEvents(
  db: Reader,
  { country, kind, start, end }: EventFilter,
): Promise<number> {
  const { rows } = await db.query<{ total: number }>(
    `select count(*) as total from event ${where}`,
    [country, kind, start, end],
  );
  return rows[0]?.total ?? 0;
}
