import type { Status } from "../contract/observation.ts";
import type { Frequency } from "../contract/period.ts";
import type { Reader } from "./database.ts";

/**
 * What an import did to one period, which is told by its first day; values as decimal text. A withdrawn one has no
 * status.
 */
export interface ChangeRow {
  series: string;
  frequency: Frequency;
  period: string;
  from: string | null;
  to: string | null;
  status: Status | null;
  line: number | null;
}

/** The page is cut first: only its rows look for the version before. */
const text = `
select
  changed.series, changed.frequency, changed.period, changed.line,
  before.value as "from", changed.value as "to",
  case when not changed.withdrawn then changed.status end as status
from (
  select
    named.series, named.frequency,
    version.series_id, version.period, version.value, version.status, version.line, version.withdrawn
  from observation as version
  join (
    select series_id, frequency, (dataset_code || '/' || series_key) collate "C" as series from series
  ) as named using (series_id)
  where version.import_id = $1
    and ($2::text is null or (named.series, version.period) > ($2 collate "C", $3::date))
  order by named.series, version.period
  limit $4
) as changed
left join observation as before
  on before.series_id = changed.series_id
  and before.period = changed.period
  and before.superseded_by = $1
order by changed.series, changed.period`;

/** The changes of an import after a series and period, or from the first, in the order of both. */
export async function selectChanges(
  db: Reader,
  importId: number,
  after: { series: string; period: string } | null,
  limit: number,
): Promise<ChangeRow[]> {
  const { rows } = await db.query<ChangeRow>(text, [
    importId,
    after?.series ?? null,
    after?.period ?? null,
    limit,
  ]);
  return rows;
}
