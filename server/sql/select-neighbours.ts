import type { Reader } from "./database.ts";

/** A daily rate that an import would add or revise, between the rates beside it in the state after the import; decimal text. */
export interface NeighbourRow {
  series: string;
  base: string;
  quote: string;
  /** Whether the source is official and a peg between the two currencies is in force. */
  officialPeg: boolean;
  period: string;
  line: number;
  value: string;
  /** The rate two periods before; null where there is none. */
  earlier: string | null;
  before: string | null;
  /** The line of the rate before; null where that is stored already, or not there. */
  beforeLine: number | null;
  next: string | null;
  /** The line of the next rate; null where that is stored already, or not there. */
  nextLine: number | null;
  afterNext: string | null;
}

/** The least moves, as shares, of the rates that are wanted. */
export interface LeastMoves {
  any: number;
  /** Of a series that has an official peg at some time. */
  pegged: number;
}

const touchText = `
create temporary table touched on commit drop as
select
  series_id, dataset_code || '/' || series_key as series,
  coalesce(codes[2], '') as base, coalesce(codes[3], '') as quote,
  source.kind = 'official' as official, first_period, last_period,
  case
    when source.kind = 'official' and exists (
      select from regime
      where kind = 'peg' and array[currency, anchor] <@ codes[2:3]
    ) then $2::numeric
    else $1::numeric
  end as least
from (
  select series_id, min(period) as first_period, max(period) as last_period
  from difference
  group by series_id
) as span
join series using (series_id)
join source using (source_code)
where series.kind = 'rate' and series.frequency = 'D'`;

/** Without it the planner takes the table for one of a few rows, and reads it once for each of a million. */
const analyzeText = "analyze touched";

/** Of the stored rates only those that lie within the span of a series' changes, and two on either side, are read. */
const moveText = `
create temporary table moved on commit drop as
with merged as (
  select series_id, period, line, value
  from difference
  join touched using (series_id)
  where value is not null
  union all
  select touched.series_id, stored.period, null, stored.value
  from touched
  cross join lateral (
    (
      select period, value
      from observation
      where series_id = touched.series_id and superseded_by is null and value is not null
        and period < first_period
      order by period desc
      limit 2
    )
    union all
    select period, value
    from observation
    where series_id = touched.series_id and superseded_by is null and value is not null
      and period between first_period and last_period
    union all
    (
      select period, value
      from observation
      where series_id = touched.series_id and superseded_by is null and value is not null
        and period > last_period
      order by period
      limit 2
    )
  ) as stored
  where not exists (
    select from difference as changed
    where changed.supersedes and changed.series_id = touched.series_id and changed.period = stored.period
  )
),
placed as (
  select
    series_id, period, line, value,
    lag(value, 2) over beside as earlier,
    lag(value) over beside as before,
    lag(line) over beside as before_line,
    lead(value) over beside as next,
    lead(line) over beside as next_line,
    lead(value, 2) over beside as after_next
  from merged
  window beside as (partition by series_id order by period)
)
select placed.*
from placed
join touched using (series_id)
where line is not null
  and (
    abs(value - coalesce(before, next)) > coalesce(before, next) * least
    or before_line is not null and next_line is null and abs(value - next) > next * least
  )`;

const declareText = `
declare neighbour no scroll cursor for
select
  series, base, quote,
  official and exists (
    select from regime
    where kind = 'peg' and array[currency, anchor] <@ array[base, quote]
      and valid_from <= period and (valid_to is null or valid_to >= period)
  ) as "officialPeg",
  period, line, value, earlier, before, before_line as "beforeLine",
  next, next_line as "nextLine", after_next as "afterNext"
from moved
join touched using (series_id)
order by series_id, period`;

const fetchText = "fetch 10000 from neighbour";

/**
 * The daily rates in the temporary table `difference` that move by more than the least move against the rate before them,
 * or the next where there is none before; the last of a run of changed rates also against a stored one that follows.
 * In batches, in order of series and period. Rates beside each other are so after the import: from the file where it has
 * one, else as stored.
 */
export async function* selectNeighbours(
  db: Reader,
  { any, pegged }: LeastMoves,
): AsyncGenerator<NeighbourRow[]> {
  await db.query(touchText, [any, pegged]);
  await db.query(analyzeText);
  await db.query(moveText);
  await db.query(declareText);
  for (;;) {
    const { rows } = await db.query<NeighbourRow>(fetchText);
    if (rows.length === 0) break;
    yield rows;
  }
  await db.query("close neighbour");
}
