import type { Status } from "../contract/observation.ts";
import type { Reader } from "./database.ts";
import type { AsOf } from "./visible.ts";

/** A version of a period, and the import whose file said it. A withdrawn period was said by nobody. */
export interface VersionRow {
  value: string | null;
  status: Status;
  withdrawn: boolean;
  importId: number;
  saidBy: number | null;
  at: string;
  by: string;
  file: string | null;
  sha256: string | null;
  line: number | null;
  supersededBy: number | null;
}

const text = `
select
  observation.value, observation.status, observation.withdrawn,
  observation.import_id as "importId", observation.said_by as "saidBy",
  import.committed_at as at, import.imported_by as by, import.file_name as file, import.sha256,
  observation.line,
  case when $1::integer is null or observation.superseded_by <= $1 then observation.superseded_by end
    as "supersededBy"
from observation
join import on import.import_id = coalesce(observation.said_by, observation.import_id)
where observation.series_id = $2
  and observation.period = $3
  and ($1 is null or observation.import_id <= $1)
order by observation.import_id desc`;

/** Every version of a period that was there by then, newest first, as it stood then. */
export async function selectVersions(
  db: Reader,
  asOf: AsOf,
  seriesId: number,
  period: string,
): Promise<VersionRow[]> {
  const { rows } = await db.query<VersionRow>(text, [asOf, seriesId, period]);
  return rows;
}
