import type { Titles } from "../contract/titles.ts";
import type { Frequency } from "../contract/period.ts";
import type { Kind } from "../contract/series.ts";
import type { Reader } from "./database.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/** What a series is, as far as its values are to be read by it. */
export interface MeasureRow {
  seriesId: number;
  dataset: string;
  key: string;
  title: Titles;
  frequency: Frequency;
  unit: string;
  kind: Kind;
  sourceCode: string;
  /** How many visible observations there are, and the most decimals that one of them has. */
  observationCount: number;
  decimals: number;
}

const statement = asOfStatement(
  "select-measures",
  (visible) => `
select
  series.series_id as "seriesId", series.dataset_code as dataset, series.series_key as key,
  series.title, series.frequency, series.unit, series.kind, series.source_code as "sourceCode",
  summary.count as "observationCount", coalesce(summary.decimals, 0) as decimals
from unnest($2::text[], $3::text[]) as wanted (dataset_code, series_key)
join series using (dataset_code, series_key)
cross join lateral (
  select count(*) as count, max(scale(value)) as decimals
  from observation
  where observation.series_id = series.series_id and not withdrawn and ${visible}
) as summary`,
);

/** The series of these names, in no order; those that are not there are left out. */
export async function selectMeasures(
  db: Reader,
  asOf: AsOf,
  names: readonly { dataset: string; key: string }[],
): Promise<MeasureRow[]> {
  const values = [names.map(({ dataset }) => dataset), names.map(({ key }) => key)];
  const { rows } = await db.query<MeasureRow>(bind(statement, asOf, values));
  return rows;
}
