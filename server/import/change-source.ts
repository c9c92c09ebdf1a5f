import type { SourceChange } from "../contract/source.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type BeforeCommit, type Pool, writing } from "../sql/database.ts";
import { selectSources, type SourceRow } from "../sql/select-sources.ts";
import { updateSource, updateSourceMembers } from "../sql/update-source.ts";
import { retitleSeries } from "./retitle-series.ts";

/**
 * Says who a source is; what the change leaves out stays. Its name as a code and in the titles of its series follows.
 * Throws "not-found" for a code that no import and no dataset has brought.
 */
export async function changeSource(
  pool: Pool,
  code: string,
  change: SourceChange,
  beforeCommit?: BeforeCommit,
): Promise<SourceRow> {
  return writing(pool, async (db) => {
    const isThere = await updateSource(db, code, change);
    const datasets = isThere ? await updateSourceMembers(db, code) : [];
    if (change.name) for (const dataset of datasets) await retitleSeries(db, dataset, code);
    await beforeCommit?.(db);
    const [row] = await selectSources(db, code);
    if (row) return row;
    throw new KursError(
      "not-found",
      `No source has the code ${code}; a source comes with the first import that names it.`,
    );
  });
}
