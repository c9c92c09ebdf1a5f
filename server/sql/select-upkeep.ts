import type { Reader } from "./database.ts";
import { onlyRow } from "./only-row.ts";

/** What an operator watches of a database. */
export interface Upkeep {
  /**
   * How long ago, in seconds, an import last brought something to a series of each source that has any; an undo brings
   * nothing.
   */
  sources: { code: string; ageSeconds: number }[];
  /** What the kept files take on the disk. */
  keptFileBytes: number;
  databaseBytes: number;
}

const sourcesText = `
select
  series.source_code as code,
  extract(epoch from clock_timestamp() - max(last.committed_at))::double precision as "ageSeconds"
from series
cross join lateral (
  select import.committed_at
  from series_change
  join import using (import_id)
  where series_change.series_id = series.series_id and import.undoes is null
  order by import_id desc
  limit 1
) as last
group by series.source_code
order by series.source_code`;

const sizesText = `
select
  pg_total_relation_size('import_piece') as "keptFileBytes",
  pg_database_size(current_database()) as "databaseBytes"`;

/** The ages of the last imports, and sizes. */
export async function selectUpkeep(db: Reader): Promise<Upkeep> {
  const { rows: sources } = await db.query<Upkeep["sources"][number]>(sourcesText);
  const sizes = onlyRow(await db.query<Omit<Upkeep, "sources">>(sizesText));
  return { sources, ...sizes };
}
