import { writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { importFile } from "../../server/import/import-file.ts";
import type { Told } from "./bench.ts";
import { type BenchDatabase, type FreshDatabase, withBenchDatabase } from "./bench-database.ts";
import { type BenchProcess, startProcess } from "./bench-process.ts";
import { median } from "./median.ts";
import { statementsFor } from "./query-server.ts";
import { madeUpRates, writeRates } from "./rate-file.ts";
import { type Request, requestsPerSecond } from "./request-load.ts";
import { driverPerSecond, selectsPerSecond, selectTool } from "./select-load.ts";

const effort = { connections: 16, seconds: 2 } as const;
const keptBytes = 64 * 1024 * 1024;
/** As long does each question go to the server before anything is measured: the first thousands of answers are made by code that V8 has not optimised yet. */
const warmUpSeconds = 8;
const gzip = { "Accept-Encoding": "gzip" };

/** One thing to measure, and the limit that it is measured against, if it is none itself. */
interface Measure {
  name: string;
  limit?: string;
  run: () => Promise<number>;
}

/** Measures reads beside bare `node:http` with the same bytes and beside the bare selects, and prints the ratios. */
export async function benchQuery({ rounds, rows, json }: Told): Promise<void> {
  await withBenchDatabase({ fsync: false }, async (database) =>
    database.withFresh(async (fresh) => {
      const paths = await fill(database, fresh, rows);
      const processes: BenchProcess[] = [];
      const start = async (...words: string[]) => {
        const started = await startProcess(...words);
        processes.push(started);
        return started.port;
      };
      try {
        const measures = await prepare({ database, fresh, paths, start });
        const figures = new Map(measures.map(({ name }): [string, number[]] => [name, []]));
        for (let round = 0; round < rounds; round++) {
          for (const { name, run } of measures) figures.get(name)?.push(await run());
        }
        print(measures, figures, { rounds, json, tool: await selectTool() });
      } finally {
        for (const { stop } of processes) await stop();
      }
    }),
  );
}

/** Imports made-up rates. Returns where five years of each series are read. */
async function fill({ folder }: BenchDatabase, { pool }: FreshDatabase, rows: number) {
  const path = join(folder, "rates.csv");
  await writeRates(path, madeUpRates(rows, "by series"));
  const request = { path, name: null, by: "bench", source: "BENCH", today: "2026-10-01" };
  const { series } = await importFile(pool, request);
  await pool.query("vacuum analyze");
  const end = series[0]?.last ?? "";
  const start = `${Number(end.slice(0, 4)) - 5}${end.slice(4)}`;
  return series.map((each) => `/api/v1/series/${each.series}/observations?start=${start}`);
}

interface Setting {
  database: BenchDatabase;
  fresh: FreshDatabase;
  paths: readonly string[];
  start: (...words: string[]) => Promise<number>;
}

async function prepare({ database, fresh, paths, start }: Setting): Promise<Measure[]> {
  const serving = (bytes: number) => start("serve-queries", fresh.url, String(bytes));
  const [keeping, alsoKeeping, making] = [
    await serving(keptBytes),
    await serving(keptBytes),
    await serving(0),
  ];
  const [path = ""] = paths;
  const file = join(database.folder, "body");
  const plain = await fetchBytes(keeping, path, {});
  const packed = await fetchBytes(keeping, path, gzip);
  await writeFile(file, plain.bytes);
  await writeFile(`${file}.gz`, packed.bytes);
  const barePlain = await start("serve-bytes", file, "identity", plain.etag);
  const bareGzip = await start("serve-bytes", `${file}.gz`, "gzip", packed.etag);
  const known = { ...gzip, "If-None-Match": packed.etag };
  const rates = ["/api/v1/rates/latest?base=AMD&quotes=USD,EUR,KGS,KZT,RUB"];
  const load = (
    port: number,
    told: Partial<Request> = {},
    connections: number = effort.connections,
  ) => requestsPerSecond({ port, paths: [path], status: 200, ...told }, { ...effort, connections });
  const halves = (told: Partial<Request>) => async () => {
    const each = [keeping, alsoKeeping].map((port) => load(port, told, effort.connections / 2));
    return (await Promise.all(each)).reduce((sum, rate) => sum + rate, 0);
  };
  const selects = async (asked: readonly string[], name: string): Promise<Measure[]> => {
    const questions = await statementsFor(fresh.url, asked);
    return [
      { name, run: () => selectsPerSecond(fresh.url, questions, effort) },
      {
        name: `${name}, by pg`,
        limit: name,
        run: () => driverPerSecond(fresh.url, questions, effort),
      },
    ];
  };
  const warm = (told: Partial<Request>) =>
    requestsPerSecond(
      { port: making, paths, status: 200, ...told },
      { ...effort, seconds: warmUpSeconds },
    );
  await warm({});
  await warm({ headers: gzip });
  await warm({ paths: rates });
  return [
    { name: "bare, plain", run: () => load(barePlain) },
    { name: "kept, plain", limit: "bare, plain", run: () => load(keeping) },
    { name: "bare, gzip", run: () => load(bareGzip, { headers: gzip }) },
    { name: "kept, gzip", limit: "bare, gzip", run: () => load(keeping, { headers: gzip }) },
    {
      name: "kept, gzip, two processes",
      limit: "kept, gzip",
      run: halves({ headers: gzip }),
    },
    { name: "bare, 304", run: () => load(bareGzip, { headers: known, status: 304 }) },
    {
      name: "kept, 304",
      limit: "bare, 304",
      run: () => load(keeping, { headers: known, status: 304 }),
    },
    ...(await selects(paths, "select of the series")),
    {
      name: "uncached, plain",
      limit: "select of the series",
      run: () => load(making, { paths }),
    },
    {
      name: "uncached, gzip",
      limit: "select of the series",
      run: () => load(making, { paths, headers: gzip }),
    },
    ...(await selects(rates, "select of five rates")),
    {
      name: "uncached, five latest rates",
      limit: "select of five rates",
      run: () => load(making, { paths: rates }),
    },
  ];
}

/** The bytes of an answer as they came, still packed, and its tag. */
async function fetchBytes(port: number, path: string, headers: Record<string, string>) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, headers }, resolve).on("error", reject);
  });
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  if (response.statusCode !== 200) throw new Error(Buffer.concat(pieces).toString());
  return { bytes: Buffer.concat(pieces), etag: response.headers.etag ?? "" };
}

function print(
  measures: readonly Measure[],
  figures: ReadonlyMap<string, number[]>,
  { rounds, json, tool }: { rounds: number; json: boolean; tool: string },
): void {
  const results = measures.map(({ name, limit }) => {
    const measured = figures.get(name) ?? [];
    // Each round by its own limit: what slows the machine down slows both.
    const ratios = measured.map((rate, i) => rate / (figures.get(limit ?? name)?.[i] ?? NaN));
    const perSecond = Math.round(median(measured));
    return { name, perSecond, limit: limit ?? null, ratio: Number(median(ratios).toFixed(2)) };
  });
  if (json)
    return void process.stdout.write(`${JSON.stringify({ rounds, tool, results }, null, 2)}\n`);
  const lines = results.map(({ name, perSecond, limit, ratio }) => {
    const head = `${name.padEnd(29)}${String(perSecond).padStart(8)}/s`;
    return limit ? `${head} ${ratio.toFixed(2).padStart(6)} of ${limit}` : head;
  });
  const title = `Reads at ${effort.connections} connections, median of ${rounds} rounds; selects by ${tool}`;
  process.stdout.write(`${[title, ...lines].join("\n")}\n`);
}
