import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { ImportReport, Imports } from "../../server/contract/import-report.ts";
import { findPostmaster } from "../../server/sql/embedded/lock-file.ts";
import { dayOf, quotes, sha256Of, type Values } from "./rate-model.ts";

/** The newest import that the server tells of. */
export async function newestImport(address: string): Promise<ImportReport> {
  const response = await fetch(`${address}/api/v1/imports?limit=1`);
  const { imports } = Imports.parse(await response.json());
  return ImportReport.parse(imports[0]);
}

/** The SHA-256 of a kept file as it is sent back. */
export async function keptSha256(address: string, id: number): Promise<string> {
  const response = await fetch(`${address}/api/v1/imports/${id}/file`);
  return sha256Of(await response.text());
}

/** The values of a source as the API tells them; undefined where none of its series is there. */
export async function storedValues(address: string, source: string): Promise<Values | undefined> {
  const found = new Map<string, string[]>();
  for (const quote of quotes) {
    const series = `${address}/api/v1/series/FX/D.USD.${quote}.${source}`;
    const response = await fetch(`${series}/observations?format=csv`);
    if (response.status === 404) continue;
    const [, ...lines] = (await response.text()).trimEnd().split(/\r?\n/);
    const cells = lines.map((line) => line.split(","));
    const gap = cells.findIndex(([period], day) => period !== dayOf(day));
    if (!response.ok || gap >= 0) throw new Error(`${source} ${quote}: a gap at ${dayOf(gap)}`);
    found.set(
      quote,
      cells.map(([, value = ""]) => value),
    );
  }
  return found.size > 0 ? found : undefined;
}

/** What no API tells: rows without their import, imports without their rows or their time, series without rows. */
const strayText = `
select
  (select count(*)::integer from observation as o
    where not exists (select from import as i where i.import_id = o.import_id)) as "rowsWithoutImport",
  (select count(*)::integer from import as i
    where committed_at = 'infinity'
      or not exists (select from observation as o where o.import_id = i.import_id)
      or i.undoes is null and not exists (select from import_piece as p where p.import_id = i.import_id)) as "importsWithoutRows",
  (select count(*)::integer from series as s
    where not exists (select from observation as o where o.series_id = s.series_id)) as "seriesWithoutRows",
  (select count(*)::integer from observation where import_id = (select max(import_id) from import)) as "rowsOfNewest"`;

/** Counts of what an import that was cut in two would leave, read from the database itself. */
export async function strayRows(folder: string): Promise<Record<string, number>> {
  const running = await findPostmaster(join(folder, "database"));
  const password = (await readFile(join(folder, "password"), "utf8")).trim();
  const login = { user: "kurs", database: "kurs", password };
  const client = new pg.Client({ host: "127.0.0.1", port: running?.port ?? 0, ...login });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, number>>(strayText);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}
