import { commitLock, importLock } from "./advisory-locks.ts";
import type { Pool, Writer } from "./database.ts";

/** What is known of an import before it has changed anything. An undo has no file, an import nothing to take back. */
export interface NewImport {
  by: string;
  fileName: string | null;
  sha256: string | null;
  bytes: number | null;
  /** JSON text. */
  mapping: string | null;
  undoes: number | null;
}

const insertText = `
insert into import (import_id, committed_at, imported_by, file_name, sha256, file_bytes, mapping, report, undoes)
select coalesce(max(import_id), 0) + 1, 'infinity', $1, $2, $3, $4, $5, '{}', $6
from import
returning import_id as id`;

const timeText = `
update import
set committed_at = greatest(
  date_trunc('milliseconds', clock_timestamp()),
  (select max(committed_at) + interval '1 millisecond' from import as earlier where earlier.import_id < $1)
)
where import_id = $1
returning committed_at as at`;

/**
 * Waits until no other import is merging. Held until the transaction ends, so that numbers and times follow the order
 * of commits.
 */
export async function lockImports(db: Writer): Promise<void> {
  await db.query("select pg_advisory_xact_lock($1)", [importLock]);
}

/** Draws the next number for an import, under the lock. */
export async function insertImport(
  db: Writer,
  { by, fileName, sha256, bytes, mapping, undoes }: NewImport,
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(insertText, [
    by,
    fileName,
    sha256,
    bytes,
    mapping,
    undoes,
  ]);
  if (!rows[0]) throw new Error("an import was not inserted");
  return rows[0].id;
}

/**
 * Returns when every import whose time is drawn is committed: a read that begins then sees all that was committed by
 * now.
 */
export async function awaitCommits(pool: Pool): Promise<void> {
  await pool.query("select pg_advisory_xact_lock_shared($1)", [commitLock]);
}

/** Draws the import's time, as the last thing before commit: what was answered "as of" an earlier moment stays true. */
export async function timeImport(db: Writer, importId: number): Promise<string> {
  await db.query("select pg_advisory_xact_lock($1)", [commitLock]);
  const { rows } = await db.query<{ at: string }>(timeText, [importId]);
  if (!rows[0]) throw new Error(`import ${importId} is not there`);
  return rows[0].at;
}

/** Keeps the report, JSON text, as it was answered. */
export async function setReport(db: Writer, importId: number, report: string): Promise<void> {
  await db.query("update import set report = $2 where import_id = $1", [importId, report]);
}
