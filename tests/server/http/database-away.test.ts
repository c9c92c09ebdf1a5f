import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Problem } from "../../../server/contract/problem.ts";
import { createToken } from "../../../server/import/token.ts";
import { readFile } from "node:fs/promises";
import { applyDataset } from "../../../server/import/apply-dataset.ts";
import { type RunningApp, runApp } from "../../support/app.ts";
import { eventually } from "../../support/eventually.ts";
import { ratesFile } from "../../support/import-text.ts";
import { ownCluster } from "../../support/own-cluster.ts";

const cluster = ownCluster();
const observations = "/api/v1/series/FX/D.USD.KGS.NBKR/observations";
let app: RunningApp;
let token: string;

beforeAll(async () => {
  await applyDataset(cluster.pool, JSON.parse(await readFile("fixtures/datasets/fx.json", "utf8")));
  app = await runApp(cluster.pool);
  token = await createToken(cluster.pool, "test");
  expect(await bring("2026-09-01", "87.1")).toBe(201);
});
afterAll(() => app.close());

const statusOf = async (path: string) => (await fetch(app.address + path)).status;

async function bring(day: string, rate: string): Promise<number> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" };
  const init = { method: "POST", headers, body: ratesFile({ [day]: rate }) };
  return (await fetch(`${app.address}/api/v1/imports?source=NBKR`, init)).status;
}

/** Follows the stream of changes over one connection, and gathers the numbers of the imports that it tells. */
async function follow() {
  const response = await new Promise<IncomingMessage>((resolve) =>
    get(`${app.address}/api/v1/changes`, { agent: false }, resolve),
  );
  const told = { text: "", isOpen: true };
  response.on("data", (bytes: Buffer) => (told.text += bytes.toString()));
  response.on("close", () => (told.isOpen = false));
  const ids = () => [...told.text.matchAll(/^id: (\d+)\nevent: import$/gm)].map(([, id]) => id);
  return { told, ids, leave: () => response.destroy() };
}

describe("a database that goes away and comes back", () => {
  it("is 503 with Retry-After meanwhile, and then all is as before, by itself, the stream of changes too", async () => {
    const stream = await follow();
    await cluster.stop();

    const response = await fetch(app.address + observations);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    const problem = Problem.parse(await response.json());
    expect(problem).toMatchObject({ type: "/problems/unavailable" });
    expect(await bring("2026-09-02", "87.2")).toBe(503);
    expect(await statusOf("/readyz")).toBe(503);
    expect(await statusOf("/healthz")).toBe(200);
    const metrics = await (await fetch(`${app.address}/metrics`)).text();
    expect(metrics).toMatch(/^kurs_database_up 0$/m);
    expect(metrics).toMatch(/^kurs_listening_up 0$/m);
    expect(metrics).not.toMatch(/^kurs_database_bytes/m);

    await cluster.start();
    await eventually(async () => expect(await statusOf("/readyz")).toBe(200));
    expect(await statusOf(observations)).toBe(200);
    expect(await bring("2026-09-03", "87.3")).toBe(201);
    expect(await bring("2026-09-04", "87.4")).toBe(201);
    await eventually(() => expect(stream.ids()).toEqual(["2", "3"]));
    expect(stream.told.isOpen).toBe(true);
    stream.leave();
  });

  it("fails no request after all its connections were cut", async () => {
    const stream = await follow();
    await Promise.all([1, 2, 3, 4].map((n) => fetch(`${app.address}${observations}?last=${n}`)));
    await cluster.pool.query(`
      select pg_terminate_backend(pid)
      from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await eventually(async () => expect(await statusOf("/readyz")).toBe(200));
    const asked = Array.from({ length: 20 }, (_, n) => statusOf(`${observations}?last=${n + 1}`));
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(await bring("2026-09-05", "87.5")).toBe(201);
    await eventually(() => expect(stream.ids()).toEqual(["4"]));
    expect(stream.told.isOpen).toBe(true);
    stream.leave();
  });
});

describe("GET /readyz", () => {
  it("is 503 for a database that is of another version, older or newer", async () => {
    await cluster.pool.query("insert into migration (name, run_on) values ('9999_later', now())");
    expect(await statusOf("/readyz")).toBe(503);
    await cluster.pool.query("delete from migration where name = '9999_later'");
    expect(await statusOf("/readyz")).toBe(200);
    const { rows } = await cluster.pool.query<{ name: string }>(
      "delete from migration where id = (select max(id) from migration) returning name",
    );
    expect(await statusOf("/readyz")).toBe(503);
    await cluster.pool.query("insert into migration (name, run_on) values ($1, now())", [
      rows[0]?.name,
    ]);
    expect(await statusOf("/readyz")).toBe(200);
  });

  it("is 503 within seconds for a database that holds and does not answer", async () => {
    const client = await cluster.pool.connect();
    await client.query("begin; lock table migration in access exclusive mode");
    expect(await statusOf("/readyz")).toBe(503);
    await client.query("rollback");
    client.release();
    expect(await statusOf("/readyz")).toBe(200);
  });

  it("is 503 once the server stops, while the process lives and answers", async () => {
    const draining = new AbortController();
    const shutdown = { draining: draining.signal, cutting: new AbortController().signal };
    const stopping = await runApp(cluster.pool, { shutdown });
    const status = async (path: string) => (await fetch(stopping.address + path)).status;
    expect(await status("/readyz")).toBe(200);
    draining.abort();
    expect(await status("/readyz")).toBe(503);
    expect([await status("/healthz"), await status(observations)]).toEqual([200, 200]);
    await stopping.close();
  });
});
