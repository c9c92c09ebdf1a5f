import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { ImportJob } from "../../../server/contract/import-job.ts";
import { ImportJobs } from "../../../server/import/import-jobs.ts";
import { runApp, startApp } from "../../support/app.ts";
import { eventually } from "../../support/eventually.ts";
import { ratesFile } from "../../support/import-text.ts";

const app = startApp();
const path = "/api/v1/imports?source=NBKR";

/** Has the database say "disk full" to whoever writes into a table, as PostgreSQL does. */
async function fill(table: string): Promise<() => Promise<void>> {
  const { pool } = app.database;
  await pool.query(`
    create or replace function be_full() returns trigger language plpgsql
    as $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
  await pool.query(
    `create trigger full_disk before insert on ${table} for each statement execute function be_full()`,
  );
  return async () => void (await pool.query(`drop trigger full_disk on ${table}`));
}

const post = (headers = {}): RequestInit => ({
  method: "POST",
  headers: { Authorization: `Bearer ${app.token}`, "Content-Type": "text/csv", ...headers },
  body: ratesFile({ "2026-09-01": "87.45" }),
});
const stored = async () => {
  const { rows } = await app.database.pool.query(
    "select (select count(*) from import) as imports, (select count(*) from observation) as versions, (select count(*) from import_piece) as pieces",
  );
  return rows[0] as unknown;
};

describe("a database without room", () => {
  it.each(["import", "observation", "import_piece"])(
    "for the table %s refuses an import with 507 and stores nothing; reading goes on; then the same file goes in",
    async (table) => {
      const before = await stored();
      const free = await fill(table);
      const { body } = await app.refused(path, post());
      expect(body.type).toBe("/problems/storage-full");
      expect(body.detail).not.toContain("extend");
      expect(await stored()).toEqual(before);
      const read = await app.ask("latestRates", {}, { base: "USD", quotes: "KGS" });
      expect(read.response.status).toBe(200);
      await free();
      const headers = { ...post().headers };
      const { body: report } = await app.ask("postImport", {}, { source: "NBKR" }, post(headers));
      expect(report.state).toBe("committed");
      const init = { method: "POST", headers: { Authorization: `Bearer ${app.token}` } };
      await app.ask("postUndo", { id: String(report.id) }, {}, init);
    },
  );

  it("fails a job, and says why", async () => {
    const { pool } = app.database;
    const jobs = new ImportJobs(pool, () => undefined);
    const other = await runApp(pool, { jobs });
    const before = await stored();
    const free = await fill("observation");
    const response = await fetch(other.address + path, post({ Prefer: "respond-async" }));
    const location = response.headers.get("location") ?? "";
    await eventually(async () => {
      const job = ImportJob.parse(await (await fetch(app.address + location)).json());
      expect(job).toMatchObject({ state: "failed", problem: { type: "/problems/storage-full" } });
    });
    await free();
    expect(await stored()).toEqual(before);
    await jobs.close(0);
    await other.close();
  });
});

it("nothing is left in the folder of temporary files", async () => {
  await eventually(async () => {
    const left = (await readdir(tmpdir())).filter((name) => name.includes(`-${process.pid}-`));
    expect(left).toEqual([]);
  });
});
