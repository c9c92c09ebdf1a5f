import { get, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { importText, ratesFile } from "../../support/import-text.ts";

const app = startApp();
const days = 120_000;
const path = "/api/v1/series/FX/D.USD.KGS.LONG/observations";

/** A series of three centuries of days, put in behind the importer's back: what is read here is not how it came. */
beforeAll(async () => {
  const { pool } = app.database;
  for (const source of ["LONG", "OTHER"]) {
    const { id } = await importText(pool, ratesFile({ "2026-09-30": "87.5" }), {
      source,
      accept: warningCodes,
    });
    await pool.query(
      `insert into observation (series_id, period, import_id, said_by, line, value)
      select series_id, date '1600-01-01' + n, $1, $1, n + 3, round((n % 997) / 100.0, 2)
      from series, generate_series(0, $2) as n
      where series_key = 'D.USD.KGS.' || $3`,
      [Number(id), days - 2, source],
    );
  }
});

const textOf = async (query: string) => (await fetch(`${app.address}${path}?${query}`)).text();

/** What connections of the server other than the asking one are at. */
async function busy(): Promise<number> {
  const { rows } = await app.database.pool.query<{ count: number }>(
    `select count(*) as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
  );
  return rows[0]?.count ?? 0;
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await delay(20);
}

/** Begins to read an answer and then reads no further. */
async function begin(query: string): Promise<IncomingMessage> {
  const [response] = (await once(
    get(`${app.address}${path}?${query}`, { agent: false }),
    "response",
  )) as [IncomingMessage];
  response.pause();
  return response;
}

describe("a long answer", () => {
  it("has every observation once, in each format, and its pages say the same", async () => {
    const csv = (await textOf("format=csv")).split("\r\n");
    expect(csv).toHaveLength(days + 2);
    expect(csv.slice(0, 3)).toEqual(["period,value,status", "1600-01-01,0.00,A", csv[2]]);
    const lines = (await textOf("format=ndjson")).trimEnd().split("\n");
    expect(lines).toHaveLength(days);
    const { body } = await app.ask("observations", { dataset: "FX", key: "D.USD.KGS.LONG" });
    expect(body.observations).toHaveLength(days);
    expect(body.next).toBeNull();
    const periods = body.observations.map(({ period }) => period);
    expect(lines.map((line) => (JSON.parse(line) as { period: string }).period)).toEqual(periods);
    expect(csv.slice(1, -1).map((row) => row.slice(0, 10))).toEqual(periods);
    const newest = (await textOf("format=csv&order=desc")).split("\r\n");
    expect(newest.slice(1, -1)).toEqual(csv.slice(1, -1).reverse());
  });

  it("may be a table of several series", async () => {
    const query = "series=FX/D.USD.KGS.LONG,FX/D.USD.KGS.OTHER&format=csv";
    const response = await fetch(`${app.address}/api/v1/observations?${query}`);
    const rows = (await response.text()).split("\r\n");
    expect(rows).toHaveLength(days + 2);
    expect(rows.slice(0, 2)).toEqual([
      "period,FX/D.USD.KGS.LONG,FX/D.USD.KGS.OTHER",
      "1600-01-01,0.00,0.00",
    ]);
  });

  it("stops its query when its reader goes away, and gives its connection back", async () => {
    const response = await begin("format=ndjson");
    await until(async () => (await busy()) === 1);
    response.destroy();
    await until(async () => (await busy()) === 0);
    const { pool } = app.database;
    await until(() => pool.idleCount === pool.totalCount);
  });

  it("stops it, too, for readers who leave before the first byte", async () => {
    for (const year of ["1601", "1602", "1603", "1604", "1605", "1606"]) {
      const request = get(`${app.address}${path}?format=ndjson&start=${year}`, { agent: false });
      request.on("error", () => undefined);
      await until(async () => (await busy()) > 0);
      request.destroy();
      await until(async () => (await busy()) === 0);
    }
    expect((await textOf("format=ndjson&start=1607")).length).toBeGreaterThan(days);
  });

  it("leaves connections for others: a fifth at once is told to come again, a short one is answered", async () => {
    const four = await Promise.all([1, 2, 3, 4].map((n) => begin(`format=ndjson&start=160${n}`)));
    expect(four.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    const { body, response } = await app.refused(`${path}?format=ndjson&start=1605`);
    expect(body.type).toBe("/problems/unavailable");
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await textOf("format=csv&start=1600-01-01&end=1600-01-01")).toContain("1600-01-01,");
    for (const begun of four) begun.destroy();
    await until(async () => (await busy()) === 0);
    expect((await textOf("format=csv")).length).toBeGreaterThan(days);
  });
});
