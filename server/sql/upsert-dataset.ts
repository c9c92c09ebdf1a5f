import type { Writer } from "./database.ts";

const sourceText = `
insert into source (source_code, name, kind, homepage, licence, licence_url, attribution, rank, pivot)
select code, name, kind, homepage, licence, "licenceUrl", attribution, rank, pivot
from jsonb_to_recordset($1::jsonb) as incoming (
  code text, name jsonb, kind text, homepage text, licence text, "licenceUrl" text, attribution text, rank integer, pivot text
)
on conflict (source_code) do update
set name = excluded.name, kind = excluded.kind, homepage = excluded.homepage, licence = excluded.licence,
  licence_url = excluded.licence_url, attribution = excluded.attribution, rank = excluded.rank, pivot = excluded.pivot`;

const datasetText = `
insert into dataset (dataset_code, title, description, definition)
values ($1, $2, $3, $4)
on conflict (dataset_code) do update
set title = excluded.title, description = excluded.description, definition = excluded.definition`;

/** While there are no series, nothing hangs on the dimensions, and they may change their order or go. */
const forgetMembersText = `
delete from dimension_member
where dataset_code = $1 and not exists (select from series where dataset_code = $1)`;

const forgetDimensionsText = `
delete from dimension
where dataset_code = $1 and not exists (select from series where dataset_code = $1)`;

const dimensionText = `
insert into dimension (dataset_code, dimension_code, position, title, open)
select $1, code, position, title, open
from jsonb_to_recordset($2::jsonb) as incoming (code text, position smallint, title jsonb, open boolean)
on conflict (dataset_code, dimension_code) do update
set title = excluded.title, open = excluded.open`;

const memberText = `
insert into dimension_member (dataset_code, dimension_code, member_code, position, title, kind, total, country)
select $1, dimension, code, position, title, kind, coalesce(total, false), country
from jsonb_to_recordset($2::jsonb) as incoming (
  dimension text, code text, position integer, title jsonb, kind text, total boolean, country text
)
on conflict (dataset_code, dimension_code, member_code) do update
set position = excluded.position, title = excluded.title, kind = excluded.kind, total = excluded.total,
  country = excluded.country`;

const regimeText = `
insert into regime (currency, valid_from, valid_to, kind, anchor, value, caveat)
select currency, "from", "to", kind, anchor, value::numeric, caveat
from jsonb_to_recordset($1::jsonb) as incoming (
  currency text, "from" date, "to" date, kind text, anchor text, value text, caveat jsonb
)
on conflict (currency, valid_from) do update
set valid_to = excluded.valid_to, kind = excluded.kind, anchor = excluded.anchor, value = excluded.value,
  caveat = excluded.caveat`;

/** A dataset's rows, table by table. */
export interface DatasetRows {
  code: string;
  title: object;
  description: object;
  definition: object;
  dimensions: readonly object[];
  members: readonly object[];
  sources: readonly object[];
  regimes: readonly object[];
}

/**
 * Writes a dataset's definition: what is new is added, what is there takes the new titles. Codes that it leaves out
 * stay, since series may have them.
 */
export async function upsertDataset(db: Writer, rows: DatasetRows): Promise<void> {
  const { code, title, description, definition } = rows;
  await db.query(sourceText, [JSON.stringify(rows.sources)]);
  await db.query(datasetText, [code, title, description, definition]);
  await db.query(forgetMembersText, [code]);
  await db.query(forgetDimensionsText, [code]);
  await db.query(dimensionText, [code, JSON.stringify(rows.dimensions)]);
  await db.query(memberText, [code, JSON.stringify(rows.members)]);
  await db.query(regimeText, [JSON.stringify(rows.regimes)]);
}

const titlesText = `
update series
set title = incoming.title, kind = incoming.kind
from jsonb_to_recordset($1::jsonb) as incoming (series_id integer, title jsonb, kind text)
where series.series_id = incoming.series_id`;

/** Gives series the titles and kinds that their dataset's new definition makes. */
export async function updateSeriesTitles(
  db: Writer,
  titles: readonly { series_id: number; title: object; kind: string }[],
): Promise<void> {
  await db.query(titlesText, [JSON.stringify(titles)]);
}

const codesText = `
select series_id as "seriesId", codes
from series
where dataset_code = $1 and ($2::text is null or source_code = $2)`;

/** The series of a dataset with their codes: all, or those of a source. */
export async function selectSeriesCodes(
  db: Writer,
  dataset: string,
  source: string | null,
): Promise<{ seriesId: number; codes: string[] }[]> {
  const { rows } = await db.query<{ seriesId: number; codes: string[] }>(codesText, [
    dataset,
    source,
  ]);
  return rows;
}

const sourceMembersText = `
insert into dimension_member (dataset_code, dimension_code, member_code, position, title)
select dataset_code, definition ->> 'sourceDimension', source_code, rank, source.name
from dataset
cross join source
where dataset_code = $1 and definition ? 'sourceDimension'
  and (source_code = any($2::text[]) or exists (
    select from series where series.dataset_code = dataset.dataset_code and series.source_code = source.source_code
  ))
on conflict (dataset_code, dimension_code, member_code) do update
set title = excluded.title, position = excluded.position`;

/** Makes the sources of a dataset codes of its source dimension, under their names. */
export async function mergeSourceMembers(
  db: Writer,
  dataset: string,
  sources: readonly string[],
): Promise<void> {
  await db.query(sourceMembersText, [dataset, sources]);
}
