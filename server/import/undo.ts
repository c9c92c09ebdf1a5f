import { type Wire, writeJson } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type BeforeCommit, type Pool, writing } from "../sql/database.ts";
import { insertImport, lockImports, setReport, timeImport } from "../sql/insert-import.ts";
import { selectImport } from "../sql/select-imports.ts";
import { undoImport } from "../sql/undo-import.ts";
import type { ImportReport } from "../contract/import-report.ts";
import { describeDifference } from "./describe-difference.ts";

/**
 * Takes an import back, as an import of its own: each period is again what the newest import in force says. What a later
 * import has revised since stays. Throws a KursError: "not-found", or "conflict" when the import is undone already.
 */
export async function undo(
  pool: Pool,
  id: number,
  by: string,
  beforeCommit?: BeforeCommit,
): Promise<Wire<ImportReport>> {
  return writing(pool, async (db) => {
    await lockImports(db);
    const target = await selectImport(db, id);
    if (!target) throw new KursError("not-found", `There is no import ${id}.`);
    if (target.undoneBy !== null) {
      throw new KursError(
        "conflict",
        `Import ${id} is undone already, by import ${target.undoneBy}.`,
      );
    }
    const undoing = await insertImport(db, {
      by,
      fileName: null,
      sha256: null,
      bytes: null,
      mapping: null,
      undoes: id,
    });
    const { read, added, revised, withdrawn } = await undoImport(db, undoing);
    const report: Wire<ImportReport> = {
      id: undoing,
      dryRun: false,
      state: "committed",
      at: await timeImport(db, undoing),
      by,
      file: null,
      mapping: null,
      mappingName: null,
      counts: {
        read,
        added,
        revised,
        withdrawn,
        unchanged: read - added - revised - withdrawn,
        rejected: 0,
        warnings: 0,
      },
      ...(await describeDifference(db)),
      problems: [],
      problemCount: 0,
      alreadyImported: null,
      undoes: id,
      undoneBy: null,
    };
    await setReport(db, undoing, writeJson(report));
    await beforeCommit?.(db);
    return report;
  });
}
