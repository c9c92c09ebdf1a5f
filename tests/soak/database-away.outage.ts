import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { Imports } from "../../server/contract/import-report.ts";
import { eventually } from "../support/eventually.ts";
import { ratesFile } from "../support/import-text.ts";
import { ownCluster } from "../support/own-cluster.ts";
import { startKurs } from "../support/run-kurs.ts";
import { followChanges, Load } from "./load.ts";

const seconds = Number(process.env.OUTAGE_SECONDS ?? 30);
const backMs = 5_000;
const cluster = ownCluster();

it(`a database that is stopped for ${seconds} s under load brings 503s, nothing else, and full service within 5 s after`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "kurs-outage-"));
  const environment = { DATABASE_URL: cluster.url, DATA_DIR: folder, RATE_LIMIT: "0" };
  const { child, address } = await startKurs(environment);
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  const token = (await readFile(join(folder, "token"), "utf8")).trim();
  const load = new Load();
  const away = new Away();
  const stream = await followChanges(address);
  const acknowledged = askAll(load, away, address, token);

  await sleep(5_000);
  expect(load.faults).toEqual([]);
  away.begin();
  await cluster.stop();
  await sleep(seconds * 1_000);
  await cluster.start();
  away.end();
  await sleep(backMs + 10_000);
  await load.stop();

  const { answers, faults } = load;
  const told = { seconds, answers, last503AfterMs: away.last503AfterMs, imports: acknowledged };
  process.stdout.write(`${JSON.stringify({ ...told, imports: acknowledged.length })}\n`);
  expect(faults).toEqual([]);
  expect(answers["503"]).toBeGreaterThan(0);
  expect(away.last503AfterMs).toBeLessThan(backMs);
  const response = await fetch(`${address}/api/v1/imports?limit=100`);
  const ids = Imports.parse(await response.json()).imports.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(acknowledged.slice(-50)));
  await eventually(() => expect(stream.ids()).toEqual(expect.arrayContaining(acknowledged)));
  expect(stream.told.isOpen).toBe(true);
  stream.leave();
});

/** When the database was away, and when its last 503 came. */
class Away {
  #isAway = false;
  #backAt: number | null = null;
  /** How long after the database was back the last 503 came, in milliseconds; below 0 when before. */
  last503AfterMs = -Infinity;

  begin(): void {
    this.#isAway = true;
  }

  end(): void {
    this.#backAt = performance.now();
  }

  /** What is wrong with an answer by now. */
  judge = (response: Response, text: string): string | null => {
    const { status } = response;
    if (status !== 503) return [200, 201, 304].includes(status) ? null : `${status} ${text}`;
    if (!this.#isAway) return `503 before anything was away: ${text}`;
    if (this.#backAt !== null) this.last503AfterMs = performance.now() - this.#backAt;
    return response.headers.has("retry-after") ? null : `503 without Retry-After: ${text}`;
  };
}

/** Readers and an importer; gives the numbers of the imports that are acknowledged. */
function askAll(load: Load, away: Away, address: string, token: string): number[] {
  const acknowledged: number[] = [];
  let turn = 0;
  const ask = (path: string) => async () =>
    void (await load.ask(
      `${address}/api/v1/${path.replace("N", String(1 + (++turn % 900)))}`,
      away.judge,
    ));
  for (const path of [
    "rates/latest?base=USD&quotes=KGS,KZT",
    "series/FX/D.USD.KGS.MARKET/observations?last=N",
    "series?limit=N",
    "rates/KGS-KZT/observations?last=N",
    "events?limit=5",
  ])
    load.add(ask(path), 20);
  load.add(async () => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" };
    const body = ratesFile({ "2026-01-05": `8${turn % 9}.${++turn}` });
    const init = { method: "POST", headers, body };
    await load.ask(
      `${address}/api/v1/imports?source=OUTAGE&accept=jump`,
      (response, text) => {
        const [, id] = /"id":(\d+)/.exec(text) ?? [];
        if (response.status === 201) acknowledged.push(Number(id));
        return away.judge(response, text);
      },
      init,
    );
  }, 300);
  return acknowledged;
}
