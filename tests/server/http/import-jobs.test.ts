import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { ImportJob } from "../../../server/contract/import-job.ts";
import { ImportJobs } from "../../../server/import/import-jobs.ts";
import { startApp } from "../../support/app.ts";
import { fixtureDay } from "../../support/global-setup.ts";
import { holdingImports } from "../../support/import-lock.ts";
import { ratesFile, valuesOf } from "../../support/import-text.ts";

const app = startApp();
const { pool } = app.database;
const authorized = () => ({ Authorization: `Bearer ${app.token}` });

async function begin(
  text: string | Buffer<ArrayBuffer>,
  query: Record<string, string> = {},
): Promise<ImportJob> {
  const search = new URLSearchParams({ source: "NBKR", ...query }).toString();
  const response = await fetch(`${app.address}/api/v1/imports?${search}`, {
    method: "POST",
    headers: { ...authorized(), "Content-Type": "text/csv", Prefer: "respond-async" },
    body: text,
  });
  const body = ImportJob.parse(await response.json());
  expect([response.status, body.state]).toEqual([202, "running"]);
  expect(response.headers.get("location")).toBe(`/api/v1/imports/jobs/${body.job}`);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return body;
}

const look = async (job: string) => (await app.ask("importJob", { job })).body;

async function ended(job: string): Promise<ImportJob> {
  for (;;) {
    const found = await look(job);
    if (found.state !== "running") return found;
    await delay(20);
  }
}

const cancel = (job: string) => app.ask("deleteImportJob", { job }, {}, { headers: authorized() });

/** A job of another server on the same database, with a file of its own. */
async function beginElsewhere(text: string) {
  const folder = await mkdtemp(join(tmpdir(), "kurs-jobs-"));
  const path = join(folder, "file");
  await writeFile(path, text);
  const jobs = new ImportJobs(pool, (error) => {
    throw error;
  });
  onTestFinished(async () => {
    await jobs.close(0);
    await rm(folder, { recursive: true });
  });
  const request = { path, name: null, by: "test", source: "NBKR", today: fixtureDay };
  return { jobs, ...(await jobs.start(request)) };
}

describe("POST /api/v1/imports with Prefer: respond-async", () => {
  it("answers at once with a job that ends with the import and its report", async () => {
    const file = ratesFile({ "2026-08-01": "87.4500" });
    const { job, totalBytes, by } = await begin(file, { filename: "job.csv" });
    expect([totalBytes, by]).toEqual([file.length, "test"]);
    const done = await ended(job);
    const id = String(done.import);
    expect(done).toMatchObject({ state: "committed", rows: 1, bytes: file.length, problem: null });
    expect(done.report).toEqual((await app.ask("import", { id })).body);
  });

  it("tells rows and bytes while it runs, those of a packed file as they come out", async () => {
    await holdingImports(pool, async (untilOneWaits) => {
      const file = ratesFile({ "2026-08-12": "87.1", "2026-08-13": "87.2" });
      const { job, bytes, totalBytes } = await begin(gzipSync(file));
      expect([bytes, totalBytes]).toEqual([0, file.length]);
      await untilOneWaits();
      let found = await look(job);
      for (; found.bytes === 0; found = await look(job)) await delay(20);
      expect(found).toMatchObject({ state: "running", rows: 2, bytes: file.length });
      await cancel(job);
      expect(await look(job)).toMatchObject({ state: "cancelled", rows: 2, bytes: file.length });
    });
  });

  it("commits to no import where there was nothing to store: a dry run, an unchanged file", async () => {
    const file = ratesFile({ "2026-08-02": "87.4500" });
    const dry = await ended((await begin(file, { dryRun: "true" })).job);
    expect(dry).toMatchObject({ state: "committed", import: null, report: { state: "preview" } });
    await ended((await begin(file)).job);
    const again = await ended((await begin(file)).job);
    expect(again).toMatchObject({
      state: "committed",
      import: null,
      report: { state: "unchanged" },
    });
  });

  it("refuses a file as the plain answer would, with the report beside the problem", async () => {
    const text = "date,base,quote,rate\n2026-08-03,USD,KGS,eighty\n";
    const refused = await ended((await begin(text)).job);
    expect(refused).toMatchObject({
      state: "refused",
      import: null,
      report: { state: "refused", problems: [{ line: 2, text: "eighty" }] },
      problem: { type: "/problems/rejected-rows", status: 422, errors: [{ line: 2 }] },
    });
    const unread = await ended((await begin("<!DOCTYPE html><html></html>")).job);
    expect(unread).toMatchObject({
      state: "refused",
      report: null,
      problem: { type: "/problems/unreadable-file" },
    });
  });
});

