import { connect } from "node:net";
import { join } from "node:path";
import { importFile } from "../../server/import/import-file.ts";
import type { Told } from "./bench.ts";
import { type BenchDatabase, type FreshDatabase, withBenchDatabase } from "./bench-database.ts";
import { startProcess } from "./bench-process.ts";
import { median } from "./median.ts";
import { madeUpRates, writeRates } from "./rate-file.ts";
import { type Request, requestsPerSecond } from "./request-load.ts";

const keptBytes = 64 * 1024 * 1024;
const perMinute = 6_000;
/** By turns without and with, since other work on the machine comes and goes; two minutes of both. */
const turns = { count: 20, seconds: 3, warmUpSeconds: 8 } as const;
/** Each from an address of its own, so that no reader is over the limit himself. */
const readers = 32;
const hammering = { connections: 64, address: "127.0.0.2" } as const;

/** What one machine asks as fast as it can: the same again and again, or something else each time. */
const hammerings = ["kept", "new"] as const;

/** Measures what readers lose, of answers a second, to one machine that asks as fast as it can for minutes, most of them over its limit. */
export async function benchLimits({ rounds, rows, json }: Told): Promise<void> {
  await withBenchDatabase({ fsync: false }, async (database) =>
    database.withFresh(async (fresh) => {
      const paths = await fill(database, fresh, rows);
      const results = [];
      for (const kind of hammerings) {
        const ratios: number[] = [];
        for (let round = 0; round < rounds; round++)
          ratios.push(await measure(fresh.url, paths, kind));
        results.push({ kind, rounds, kept: Number(median(ratios).toFixed(2)) });
      }
      const lines = results.map(
        ({ kind, kept }) => `hammered with ${kind} questions: ${kept} of their answers`,
      );
      const title = `What ${readers} readers keep beside one machine, median of ${rounds} rounds`;
      const text = json ? JSON.stringify(results, null, 2) : [title, ...lines].join("\n");
      process.stdout.write(`${text}\n`);
    }),
  );
}

async function fill({ folder }: BenchDatabase, { pool }: FreshDatabase, rows: number) {
  const path = join(folder, "rates.csv");
  await writeRates(path, madeUpRates(rows, "by series"));
  const request = { path, name: null, by: "bench", source: "BENCH", today: "2026-10-01" };
  const { series } = await importFile(pool, request);
  await pool.query("vacuum analyze");
  return series.slice(0, 50).map((each) => `/api/v1/series/${each.series}/observations?last=260`);
}

/** The part of their answers a second that readers keep. */
async function measure(url: string, paths: readonly string[], kind: string): Promise<number> {
  const server = await startProcess("serve-queries", url, String(keptBytes), String(perMinute));
  const load: Request = {
    port: server.port,
    paths,
    headers: { "Accept-Encoding": "gzip" },
    status: 200,
    from: (connection) => `127.0.1.${connection + 1}`,
  };
  const read = (seconds: number) => requestsPerSecond(load, { connections: readers, seconds });
  const alone: number[] = [];
  const beside: number[] = [];
  try {
    await read(turns.warmUpSeconds);
    const hammerer = await startProcess("hammer", String(server.port), kind, ...paths);
    for (let turn = 0; turn < turns.count; turn++) {
      hammerer.resume();
      beside.push(await read(turns.seconds));
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
