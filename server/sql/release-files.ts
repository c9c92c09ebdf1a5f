import type { Writer } from "./database.ts";
import { onlyRow } from "./only-row.ts";

/** What was released: how many files, how many bytes they take here, and how many they had as they came. */
export interface Released {
  files: number;
  keptBytes: number;
  fileBytes: number;
}

const text = `
with released as (
  update import
  set file_released_at = now()
  where committed_at < $1::date::timestamp at time zone 'UTC'
    and file_released_at is null
    and exists (select from import_piece where import_piece.import_id = import.import_id)
  returning import_id, file_bytes
),
dropped as (
  delete from import_piece
  using released
  where import_piece.import_id = released.import_id
  returning octet_length(content) as bytes
)
select
  (select count(*) from released) as files,
  (select coalesce(sum(bytes), 0)::bigint from dropped) as "keptBytes",
  (select coalesce(sum(file_bytes), 0)::bigint from released) as "fileBytes"`;

/**
 * Drops the bytes of the files of imports before a day (UTC). Values, versions, hashes, reports and line numbers stay.
 */
export async function releaseFiles(db: Writer, before: string): Promise<Released> {
  return onlyRow(await db.query<Released>(text, [before]));
}
