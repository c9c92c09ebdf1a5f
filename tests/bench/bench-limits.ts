import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { importFile } from "../../server/import/import-file.ts";
import type { Told } from "./bench.ts";
import { type BenchDatabase, type FreshDatabase, withBenchDatabase } from "./bench-database.ts";
import { startProcess } from "./bench-process.ts";
import { median } from "./median.ts";
import { madeUpRates, writeRates } from "./rate-file.ts";
import { requestsPerSecond } from "./request-load.ts";

const keptBytes = 64 * 1024 * 1024;
/** Lower than the server's own, so that a machine is over it within seconds, and most of the minute is left to measure; what an answer beyond costs does not depend on it. */
const perMinute = 600;
const noLimit = 1_000_000_000;
/** By turns beside and alone, since other work on the machine comes and goes. */
const turns = { seconds: 3, warmUpSeconds: 8, within: 4 } as const;
const minuteMs = 60_000;
/** A turn of both, with what it takes to begin, is over before the minute is. */
const turnMs = 2 * turns.seconds * 1_000 + 2_000;
/** Each from an address of its own, another one each turn, so that no reader is over the limit. */
const readers = 32;
const hammering = { connections: 64, address: "127.0.0.2" } as const;

/** What one machine asks as fast as it can: the same again and again, or something else each time. */
const hammerings = ["kept", "new"] as const;

/**
 * Measures what readers lose, of answers a second, to one machine that asks as fast as it can: for the rest of the minute
 * once it is over its limit, which is what the limit is for, and while it is within.
 */
export async function benchLimits({ rounds, rows, json }: Told): Promise<void> {
  await withBenchDatabase({ fsync: false }, async (database) =>
    database.withFresh(async (fresh) => {
      const paths = await fill(database, fresh, rows);
      const results = [];
      for (const kind of hammerings) {
        const [over, within]: [number[], number[]] = [[], []];
        for (let round = 0; round < rounds; round++) {
          over.push(await measure({ url: fresh.url, paths, kind, isOver: true }));
          within.push(await measure({ url: fresh.url, paths, kind, isOver: false }));
        }
        results.push({ kind, rounds, over: rounded(over), within: rounded(within) });
      }
      const lines = results.map(
        ({ kind, over, within }) =>
          `${kind} questions: ${over} of their answers while it is over its limit, ${within} while within`,
      );
      const title = `What ${readers} readers keep beside one machine that asks as fast as it can, median of ${rounds} rounds`;
      const text = json ? JSON.stringify(results, null, 2) : [title, ...lines].join("\n");
      process.stdout.write(`${text}\n`);
    }),
  );
}

const rounded = (ratios: readonly number[]) => Number(median(ratios).toFixed(2));

async function fill({ folder }: BenchDatabase, { pool }: FreshDatabase, rows: number) {
  const path = join(folder, "rates.csv");
  await writeRates(path, madeUpRates(rows, "by series"));
  const request = { path, name: null, by: "bench", source: "BENCH", today: "2026-10-01" };
  const { series } = await importFile(pool, request);
  await pool.query("vacuum analyze");
  return series.slice(0, 50).map((each) => `/api/v1/series/${each.series}/observations?last=260`);
}

interface Measured {
  url: string;
  paths: readonly string[];
  kind: string;
  /** Whether the machine has spent its budget before. */
  isOver: boolean;
}

/** The part of their answers a second that readers keep. */
async function measure({ url, paths, kind, isOver }: Measured): Promise<number> {
  const limit = String(isOver ? perMinute : noLimit);
  const server = await startProcess("serve-queries", url, String(keptBytes), limit);
  const load = { port: server.port, paths, headers: { "Accept-Encoding": "gzip" }, status: 200 };
  let times = 0;
  const read = (seconds: number) => {
    times += 1;
    const from = (connection: number) => `127.0.${times}.${connection + 1}`;
    return requestsPerSecond({ ...load, from }, { connections: readers, seconds });
  };
  const [alone, beside]: [number[], number[]] = [[], []];
  try {
    await read(turns.warmUpSeconds);
    const beganMs = performance.now();
    const hammerer = await startProcess("hammer", String(server.port), kind, ...paths);
    if (isOver) await metOver(server.port, 0);
    const isLeft = () =>
      isOver ? performance.now() + turnMs < beganMs + minuteMs : alone.length < turns.within;
    while (isLeft()) {
      const before = isOver ? await countOver(server.port) : 0;
      hammerer.resume();
      beside.push(await read(turns.seconds));
      if (isOver) await metOver(server.port, before);
      hammerer.pause();
      alone.push(await read(turns.seconds));
    }
    hammerer.resume();
    await hammerer.stop();
    return sum(beside) / sum(alone);
  } finally {
    await server.stop();
  }
}

const sum = (figures: readonly number[]) => figures.reduce((all, each) => all + each, 0);

/** How many requests the server has refused as over the limit. */
async function countOver(port: number): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const counts = metrics.matchAll(/^kurs_http_requests_over_limit_total\{.*\} (\d+)$/gm);
  return sum([...counts].map(([, count]) => Number(count)));
}

/** Waits until it has refused more than so many. Throws when that does not come within seconds, since then something else is measured. */
async function metOver(port: number, before: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await countOver(port)) > before) return;
    await pause(100);
  }
  throw new Error("the machine never came over its limit");
}

/** A process that asks a server as fast as it answers, and connects again when it is thrown out. Its words are the port, what it asks, and the paths. */
export async function hammer({ words }: Told): Promise<void> {
  const [port = "", kind = "", ...paths] = words;
  let asked = 0;
  const next = () => {
    const path = paths[asked++ % paths.length] ?? "";
    return `GET ${path}${kind === "new" ? `&start=1999-01-${(asked % 28) + 1}&limit=${asked}` : ""} HTTP/1.1\r\nHost: kurs\r\nAccept-Encoding: gzip\r\n\r\n`;
  };
  const begin = () => {
    const socket = connect({
      port: Number(port),
      host: "127.0.0.1",
      localAddress: hammering.address,
    });
    socket.on("connect", () => socket.write(next()));
    // Whatever comes, it asks again: it need not read to the end of an answer.
    socket.on("data", () => socket.write(next()));
    socket.on("error", () => undefined);
    socket.on("close", begin);
  };
  for (let i = 0; i < hammering.connections; i++) begin();
  process.stdout.write("0\n");
  await new Promise(() => undefined);
}
