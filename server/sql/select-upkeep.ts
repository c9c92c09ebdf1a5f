import type { Reader } from "./database.ts";

/** What an operator watches of a database. */
export interface Upkeep {
  /** How long ago, in seconds, an import last changed a series of each source that has any. */
  sources: { code: string; ageSeconds: number }[];
  /** What the kept files take on the disk. */
  keptFileBytes: number;
  databaseBytes: number;
}

const sourcesText = `
select
  series.source_code as code,
  extract(epoch from clock_timestamp() - max(import.committed_at))::double precision as "ageSeconds"
from series
cross join lateral (
  select max(import_id) as import_id
  from series_change
  where series_change.series_id = series.series_id
) as last
join import using (import_id)
group by series.source_code
order by series.source_code`;

const sizesText = `
select
  pg_total_relation_size('import_piece') as "keptFileBytes",
  pg_database_size(current_database()) as "databaseBytes"`;

/** The ages of the last imports, and sizes. */
export async function selectUpkeep(db: Reader): Promise<Upkeep> {
  const { rows: sources } = await db.query<Upkeep["sources"][number]>(sourcesText);
  const { rows } = await db.query<Omit<Upkeep, "sources">>(sizesText);
  if (!rows[0]) throw new Error("sizes came back empty");
  return { sources, ...rows[0] };
}
