import { once } from "node:events";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { Agent, type ClientRequest, get, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../../../server/import/token.ts";
import { cloneDatabase } from "../../support/database.ts";
import { eventually } from "../../support/eventually.ts";
import { spawnKurs, startKurs } from "../../support/run-kurs.ts";

const database = cloneDatabase("fixtures");
let folder: string;
let token: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-stop-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
  // Else each server would make the first one.
  token = await createToken(database.pool, "stop");
});
afterAll(() => rm(folder, { recursive: true }));

/** Ten seconds are promised; the machine of the tests may have more to do than this. */
const mostMs = 30_000;

const start = () => startKurs({ DATABASE_URL: database.url, DATA_DIR: folder, RATE_LIMIT: "0" });

const read = (url: string, agent: Agent) =>
  new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { agent }, (response) => {
      response.on("error", reject).on("end", () => resolve(response));
      response.resume();
    }).on("error", reject),
  );

/** Asks over one connection, again and again, until the server says that it ends it; gathers the statuses. */
async function askOn(address: string, client: number, statuses: number[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let n = 0; ; n += 1) {
    // Some are kept ready, others are made.
    const last = n % 2 ? 5 : 1_000 + 100 * client + n;
    const path = `/api/v1/series/FX/D.USD.KGS.MARKET/observations?last=${last}`;
    const response = await read(address + path, agent);
    statuses.push(response.statusCode ?? 0);
    if (response.headers.connection === "close") return;
  }
}

/** An import that the server has let in, and that has sent its first line. */
async function beginUpload(address: string, source: string): Promise<ClientRequest> {
  const upload = request(`${address}/api/v1/imports?source=${source}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "text/csv",
      Expect: "100-continue",
    },
  });
  upload.flushHeaders();
  await once(upload, "continue");
  upload.write("date,base,quote,rate\n2026-09-01,USD,KGS,87.45\n");
  return upload;
}

/** Lets nothing else of this process run meanwhile. */
function sleepSync(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe.concurrent("SIGTERM under load", () => {
  it("loses no request that was sent, nor the import that is under way, and ends with 0 in time", async () => {
    const { child, address } = await start();
    const statuses: number[] = [];
    const clients = Array.from({ length: 12 }, (_, n) => askOn(address, n, statuses));
    const upload = await beginUpload(address, "STOP");
    const answered = once(upload, "response") as Promise<[IncomingMessage]>;
    await eventually(() => expect(statuses.length).toBeGreaterThan(100));

    const ended = once(child, "exit");
    const began = performance.now();
    child.kill("SIGTERM");
    await delay(1_000);
    upload.end("2026-09-02,USD,KGS,87.55\n");

    await Promise.all(clients);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    const [response] = await answered;
    expect([response.statusCode, response.headers.connection]).toEqual([201, "close"]);
    response.resume();
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(mostMs);
    const { rows } = await database.pool.query(
      "select count(*) as count from observation join series using (series_id) where source_code = 'STOP'",
    );
    expect(rows).toEqual([{ count: 2 }]);
  });

  it("cuts an upload that does not end, in time, and stores nothing of it", async () => {
    const { child, address } = await start();
    const upload = await beginUpload(address, "ENDLESS");
    const failed = once(upload, "error");
    await delay(300);
    const ended = once(child, "exit");
    const began = performance.now();
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - began).toBeLessThan(mostMs);
    await failed;
    const { rows } = await database.pool.query("select from source where source_code = 'ENDLESS'");
    expect(rows).toEqual([]);
  });
});

it.concurrent("Ctrl+C under npm, which comes twice, stops the server in order", async () => {
  const { child, address } = await start();
  // The stop lasts until this has been answered, however busy the machine is.
  const upload = await beginUpload(address, "TWICE");
  const answered = once(upload, "response") as Promise<[IncomingMessage]>;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  sleepSync(5);
  child.kill("SIGINT");
  await delay(300);
  upload.end("2026-09-02,USD,KGS,87.55\n");
  const [response] = await answered;
  expect(response.statusCode).toBe(201);
  response.resume();
  expect(await ended).toEqual([0, null]);
});

/** Stops a first start as soon as what it makes looks like this, and expects it to end in order. */
async function interrupt(dataDir: string, isReached: () => Promise<boolean>): Promise<void> {
  const child = spawnKurs(["serve"], { DATA_DIR: dataDir, PORT: "0" });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await eventually(async () => expect(await isReached()).toBe(true));
  // So that it is in the midst of it.
  await delay(500);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  expect([await ended, said]).toEqual([[0, null], ""]);
  expect(await list(join(dataDir, "database"))).not.toContain("postmaster.pid");
}

const list = (path: string): Promise<string[]> => readdir(path).catch(() => []);

it.concurrent(
  "SIGTERM during the very first start, while the database is made or the figures are loaded, ends it in order, and the next start works",
  async () => {
    const dataDir = join(folder, "first");
    const isMaking = (name: string) => /^database\.\d/.test(name);
    await interrupt(dataDir, async () => (await list(dataDir)).some(isMaking));
    expect((await list(dataDir)).filter(isMaking)).toEqual([]);
    const database = join(dataDir, "database");
    await interrupt(dataDir, async () => (await list(database)).includes("postmaster.pid"));

    const { child, address } = await startKurs({ DATA_DIR: dataDir });
    const response = await fetch(`${address}/api/v1/rates/latest?base=USD&quotes=KGS`);
    expect(response.status).toBe(200);
    const stopped = once(child, "exit");
    child.kill("SIGTERM");
    expect(await stopped).toEqual([0, null]);
  },
);
