import type { Event } from "../contract/event.ts";
import type { Titles } from "../contract/titles.ts";
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
  /** Every word of it must stand somewhere in title or text. */
  search: string | null;
  after: readonly [start: string, id: number] | null;
  limit: number;
}

const columns = `
  event_id as id, starts_on as start, ends_on as "end", countries, kind, title, text,
  source_name as "sourceName", source_url as "sourceUrl"`;

const asked = `
with asked as materialized (
  select array_agg('%' || word || '%') as words
  from string_to_table(fold_text($5), ' ') as word
  where word <> ''
)`;

const where = `
where ($1::text is null or $1 = any(countries))
  and ($2::text is null or kind = $2)
  and ($3::date is null or coalesce(ends_on, starts_on) >= $3)
  and ($4::date is null or starts_on <= $4)
  and ($5::text is null or search_text like all ((select words from asked)::text[]))`;

const listText = `
${asked}
select ${columns}
from event
${where}
  and ($6::date is null or (starts_on, event_id) < ($6, $7::integer))
order by starts_on desc, event_id desc
limit $8`;

/** Events, newest first. */
export async function selectEvents(
  db: Reader,
  { country, kind, start, end, search, after, limit }: EventFilter,
): Promise<EventRow[]> {
  const [afterStart = null, afterId = null] = after ?? [];
  const values = [country, kind, start, end, search, afterStart, afterId, limit];
  const { rows } = await db.query<EventRow>(listText, values);
  return rows;
}

/** How many events match, on whatever page they are. */
export async function countEvents(
  db: Reader,
  { country, kind, start, end, search }: EventFilter,
): Promise<number> {
  const { rows } = await db.query<{ total: number }>(
    `${asked} select count(*) as total from event ${where}`,
    [country, kind, start, end, search],
  );
  return rows[0]?.total ?? 0;
}

/** The event of a number; undefined when there is none. */
export async function selectEvent(db: Reader, id: number): Promise<EventRow | undefined> {
  const text = `select ${columns} from event where event_id = $1`;
  const { rows } = await db.query<EventRow>(text, [id]);
  return rows[0];
}

/** The events that begin on one of these days, in the order in which they were written. */
export async function selectEventsOn(db: Reader, days: readonly string[]): Promise<EventRow[]> {
  const text = `select ${columns} from event where starts_on = any($1::date[]) order by event_id`;
  const { rows } = await db.query<EventRow>(text, [days]);
  return rows;
}
