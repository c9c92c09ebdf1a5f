import type { Titles } from "../contract/titles.ts";
import type { SourceKind } from "../contract/source.ts";
import type { Reader } from "./database.ts";
import { isCurrent, stands } from "./visible.ts";

/** A source with how many series it has of which something stands, and the last import that changed one of them. */
export interface SourceRow {
  code: string;
  name: Titles;
  kind: SourceKind;
  homepage: string | null;
  licence: string | null;
  licenceUrl: string | null;
  attribution: string | null;
  rank: number;
  pivot: string | null;
  seriesCount: number;
  importId: number | null;
  importedAt: string | null;
}

const text = `
select
  source.source_code as code, source.name, source.kind, source.homepage, source.licence,
  source.licence_url as "licenceUrl", source.attribution, source.rank, source.pivot,
  own.series_count as "seriesCount", own.import_id as "importId", import.committed_at as "importedAt"
from source
cross join lateral (
  select
    count(*) filter (where ${stands(isCurrent)}) as series_count,
    max((select max(import_id) from series_change where series_change.series_id = series.series_id)) as import_id
  from series
  where series.source_code = source.source_code
) as own
left join import on import.import_id = own.import_id
where $1::text is null or source.source_code = $1
order by source.rank, source.source_code`;

/** Sources by rank: all, or the one of a code. */
export async function selectSources(db: Reader, code: string | null): Promise<SourceRow[]> {
  const { rows } = await db.query<SourceRow>(text, [code]);
  return rows;
}

/** Whether a source has this code. */
export async function isSource(db: Reader, code: string): Promise<boolean> {
  const { rowCount } = await db.query("select from source where source_code = $1", [code]);
  return rowCount === 1;
}
