import { writeJson } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type BeforeCommit, type Pool, type Writer, writing } from "../sql/database.ts";
import { insertImport, lockImports, setReport, timeImport } from "../sql/insert-import.ts";
import { selectImport } from "../sql/select-imports.ts";
import { type UndoCounts, undoImport } from "../sql/undo-import.ts";
import { describeDifference } from "./describe-difference.ts";
import type { Report } from "./import-file.ts";

/**
 * Takes an import back, as an import of its own: each period is again what the newest import in force says. What a later
 * import has revised since stays. Throws a KursError: "not-found", or "conflict" when the import is undone already.
 */
export async function undo(
  pool: Pool,
  id: number,
  by: string,
  beforeCommit?: BeforeCommit,
): Promise<Report> {
  return writing(pool, async (db) => {
    await lockImports(db);
    await refuseUndone(db, id);
    const undoing = await insertImport(db, {
      by,
      fileName: null,
      sha256: null,
      bytes: null,
      mapping: null,
      undoes: id,
    });
    const counts = await undoImport(db, undoing);
    const report = await describeUndo(db, { id: undoing, by, undoes: id }, counts);
    await setReport(db, undoing, writeJson(report));
    await beforeCommit?.(db);
    return report;
  });
}

async function refuseUndone(db: Writer, id: number): Promise<void> {
  const target = await selectImport(db, id);
  if (!target) throw new KursError("not-found", `There is no import ${id}.`);
  if (target.undoneBy === null) return;
  throw new KursError("conflict", `Import ${id} is undone already, by import ${target.undoneBy}.`);
}

async function describeUndo(
  db: Writer,
  { id, by, undoes }: { id: number; by: string; undoes: number },
  counts: UndoCounts,
): Promise<Report> {
  const { read, added, revised, withdrawn } = counts;
  const unchanged = read - added - revised - withdrawn;
  return {
    id,
    dryRun: false,
    state: "committed",
    at: await timeImport(db, id),
    by,
    file: null,
    mapping: null,
    mappingName: null,
    counts: { ...counts, unchanged, rejected: 0, warnings: 0 },
    ...(await describeDifference(db)),
    problems: [],
    problemCount: 0,
    alreadyImported: null,
    undoes,
    undoneBy: null,
  };
}
