import type { Status } from "../contract/observation.ts";
import type { Frequency } from "../contract/period.ts";
import type { Reader } from "./database.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/** A published series of a pair of currencies, with what its source's place in the ranks is. */
export interface PairRow {
  seriesId: number;
  series: string;
  frequency: Frequency;
  base: string;
  quote: string;
  source: string;
  rank: number;
  pivot: string | null;
}

const pairsText = `
select
  series_id as "seriesId", dataset_code || '/' || series_key as series, frequency,
  codes[2] as base, codes[3] as quote, source_code as source, source.rank, source.pivot
from series
join source using (source_code)
where dataset_code = 'FX'
  and (codes[2] = any($1::text[]) or codes[3] = any($1::text[]))
  and ($2::text is null or source_code = $2)
order by source.rank, series_id`;

/** Every published pair that has one of these currencies on either side, of one source or of all. */
export async function selectPairs(
  db: Reader,
  currencies: readonly string[],
  source: string | null,
): Promise<PairRow[]> {
  const { rows } = await db.query<PairRow>(pairsText, [currencies, source]);
  return rows;
}

/** What a source said of a period, by its first day; `value` is decimal text, null where it said that there is no figure. */
export interface FigureRow {
  seriesId: number;
  period: string;
  value: string | null;
  status: Status;
}

const newest = asOfStatement(
  "select-newest-figures",
  (visible) => `
select wanted.series_id as "seriesId", figure.period, figure.value, figure.status
from unnest($2::integer[]) as wanted (series_id)
cross join lateral (
  select period, value, status
  from observation
  where observation.series_id = wanted.series_id
    and not withdrawn
    and ($3::date is null or period >= $3)
    and ($4::date is null or period <= $4)
    and ${visible}
  order by period desc
  limit $5
) as figure
order by wanted.series_id, figure.period`,
);

/** Which figures: first days within the bounds, and of those the newest n of each series. */
export interface FigureRange {
  start: string | null;
  end: string | null;
  last: number | null;
}

/** What is said of several series within a range, oldest first. */
export async function selectFigures(
  db: Reader,
  asOf: AsOf,
  seriesIds: readonly number[],
  { start, end, last }: FigureRange,
): Promise<FigureRow[]> {
  const { rows } = await db.query<FigureRow>(bind(newest, asOf, [seriesIds, start, end, last]));
  return rows;
}
