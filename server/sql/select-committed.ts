import type { Frequency } from "../contract/period.ts";
import type { Reader } from "./database.ts";

/** An import that was committed, and what it changed; spans by the first days of their periods. */
export interface CommittedRow {
  id: number;
  at: string;
  undoes: number | null;
  /** The first thousand by name. */
  series: { series: string; frequency: Frequency; first: string; last: string }[];
  seriesCount: number;
}

const text = `
select
  import_id as id, committed_at as at, undoes,
  coalesce(changed.series, '[]') as series,
  (select count(*) from series_change where series_change.import_id = import.import_id) as "seriesCount"
from import
cross join lateral (
  select json_agg(json_build_object('series', name, 'frequency', frequency, 'first', first, 'last', last)) as series
  from (
    select
      dataset_code || '/' || series_key as name, frequency,
      first_period as first, last_period as last
    from series_change
    join series using (series_id)
    where series_change.import_id = import.import_id
    order by dataset_code, series_key
    limit $3
  ) as listed
) as changed
where import_id > $1
order by import_id
limit $2`;

/** Imports after a number in the order of their commits, each with at most `seriesLimit` of its series. */
export async function selectCommitted(
  db: Reader,
  after: number,
  { limit, seriesLimit }: { limit: number; seriesLimit: number },
): Promise<CommittedRow[]> {
  const { rows } = await db.query<CommittedRow>({
    name: "select-committed",
    text,
    values: [after, limit, seriesLimit],
  });
  return rows;
}
