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

/**
 * The series whose rates are judged. Where one is `alone`, its rates will stand beside each other as in the file: none is
 * stored yet, and the file leaves none out. So it is with a first load, whose moves are then known without another sort.
 */
const touchText = `
create temporary table touched on commit drop as
select
  series_id, dataset_code || '/' || series_key as series,
  coalesce(codes[2], '') as base, coalesce(codes[3], '') as quote,
  source.kind = 'official' as official, first_period, last_period,
  unbroken and not exists (
    select from observation as stored
    where stored.series_id = changed_series.series_id and superseded_by is null
  ) as alone,
  case
    when source.kind = 'official' and exists (
      select from regime
      where kind = 'peg' and array[currency, anchor] <@ codes[2:3]
    ) then $2::numeric
    else $1::numeric
  end as least_move
from changed_series
join series using (series_id)
join source using (source_code)
where series.kind = 'rate' and series.frequency = 'D'`;

/** Of the series that are alone, the rates on both sides of a move, to be judged, and two more on either side of those. */
const nearText = `
create temporary table near on commit drop as
with moving as materialized (
  select series_id, place
  from difference
  join touched using (series_id)
  where alone and abs(value - former) > least(value, former) * least_move
)
select series_id, place + away as place, bool_or(away in (-1, 0)) as judged
from moving
cross join generate_series(-3, 2) as away
group by series_id, place + away`;

/** Without it the planner takes the tables for some of a few rows, and reads them once for each of a million. */
const analyzeTouchedText = "analyze touched";
const analyzeNearText = "analyze near";

/**
 * Of the stored rates only those that lie within the span of a series' changes, and two on either side, are read. What
 * is not judged only stands beside what is.
 */
const moveText = `
create temporary table moved on commit drop as
with merged as (
  select series_id, period, line, value, true as judged
  from difference
  join touched using (series_id)
  where not alone and value is not null
  union all
  select series_id, period, line, value, judged
  from difference
  join near using (series_id, place)
  union all
  select touched.series_id, stored.period, null, stored.value, false
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
  where not alone and not exists (
    select from difference as changed
    where changed.supersedes and changed.series_id = touched.series_id and changed.period = stored.period
  )
),
placed as (
  select
    series_id, period, line, value, judged,
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
where judged
  and (
    abs(value - coalesce(before, next)) > coalesce(before, next) * least_move
    or before_line is not null and next_line is null and abs(value - next) > next * least_move
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
 * The daily rates in the temporary table `difference` (summed up in `changed_series`) that move by more than the least
 * move against the rate before them, or the next where there is none before; the last of a run of changed rates also
 * against a stored one that follows.
 * In batches, in order of series and period. Rates beside each other are so after the import: from the file where it has
 * one, else as stored.
 */
export async function* selectNeighbours(
  db: Reader,
  { any, pegged }: LeastMoves,
): AsyncGenerator<NeighbourRow[]> {
  await db.query(touchText, [any, pegged]);
  await db.query(analyzeTouchedText);
  await db.query(nearText);
  await db.query(analyzeNearText);
  await db.query(moveText);
  await db.query(declareText);
  for (;;) {
    const { rows } = await db.query<NeighbourRow>(fetchText);
    if (rows.length === 0) break;
    yield rows;
  }
  await db.query("close neighbour");
}
