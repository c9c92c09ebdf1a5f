import { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { createPool, createReaders, type Pool, reading } from "../../../server/sql/database.ts";
import { streamObservations } from "../../../server/sql/stream-observations.ts";
import { type RunningApp, runApp } from "../../support/app.ts";
import { cloneDatabase } from "../../support/database.ts";
import { importText, ratesFile } from "../../support/import-text.ts";
import { type StallingProxy, stallingProxy } from "../../support/stalling-proxy.ts";

const { pool, connection } = cloneDatabase("fixtures");
const mostMs = 1_000;
const path = "/api/v1/series/FX/D.USD.KGS.MARKET/observations";
let proxy: StallingProxy;
let near: Pool;
let readers: Pool;
let app: RunningApp;

beforeAll(async () => {
  const { host, port } = inject("cluster");
  proxy = await stallingProxy(host, port);
  near = createPool({ ...connection, port: proxy.port }, () => undefined);
  near.options.max = 1;
  readers = createReaders(near, () => undefined, mostMs);
  app = await runApp(pool, { readers });
});
afterAll(async () => {
  await app.close();
  await readers.end();
  await near.end();
  await proxy.close();
});

it("is 503 when the network loses a statement, and all is well on the next connection", async () => {
  const status = async (n: number) => (await fetch(`${app.address}${path}?last=${n}`)).status;
  expect(await status(1)).toBe(200);
  const lost = await backend();
  proxy.stall();
  const response = await fetch(`${app.address}${path}?last=2`);
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await status(3)).toBe(200);
  expect(await backend()).not.toBe(lost);
});

it("ends a transaction in which a statement is lost, and asks nothing more over its connection", async () => {
  const working = reading(readers, async (db) => {
    proxy.stall();
    await db.query("select 1");
  });
  await expect(working).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(readers.totalCount).toBe(0);
  await reading(readers, (db) => db.query("select 1"));
});

it("lets a transaction be silent between its statements, and a statement take its time elsewhere", async () => {
  await reading(readers, async (db) => {
    await delay(1.5 * mostMs);
    expect((await db.query("select 1")).rowCount).toBe(1);
  });
  await near.query("select pg_sleep($1)", [(1.5 * mostMs) / 1_000]);
});

it("gives each batch of a long answer the time of a statement, however long all take together", async () => {
  const { id } = await importText(pool, ratesFile({ "2026-09-30": "87.5" }), { source: "LONG" });
  const { rows } = await pool.query<{ seriesId: number }>(
    `insert into observation (series_id, period, import_id, said_by, line, value)
    select series_id, date '1900-01-01' + n, $1, $1, n + 3, 87
    from series, generate_series(1, 14000) as n
    where series_key = 'D.USD.KGS.LONG'
    returning series_id as "seriesId"`,
    [Number(id)],
  );
  const count = await reading(readers, async (db) => {
    const range = { start: null, end: null, order: "asc" } as const;
    let read = 0;
    for await (const batch of streamObservations(db, null, [rows[0]!.seriesId], range)) {
      read += batch.length;
      await delay(mostMs / 2);
    }
    return read;
  });
  expect(count).toBe(14_001);
});

it("opens every connection with TCP's keep-alive, so that one that is idle is not dead unnoticed", async () => {
  const keep = vi.spyOn(Socket.prototype, "setKeepAlive");
  const own = createPool(connection, () => undefined);
  const ownReaders = createReaders(own, () => undefined);
  await own.query("select 1");
  await ownReaders.query("select 1");
  expect(keep.mock.calls).toEqual([
    [true, 30_000],
    [true, 30_000],
  ]);
  keep.mockRestore();
  await ownReaders.end();
  await own.end();
});

/** The process of PostgreSQL behind the readers' connection. */
async function backend(): Promise<number> {
  const { rows } = await readers.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]!.pid;
}