describe("DELETE /api/v1/imports/jobs/{job}", () => {
  it("takes a running import back while its statement waits, and stores nothing", async () => {
    await holdingImports(pool, async (untilOneWaits) => {
      const { job } = await begin(ratesFile({ "2026-08-04": "87.4" }));
      await untilOneWaits();
      const { body, response } = await cancel(job);
      expect([response.status, body.state, body.import]).toEqual([200, "cancelled", null]);
      expect((await cancel(job)).body).toEqual(body);
    });
    expect(await valuesOf(pool, "D.USD.KGS.NBKR")).not.toHaveProperty("2026-08-04");
  });

  it("takes back a job that waits for its turn", async () => {
    await holdingImports(pool, async (untilOneWaits) => {
      const first = await begin(ratesFile({ "2026-08-05": "87.5" }));
      await untilOneWaits();
      const second = await begin(ratesFile({ "2026-08-06": "87.6" }));
      expect((await cancel(second.job)).body.state).toBe("cancelled");
      expect((await look(first.job)).state).toBe("running");
      await cancel(first.job);
    });
  });

  it("reaches a job that another server runs", async () => {
    await holdingImports(pool, async (untilOneWaits) => {
      const { job } = await beginElsewhere(ratesFile({ "2026-08-07": "87.7" }));
      await untilOneWaits();
      expect((await cancel(job)).body.state).toBe("cancelled");
    });
    expect(await valuesOf(pool, "D.USD.KGS.NBKR")).not.toHaveProperty("2026-08-07");
  });

  it("does not take back what has committed, and says how that is done", async () => {
    const done = await ended((await begin(ratesFile({ "2026-08-08": "87.8" }))).job);
    const init = { method: "DELETE", headers: authorized() };
    const { body } = await app.refused(`/api/v1/imports/jobs/${done.job}`, init);
    expect(body.type).toBe("/problems/conflict");
    expect(body.detail).toContain(`undo import ${done.import}`);
  });

  it("needs a token, and a job that is there", async () => {
    const nobody = await app.refused("/api/v1/imports/jobs/x", { method: "DELETE" });
    expect(nobody.body.type).toBe("/problems/unauthorized");
    const init = { method: "DELETE", headers: authorized() };
    const nothing = await app.refused("/api/v1/imports/jobs/x", init);
    expect(nothing.body.type).toBe("/problems/not-found");
    expect((await app.refused("/api/v1/imports/jobs/x")).body.type).toBe("/problems/not-found");
  });
});

describe("a server that stops", () => {
  it("ends its running jobs as failed and stores nothing of them", async () => {
    await holdingImports(pool, async (untilOneWaits) => {
      const { job, jobs } = await beginElsewhere(ratesFile({ "2026-08-09": "87.9" }));
      await untilOneWaits();
      await jobs.close(0);
      const stopped = await look(job);
      expect(stopped).toMatchObject({ state: "failed", import: null });
      expect(stopped.problem?.detail).toContain("stopped before the import was done");
    });
    expect(await valuesOf(pool, "D.USD.KGS.NBKR")).not.toHaveProperty("2026-08-09");
  });

  it("lets its jobs finish within the grace", async () => {
    const { job, jobs } = await beginElsewhere(ratesFile({ "2026-08-10": "87.1" }));
    await jobs.close(60_000);
    expect((await look(job)).state).toBe("committed");
  });

  it("leaves jobs that the next start ends as failed, but not those of a server that lives", async () => {
    const left = "A".repeat(22);
    await holdingImports(pool, async (untilOneWaits) => {
      const { job } = await beginElsewhere(ratesFile({ "2026-08-11": "87.2" }));
      await untilOneWaits();
      await pool.query(
        "insert into import_job (job, server, total_bytes, imported_by) values ($1, 1, 9, 'test')",
        [left],
      );
      expect(await app.jobs.recover()).toBe(1);
      expect((await look(job)).state).toBe("running");
    });
    const failed = await look(left);
    expect(failed).toMatchObject({ state: "failed", problem: { status: 500 } });
    expect(failed.endedAt).not.toBeNull();
  });
});
