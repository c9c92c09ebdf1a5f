import type { Reader } from "./database.ts";
import { onlyRow } from "./only-row.ts";

/** An import as it was recorded; `report` is JSON text. */
export interface ImportRow {
  id: number;
  at: string;
  by: string;
  report: string;
  /** The newest undo in force that takes it back. */
  undoneBy: number | null;
  /** When the bytes of its file were released; null while they are kept, and where there was no file. */
  releasedAt: string | null;
}

const columns = `
  import_id as id, committed_at as at, imported_by as by, report::text as report,
  file_released_at as "releasedAt",
  (
    select max(later.import_id) from import as later
    where later.undoes = import.import_id and import_in_force(later.import_id)
  ) as "undoneBy"`;

const listText = `
select ${columns}
from import
where $1::integer is null or import_id < $1
order by import_id desc
limit $2`;

/** Imports, newest first, from before a number. */
export async function selectImports(
  db: Reader,
  before: number | null,
  limit: number,
): Promise<ImportRow[]> {
  const { rows } = await db.query<ImportRow>(listText, [before, limit]);
  return rows;
}

/** One import; undefined when there is none of this number. */
export async function selectImport(db: Reader, id: number): Promise<ImportRow | undefined> {
  const { rows } = await db.query<ImportRow>(`select ${columns} from import where import_id = $1`, [
    id,
  ]);
  return rows[0];
}

const sameText = `
select import_id as id, committed_at as at, imported_by as by
from import
where sha256 = $1 and mapping = $2::jsonb
order by import_id desc
limit 1`;

/** The newest import of the same bytes with the same mapping; undefined when there is none. */
export async function selectSameImport(db: Reader, sha256: string, mapping: string) {
  const { rows } = await db.query<{ id: number; at: string; by: string }>(sameText, [
    sha256,
    mapping,
  ]);
  return rows[0];
}

/** When the first import was committed; null where there is none. */
export async function selectFirstMoment(db: Reader): Promise<string | null> {
  const text = "select committed_at as at from import order by import_id limit 1";
  const { rows } = await db.query<{ at: string }>(text);
  return rows[0]?.at ?? null;
}

const momentText = `
select coalesce(max(import_id), 0) as id, clock_timestamp() > $1::timestamptz + interval '1 millisecond' as passed
from import
where committed_at <= $1`;

/**
 * The number of the last import committed at or before a moment, 0 before the first; and whether the moment has passed
 * by the clock that imports are timed by.
 */
export async function selectImportAt(
  db: Reader,
  moment: string,
): Promise<{ id: number; passed: boolean }> {
  return onlyRow(await db.query<{ id: number; passed: boolean }>(momentText, [moment]));
}
