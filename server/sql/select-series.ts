import type { Titles } from "../contract/language.ts";
import type { Frequency } from "../contract/period.ts";
import type { Kind } from "../contract/series.ts";
import type { Reader } from "./database.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/** A series with what its visible observations add up to; periods by their first days. */
export interface SeriesRow {
  seriesId: number;
  dataset: string;
  datasetTitle: Titles;
  key: string;
  codes: string[];
  dimensions: string[];
  title: Titles;
  frequency: Frequency;
  unit: string;
  kind: Kind;
  sourceCode: string;
  sourceName: Titles;
  attribution: string | null;
  first: string | null;
  last: string | null;
  observationCount: number;
  decimals: number;
  importId: number | null;
  importedAt: string | null;
}

/** What to list: filters, and the name of the series to go on after. */
export interface SeriesFilter {
  dataset: string | null;
  key: string | null;
  source: string | null;
  frequency: string | null;
  after: readonly [dataset: string, key: string] | null;
  limit: number;
}

const statement = asOfStatement(
  "select-series",
  (visible) => `
select
  series.series_id as "seriesId", series.dataset_code as dataset, dataset.title as "datasetTitle",
  series.series_key as key, series.codes,
  array(
    select dimension_code from dimension
    where dimension.dataset_code = series.dataset_code
    order by position
  ) as dimensions,
  series.title, series.frequency, series.unit, series.kind,
  source.source_code as "sourceCode", source.name as "sourceName", source.attribution,
  summary.first, summary.last, summary.count as "observationCount",
  coalesce(summary.decimals, 0) as decimals,
  summary.import_id as "importId", import.committed_at as "importedAt"
from series
join dataset using (dataset_code)
join source using (source_code)
left join lateral (
  select
    min(period) as first, max(period) as last, count(*) as count, max(scale(value)) as decimals,
    max(import_id) as import_id
  from observation
  where observation.series_id = series.series_id and not withdrawn and ${visible}
) as summary on true
left join import on import.import_id = summary.import_id
where ($2::text is null or series.dataset_code = $2)
  and ($3::text is null or series.series_key = $3)
  and ($4::text is null or series.source_code = $4)
  and ($5::text is null or series.frequency = $5)
  and ($6::text is null or (series.dataset_code, series.series_key) > ($6, $7::text))
order by series.dataset_code, series.series_key
limit $8`,
);

/** Series in order of dataset and key. */
export async function selectSeries(
  db: Reader,
  asOf: AsOf,
  { dataset, key, source, frequency, after, limit }: SeriesFilter,
): Promise<SeriesRow[]> {
  const values = [dataset, key, source, frequency, after?.[0] ?? null, after?.[1] ?? null, limit];
  const { rows } = await db.query<SeriesRow>(bind(statement, asOf, values));
  return rows;
}
