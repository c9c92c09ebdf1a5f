import type { Frequency } from "../contract/period.ts";
import type { Kind } from "../contract/series.ts";
import type { Titles } from "../contract/titles.ts";
import type { Writer } from "./database.ts";

/** A series that a file speaks of, as its dataset's definition makes it. */
export interface StagedSeries {
  ordinal: number;
  dataset: string;
  key: string;
  codes: string[];
  frequency: Frequency;
  unit: string;
  kind: Kind;
  /** Null where neither the file nor the request tells: then the series must be there already. */
  source: string | null;
  title: Titles;
  /** The first line that names it. */
  line: number;
}

const createText = `
create temporary table staged_series (
  ordinal integer, dataset text, key text, codes text[], frequency text, unit text, kind text, source text, title jsonb,
  line integer
) on commit drop`;

const stageText = `
insert into staged_series
select * from jsonb_populate_recordset(null::staged_series, $1::jsonb)`;

/** So many are sent at once: a file may name tens of thousands, each with its titles. */
const batchSize = 500;

/** An open dimension takes the codes that an import brings; a code that the dataset lists keeps its title. */
const memberText = `
insert into dimension_member (dataset_code, dimension_code, member_code, position, title)
select distinct on (d.dataset_code, d.dimension_code, code)
  d.dataset_code, d.dimension_code, code, 100000, jsonb_build_object('en', code)
from staged_series as s
cross join lateral unnest(s.codes) with ordinality as member (code, position)
join dimension as d on d.dataset_code = s.dataset and d.position = member.position
where d.open
on conflict do nothing`;

const sourceText = `
insert into source (source_code, name)
select distinct source, jsonb_build_object('en', source)
from staged_series
where source is not null
order by source
on conflict do nothing
returning source_code as source`;

const orphanText = `
select s.dataset || '/' || s.key as series
from staged_series as s
left join series as known on known.dataset_code = s.dataset and known.series_key = s.key
where s.source is null and known.series_id is null
order by s.line
limit 1`;

const seriesText = `
insert into series (dataset_code, series_key, codes, frequency, unit, kind, source_code, title)
select dataset, key, codes, frequency, unit, kind, source, title
from staged_series as s
where not exists (
  select from series as known where known.dataset_code = s.dataset and known.series_key = s.key
)
order by ordinal`;

const conflictText = `
select s.line, s.dataset || '/' || s.key as series, known.source_code as source
from staged_series as s
join series as known on known.dataset_code = s.dataset and known.series_key = s.key
where known.source_code <> s.source
order by s.line`;

/** A series that another source publishes already. */
export interface SourceConflict {
  line: number;
  series: string;
  /** The source that publishes it. */
  source: string;
}

/**
 * Keeps the series that a file speaks of in a temporary table `staged_series`. Returns the first that is new and of no
 * source; undefined when there is none.
 */
export async function stageSeries(
  db: Writer,
  series: Iterable<StagedSeries>,
): Promise<string | undefined> {
  await db.query(createText);
  for (const batch of batches(series)) await db.query(stageText, [JSON.stringify(batch)]);
  const { rows } = await db.query<{ series: string }>(orphanText);
  return rows[0]?.series;
}

function* batches(series: Iterable<StagedSeries>): Generator<StagedSeries[]> {
  let batch: StagedSeries[] = [];
  for (const each of series) {
    if (batch.push(each) < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Makes the staged series, sources and open codes that are new. Returns the codes of the new sources, and the series
 * that belong to another source than the file names: a series is of one source and is never spliced.
 */
export async function mergeSeries(
  db: Writer,
): Promise<{ conflicts: SourceConflict[]; newSources: string[] }> {
  await db.query(memberText);
  const { rows: sources } = await db.query<{ source: string }>(sourceText);
  await db.query(seriesText);
  const { rows: conflicts } = await db.query<SourceConflict>(conflictText);
  return { conflicts, newSources: sources.map(({ source }) => source) };
}
