import type { SourceChange } from "../contract/source.ts";
import type { Writer } from "./database.ts";

// `?` tells what was left out from what is null.
const text = `
update source
set
  name = jsonb_strip_nulls(name || coalesce(change -> 'name', '{}')),
  kind = coalesce(change ->> 'kind', kind),
  homepage = case when change ? 'homepage' then change ->> 'homepage' else homepage end,
  licence = case when change ? 'licence' then change ->> 'licence' else licence end,
  licence_url = case when change ? 'licenceUrl' then change ->> 'licenceUrl' else licence_url end,
  attribution = case when change ? 'attribution' then change ->> 'attribution' else attribution end,
  rank = coalesce((change ->> 'rank')::integer, rank),
  pivot = case when change ? 'pivot' then change ->> 'pivot' else pivot end
from (select $2::jsonb as change) as asked
where source_code = $1`;

/** Changes what is known of a source; what is left out stays. Returns whether there is such a source. */
export async function updateSource(
  db: Writer,
  code: string,
  change: SourceChange,
): Promise<boolean> {
  const { rowCount } = await db.query(text, [code, JSON.stringify(change)]);
  return rowCount === 1;
}

const memberText = `
update dimension_member as member
set title = source.name, position = source.rank
from source, dataset
where source.source_code = $1
  and member.member_code = source.source_code
  and dataset.dataset_code = member.dataset_code
  and member.dimension_code = dataset.definition ->> 'sourceDimension'`;

const datasetText = `
select distinct dataset_code as dataset from series where source_code = $1`;

/**
 * Gives a source's codes in the dimensions of sources its name and rank. Returns the datasets in which it has series.
 */
export async function updateSourceMembers(db: Writer, code: string): Promise<string[]> {
  await db.query(memberText, [code]);
  const { rows } = await db.query<{ dataset: string }>(datasetText, [code]);
  return rows.map(({ dataset }) => dataset);
}
