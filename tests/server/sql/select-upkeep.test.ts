import { expect, it } from "vitest";
import { undo } from "../../../server/import/undo.ts";
import { reading } from "../../../server/sql/database.ts";
import { selectUpkeep } from "../../../server/sql/select-upkeep.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText, ratesFile } from "../../support/import-text.ts";

const { pool } = cloneDatabase("fixtures");

/** Imports the rate of a day, as if it were so many hours ago, and gives the import's number. */
async function importedHoursAgo(hours: number, day: string, source: string): Promise<number> {
  const { id } = await importText(pool, ratesFile({ [day]: "87.45" }), { source });
  const text =
    "update import set committed_at = committed_at - $2 * interval '1 hour' where import_id = $1";
  await pool.query(text, [id, hours]);
  return Number(id);
}

const hoursSince = async (source: string): Promise<number> => {
  const { sources } = await reading(pool, selectUpkeep);
  return Math.floor(sources.find(({ code }) => code === source)!.ageSeconds / 3600);
};

it("the age of a source is that of the last import that brought something, which an undo does not", async () => {
  await importedHoursAgo(9, "2026-08-17", "SILENT");
  expect(await hoursSince("SILENT")).toBe(9);
  const last = await importedHoursAgo(5, "2026-08-18", "SILENT");
  expect(await hoursSince("SILENT")).toBe(5);
  await undo(pool, last, "test");
  expect(await hoursSince("SILENT")).toBe(5);
});
