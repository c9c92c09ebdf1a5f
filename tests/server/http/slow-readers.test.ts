import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { get, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { warningCodes } from "../../../server/contract/import-report.ts";
import { startApp } from "../../support/app.ts";
import { eventually } from "../../support/eventually.ts";
import { keptMemory } from "../../support/kept-memory.ts";
import { importText, ratesFile } from "../../support/import-text.ts";

const app = startApp();
const observations = "/api/v1/series/FX/D.USD.KGS.SLOW/observations";
let importId: number;
let sent: Buffer;

/** A file that is many times what sockets hold, and a series whose text is, too; the latter put in behind the importer's back. */
beforeAll(async () => {
  const { pool } = app.database;
  const request = { source: "SLOW", accept: warningCodes };
  const { id } = await importText(pool, ratesFile({ "2026-09-30": "87.5" }), request);
  importId = Number(id);
  await pool.query(
    `insert into observation (series_id, period, import_id, said_by, line, value)
    select series_id, date '1200-01-01' + n, $1, $1, n + 3, round((n % 997) / 100.0, 2)
    from series, generate_series(0, 290000) as n
    where series_key = 'D.USD.KGS.SLOW'`,
    [importId],
  );
  const pieces = Array.from({ length: 80 }, () => randomBytes(256 * 1024));
  sent = Buffer.concat(pieces);
  const { gzipSync } = await import("node:zlib");
  await pool.query("delete from import_piece where import_id = $1", [importId]);
  for (const [piece, bytes] of pieces.entries())
    await pool.query(
      "insert into import_piece (import_id, piece, first_line, content) values ($1, $2, $3, $4)",
      [importId, piece, piece + 1, gzipSync(bytes)],
    );
});

/** Begins an answer and reads none of its body. */
const begin = (path: string) =>
  new Promise<IncomingMessage>((resolve, reject) =>
    get(`${app.address}${path}`, { agent: false }, resolve).on("error", reject),
  );
const leave = (stalled: readonly IncomingMessage[]) =>
  Promise.all(
    stalled.map(async (response) => {
      response.destroy();
      if (!response.closed) await once(response, "close");
    }),
  );
const isIdle = () =>
  eventually(() => {
    const { pool } = app.database;
    expect([pool.idleCount, pool.waitingCount]).toEqual([pool.totalCount, 0]);
  });

describe("readers who take nothing", () => {
  it("of kept files hold no connection of the database, however many they are", async () => {
    const file = `/api/v1/imports/${importId}/file`;
    const stalled = await Promise.all(Array.from({ length: 20 }, () => begin(file)));
    expect(stalled.map(({ statusCode }) => statusCode)).toEqual(stalled.map(() => 200));
    await isIdle();
    const bytes = await (await fetch(app.address + file)).arrayBuffer();
    expect(Buffer.from(bytes).equals(sent)).toBe(true);
    await leave(stalled);
  });

  it("of long series leave half of the connections to others, and take no memory meanwhile", async () => {
    const before = await keptMemory();
    const asked = Array.from({ length: 8 }, (_, n) =>
      begin(`${observations}?format=csv&start=${1201 + n}`),
    );
    const stalled = await Promise.all(asked);
    const statuses = stalled.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 200)).toHaveLength(4);
    expect(statuses.filter((status) => status === 503)).toHaveLength(4);
    for (let n = 0; n < 20; n += 1) {
      const { response } = await app.ask(
        "latestRates",
        {},
        { base: "USD", quotes: "KGS", lang: n % 2 ? "en" : "ru" },
      );
      expect(response.status).toBe(200);
    }
    expect((await keptMemory()) - before).toBeLessThan(20_000_000);
    await leave(stalled);
    await isIdle();
  });
});

describe("clients that leave", () => {
  it("in the middle of a download give its connection back", async () => {
    const response = await begin(`${observations}?format=ndjson`);
    response.once("data", () => response.destroy());
    await new Promise((resolve) => response.once("close", resolve));
    await isIdle();
  });

  it.each([
    ["text/csv", "date,base,quote,rate\n"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\ndate,base,quote,rate\n',
    ],
  ])("in the middle of an upload as %s leave nothing behind", async (type, head) => {
    const count = async () =>
      (await app.database.pool.query<{ count: number }>("select count(*) from import")).rows[0]
        ?.count;
    const before = await count();
    const upload = request(`${app.address}/api/v1/imports?source=NBKR`, {
      method: "POST",
      headers: { Authorization: `Bearer ${app.token}`, "Content-Type": type },
    });
    upload.on("error", () => undefined);
    const folders = async () =>
      (await readdir(tmpdir())).filter((name) => name.includes(`-${process.pid}-`));
    const lines = Array.from(
      { length: 2_000 },
      (_, n) => `20${10 + (n % 10)}-01-02,USD,KGS,87.45\n`,
    );
    upload.write(head + lines.join(""));
    await eventually(async () => expect(await folders()).toHaveLength(1));
    upload.destroy();
    await eventually(async () => expect(await folders()).toEqual([]));
    await isIdle();
    expect(await count()).toBe(before);
  });
});
