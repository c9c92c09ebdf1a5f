import type { Reader } from "./database.ts";

/** A daily rate as it will be after an import; decimal text. */
export interface NearRow {
  series: string;
  base: string;
  quote: string;
  /** Whether the source is official and a peg between the two currencies is in force. */
  officialPeg: boolean;
  period: string;
  /** Null where it is stored already and the file does not change it. */
  line: number | null;
  value: string;
  /** Whether it is one that the import brings and that moves; else it is only near one that does. */
  moves: boolean;
}

/** The least moves, as shares, of the rates that are wanted, and how many on either side of each are wanted besides. */
export interface Wanted {
  any: number;
  /** Of a series that has an official peg at some time. */
  pegged: number;
  reach: number;
}

/**
 * The series whose rates are judged. Where one is `alone`, its rates will stand beside each other as in the file: none
 * is stored yet, and the file leaves none out. So it is with a first load, whose moves are then known without another
 * sort.
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

/** Of the series that are alone, the rates that move, and those near them. */
const nearText = `
create temporary table near on commit drop as
with moving as materialized (
  select series_id, place
  from difference
  join touched using (series_id)
  where alone and abs(value - former) > least(value, former) * least_move
)
select series_id, place + away as place, bool_or(away = 0) as judged
from moving
cross join generate_series(-$1::int, $1::int) as away
group by series_id, place + away`;

/** Without it the planner takes the tables for some of a few rows, and reads them once for each of a million. */
const analyzeTouchedText = "analyze touched";
const analyzeNearText = "analyze near";

/**
 * Of the stored rates only those that lie within the span of a series' changes, and some on either side, are read. What
 * is not judged only stands near what is.
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
      limit $1::int
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
      limit $1::int
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
    lag(value) over beside as before,
    lag(line) over beside as before_line,
    lead(value) over beside as next,
    lead(line) over beside as next_line
  from merged
  window beside as (partition by series_id order by period)
),
moving as (
  select
    series_id, period, line, value,
    judged and (
      coalesce(abs(value - before) > before * least_move, false)
      or next_line is null and (before is null or before_line is not null)
        and coalesce(abs(value - next) > next * least_move, false)
    ) as moves
  from placed
  join touched using (series_id)
),
seen as (
  select
    moving.*,
    bool_or(moves) over (
      partition by series_id order by period rows between $1::int preceding and $1::int following
    ) as is_near
  from moving
)
select series_id, period, line, value, moves
from seen
where is_near`;

const declareText = `
declare neighbour no scroll cursor for
select
  series, base, quote,
  official and exists (
    select from regime
    where kind = 'peg' and array[currency, anchor] <@ array[base, quote]
      and valid_from <= period and (valid_to is null or valid_to >= period)
  ) as "officialPeg",
  period, line, value, moves
from moved
join touched using (series_id)
order by series_id, period`;

const fetchText = "fetch 10000 from neighbour";

/**
 * The daily rates in the temporary table `difference` (summed up in `changed_series`) that move by more than the least
 * move against the rate before them, or, at the end of a run of changed rates, against a stored one that follows; and
 * the rates near them, as many as `reach` on either side, as far as the series goes. In batches, in order of series and
 * period. Rates beside each other are so after the import: from the file where it has one, else as stored.
 */
export async function* selectNeighbours(
  db: Reader,
  { any, pegged, reach }: Wanted,
): AsyncGenerator<NearRow[]> {
  await db.query(touchText, [any, pegged]);
  await db.query(analyzeTouchedText);
  await db.query(nearText, [reach]);
  await db.query(analyzeNearText);
  await db.query(moveText, [reach]);
  await db.query(declareText);
  for (;;) {
    const { rows } = await db.query<NearRow>(fetchText);
    if (rows.length === 0) break;
    yield rows;
  }
  await db.query("close neighbour");
}
