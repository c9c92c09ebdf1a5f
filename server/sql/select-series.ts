import type { Titles } from "../contract/titles.ts";
import type { Frequency } from "../contract/period.ts";
import type { Kind } from "../contract/series.ts";
import type { Reader } from "./database.ts";
import { type AsOf, asOfStatement, bind, stands } from "./visible.ts";

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
  /** The last import that changed it. */
  importId: number | null;
  importedAt: string | null;
}

/** What to list: filters, and the name of the series to go on after. */
export interface SeriesFilter {
  dataset: string | null;
  /** A regular expression over whole keys. */
  keyPattern: string | null;
  /** Every word of it must stand somewhere in codes or titles. */
  search: string | null;
  country: string | null;
  source: string | null;
  frequency: string | null;
  after: readonly [dataset: string, key: string] | null;
  limit: number;
}

/** Observations are added up for the rows of the page alone, which `page` finds. */
const describe = (page: string, visible: string) => `
with ${page}
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
  import.import_id as "importId", import.committed_at as "importedAt"
from page
join series using (series_id)
join dataset using (dataset_code)
join source using (source_code)
cross join lateral (
  select min(period) as first, max(period) as last, count(*) as count, max(scale(value)) as decimals
  from observation
  where observation.series_id = series.series_id and not withdrawn and ${visible}
) as summary
left join lateral (
  select max(import_id) as import_id
  from series_change
  where series_change.series_id = series.series_id and ($1::integer is null or import_id <= $1)
) as change on true
left join import on import.import_id = change.import_id
order by series.dataset_code, series.series_key`;

const listStatement = asOfStatement("select-series", (visible) =>
  describe(
    `
asked as materialized (
  select array_agg('%' || word || '%') as words
  from string_to_table(fold_text($4), ' ') as word
  where word <> ''
),
page as materialized (
  select series_id
  from series
  where ($2::text is null or dataset_code = $2)
    and ($3::text is null or series_key ~ $3)
    and ($4::text is null or search_text like all ((select words from asked)::text[]))
    and ($5::text is null or $5 = any(countries))
    and ($6::text is null or source_code = $6)
    and ($7::text is null or frequency = $7)
    and ($8::text is null or (dataset_code, series_key) > ($8, $9::text))
    and ($1::integer is null or exists (
      select from series_change
      where series_change.series_id = series.series_id and import_id <= $1
    ))
    and ${stands(visible)}
  order by dataset_code, series_key
  limit $10
)`,
    visible,
  ),
);

/**
 * Series of which something stands, in order of dataset and key: as of an import those of which something stood then.
 */
export async function selectSeries(
  db: Reader,
  asOf: AsOf,
  filter: SeriesFilter,
): Promise<SeriesRow[]> {
  const { dataset, keyPattern, search, country, source, frequency, after, limit } = filter;
  const [afterDataset = null, afterKey = null] = after ?? [];
  const filters = [dataset, keyPattern, search, country, source, frequency];
  const values = [...filters, afterDataset, afterKey, limit];
  const { rows } = await db.query<SeriesRow>(bind(listStatement, asOf, values));
  return rows;
}

const oneStatement = asOfStatement("select-one-series", (visible) =>
  describe(
    "page as (select series_id from series where dataset_code = $2 and series_key = $3)",
    visible,
  ),
);

/** The series of a name, also as of an import that came before it; undefined when there is none. */
export async function selectOneSeries(
  db: Reader,
  asOf: AsOf,
  { dataset, key }: { dataset: string; key: string },
): Promise<SeriesRow | undefined> {
  const { rows } = await db.query<SeriesRow>(bind(oneStatement, asOf, [dataset, key]));
  return rows[0];
}
