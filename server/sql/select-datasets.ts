import type { Titles } from "../contract/titles.ts";
import type { Frequency } from "../contract/period.ts";
import type { Kind } from "../contract/series.ts";
import type { Reader } from "./database.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/** The first or last period of a dataset: its first day and its series' frequency. */
interface Bound {
  start: string;
  frequency: Frequency;
}

/** A dataset, its dimensions in key order, and how far its series reach. `definition` is what was applied, as JSON. */
export interface DatasetRow {
  code: string;
  title: Titles;
  description: Titles;
  definition: unknown;
  dimensions: { code: string; title: Titles; open: boolean }[];
  seriesCount: number;
  first: Bound | null;
  last: Bound | null;
}

/** Of periods that begin on one day the longest, so that no answer hangs on how rows happen to lie. */
const coarsestFirst = "strpos('DWMQSA', frequency) desc";

const statement = asOfStatement(
  "select-datasets",
  (visible) => `
select
  dataset.dataset_code as code, dataset.title, dataset.description, dataset.definition,
  (
    select coalesce(json_agg(json_build_object('code', dimension_code, 'title', title, 'open', open) order by position), '[]')
    from dimension
    where dimension.dataset_code = dataset.dataset_code
  ) as dimensions,
  coverage.count as "seriesCount", coverage.first, coverage.last
from dataset
left join lateral (
  select
    count(first) as count,
    (array_agg(json_build_object('start', first, 'frequency', frequency) order by first, ${coarsestFirst}) filter (where first is not null))[1] as first,
    (array_agg(json_build_object('start', last, 'frequency', frequency) order by last desc, ${coarsestFirst}) filter (where last is not null))[1] as last
  from (
    select
      series.frequency,
      (
        select min(period) from observation
        where observation.series_id = series.series_id and not withdrawn and ${visible}
      ) as first,
      (
        select max(period) from observation
        where observation.series_id = series.series_id and not withdrawn and ${visible}
      ) as last
    from series
    where series.dataset_code = dataset.dataset_code
      and ($1::integer is null or exists (
        select from series_change
        where series_change.series_id = series.series_id and import_id <= $1
      ))
  ) as bounds
) as coverage on true
where $2::text is null or dataset.dataset_code = $2
order by dataset.position`,
);

/**
 * Datasets in the order in which they were defined: all, or the one of a code. They have the series of which something
 * stands, or stood as of an import.
 */
export async function selectDatasets(
  db: Reader,
  code: string | null,
  asOf: AsOf = null,
): Promise<DatasetRow[]> {
  const { rows } = await db.query<DatasetRow>(bind(statement, asOf, [code]));
  return rows;
}

/** Whether a dataset has series, also such as an undo has left empty, whose keys stand all the same. */
export async function hasSeries(db: Reader, code: string): Promise<boolean> {
  const { rowCount } = await db.query("select from series where dataset_code = $1 limit 1", [code]);
  return rowCount === 1;
}

/** A code that a dimension may take. */
export interface MemberRow {
  dataset: string;
  dimension: string;
  code: string;
  title: Titles;
  kind: Kind | null;
  total: boolean;
}

const memberText = `
select
  dataset_code as dataset, dimension_code as dimension, member_code as code, title, kind, total
from dimension_member
where $1::text is null or dataset_code = $1
order by dataset_code, dimension_code, position, member_code`;

/** The codes of a dataset's dimensions, or of all, in their natural order. */
export async function selectMembers(db: Reader, dataset: string | null): Promise<MemberRow[]> {
  const { rows } = await db.query<MemberRow>(memberText, [dataset]);
  return rows;
}
