import type { Reader } from "./database.ts";

/** A changed rate beside that of another source for the same pair and day; decimal text. */
export interface OtherSourceRow {
  series: string;
  line: number;
  period: string;
  value: string;
  otherSeries: string;
  otherValue: string;
  /** On how many days of the file the two series are so far apart. */
  days: number;
}

/** Two series of one pair of currencies, and the rank of the other's source. */
interface Pair {
  seriesId: number;
  otherId: number;
  rank: number;
}

/** Grouped and not joined, as the planner knows nothing of series that are new and would compare each with each. */
const pairText = `
with quoted as (
  select array_agg(series_id) filter (where s.ordinal is not null) as staged, array_agg(series_id) as all_of_pair
  from series
  left join staged_series as s on s.dataset = dataset_code and s.key = series_key
  where series.frequency = 'D' and series.kind = 'rate'
  group by dataset_code, series.codes[1:3]
  having count(distinct source_code) > 1 and count(s.ordinal) > 0
)
select mine.series_id as "seriesId", other.series_id as "otherId", rank
from quoted
cross join lateral unnest(staged) as mine_of (series_id)
cross join lateral unnest(all_of_pair) as other_of (series_id)
join series as mine on mine.series_id = mine_of.series_id
join series as other on other.series_id = other_of.series_id
join source on source.source_code = other.source_code
where mine.source_code <> other.source_code`;

const apartText = `
with apart as (
  select
    pair.series_id, other_id, rank, difference.line, difference.period, difference.value,
    observation.value as other_value,
    abs(difference.value / observation.value - 1) as share
  from unnest($1::integer[], $2::integer[], $3::integer[]) as pair (series_id, other_id, rank)
  join difference using (series_id)
  join observation
    on observation.series_id = other_id
    and observation.period = difference.period
    and observation.superseded_by is null
  where abs(difference.value - observation.value) > observation.value * $4::numeric
),
farthest as (
  select distinct on (series_id)
    apart.*, count(*) over (partition by series_id, other_id) as days
  from apart
  order by series_id, rank, other_id, share desc, period desc
)
select
  series.dataset_code || '/' || series.series_key as series,
  line, period, value,
  other.dataset_code || '/' || other.series_key as "otherSeries",
  other_value as "otherValue", days
from farthest
join series using (series_id)
join series as other on other.series_id = other_id
order by line, series`;

/**
 * Of the daily rates of each series in the temporary table `difference` the one that is farthest from what another
 * source has stored for the same pair and day, where it is farther than the share `mostApart`; of several sources, by
 * the one of the best rank.
 */
export async function selectOtherSources(db: Reader, mostApart: number): Promise<OtherSourceRow[]> {
  const { rows: pairs } = await db.query<Pair>(pairText);
  // Hardly a file has any, and without this the planner would read all that changes to find that out.
  if (pairs.length === 0) return [];
  const { rows } = await db.query<OtherSourceRow>(apartText, [
    pairs.map(({ seriesId }) => seriesId),
    pairs.map(({ otherId }) => otherId),
    pairs.map(({ rank }) => rank),
    mostApart,
  ]);
  return rows;
}
