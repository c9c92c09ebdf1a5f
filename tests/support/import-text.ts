import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFile, type ImportRequest, type Report } from "../../server/import/import-file.ts";
import type { Pool } from "../../server/sql/database.ts";
import { fixtureDay } from "./global-setup.ts";

/** Imports a text as if it were a file. */
export async function importText(
  pool: Pool,
  text: string,
  request: Partial<ImportRequest> = {},
): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "kurs-text-"));
  try {
    const path = join(folder, "file.csv");
    await writeFile(path, text);
    return await importFile(pool, {
      path,
      name: "file.csv",
      by: "test",
      source: "NBKR",
      today: fixtureDay,
      ...request,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file of daily rates of the dollar in som. */
export function ratesFile(rates: Readonly<Record<string, string>>): string {
  const lines = Object.entries(rates).map(([day, rate]) => `${day},USD,KGS,${rate}`);
  return ["date,base,quote,rate", ...lines, ""].join("\n");
}

/** The values of a series by period, as digits, as of an import or now. */
export async function valuesOf(
  pool: Pool,
  key: string,
  asOf: number | null = null,
): Promise<Record<string, string | null>> {
  const text = `
    select period, value
    from observation
    join series using (series_id)
    where series_key = $1 and not withdrawn
      and case when $2::integer is null then superseded_by is null
        else import_id <= $2 and (superseded_by is null or superseded_by > $2) end
    order by period`;
  const { rows } = await pool.query<{ period: string; value: string | null }>(text, [key, asOf]);
  return Object.fromEntries(rows.map(({ period, value }) => [period, value]));
}
