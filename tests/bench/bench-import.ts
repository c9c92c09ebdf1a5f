import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { importFile } from "../../server/import/import-file.ts";
import type { Pool } from "../../server/sql/database.ts";
import { bareCopy, createBareTable, writeBareRows } from "./bare-copy.ts";
import type { Told } from "./bench.ts";
import { type BenchDatabase, withBenchDatabase } from "./bench-database.ts";
import { median } from "./median.ts";
import { withPeakMemory } from "./peak-memory.ts";
import { madeUpRates, type Order, writeRates } from "./rate-file.ts";

const orders: readonly Order[] = ["by series", "by day"];
const ways = ["bare COPY", "first load", "nothing changes", "1 % revised"] as const;
type Way = (typeof ways)[number];
type Round = Record<Way, number>;

/** Measures imports, from the file to the commit, beside a bare COPY of the same rows, and prints the ratios. */
export async function benchImport({ rounds, rows, json }: Told): Promise<void> {
  await withBenchDatabase({ fsync: true }, async (database) => {
    for (const order of orders) await writeFiles(database.folder, rows, order);
    const rates = new Map(orders.map((order): [Order, Round[]] => [order, []]));
    let peakMb = 0;
    for (let round = 0; round < rounds; round++) {
      for (const order of orders) {
        const measured = await withPeakMemory(() => measureRound(database, rows, order));
        rates.get(order)?.push(measured.result);
        peakMb = Math.max(peakMb, measured.peakMb);
      }
    }
    print({ rows, rounds, peakMb, json }, rates);
  });
}

const pathsOf = (folder: string, order: Order) => {
  const name = join(folder, order.replace(" ", "-"));
  return { file: `${name}.csv`, revised: `${name}-revised.csv`, bare: `${name}.copy` };
};

async function writeFiles(folder: string, rows: number, order: Order): Promise<void> {
  const paths = pathsOf(folder, order);
  await writeRates(paths.file, madeUpRates(rows, order));
  await writeRates(paths.revised, madeUpRates(rows, order, { revised: true }));
  await writeBareRows(paths.bare, madeUpRates(rows, order));
}

/** Rows a second of each way, all on databases of this round's own. */
async function measureRound(
  { folder, withFresh }: BenchDatabase,
  rows: number,
  order: Order,
): Promise<Round> {
  const paths = pathsOf(folder, order);
  const bare = await withFresh(async ({ pool }) => {
    await createBareTable(pool);
    return rowsPerSecond(pool, rows, () => bareCopy(pool, paths.bare));
  });
  return withFresh(async ({ pool }) => ({
    "bare COPY": bare,
    "first load": await rowsPerSecond(pool, rows, () => bringIn(pool, paths.file, "added", rows)),
    "nothing changes": await rowsPerSecond(pool, rows, () =>
      bringIn(pool, paths.file, "unchanged", rows),
    ),
    "1 % revised": await rowsPerSecond(pool, rows, () =>
      bringIn(pool, paths.revised, "revised", 1),
    ),
  }));
}

async function rowsPerSecond(pool: Pool, rows: number, work: () => Promise<void>): Promise<number> {
  // What an earlier measurement left to be written is not this one's.
  await pool.query("checkpoint");
  const begin = performance.now();
  await work();
  return (rows * 1000) / (performance.now() - begin);
}

async function bringIn(
  pool: Pool,
  path: string,
  outcome: "added" | "unchanged" | "revised",
  least: number,
): Promise<void> {
  const request = { path, name: null, by: "bench", source: "BENCH", today: "2026-10-01" };
  const { counts } = await importFile(pool, request);
  if (Number(counts[outcome]) < least)
    throw new Error(`not as expected: ${JSON.stringify(counts)}`);
}

interface Summary {
  rows: number;
  rounds: number;
  peakMb: number;
  json: boolean;
}

function print({ rows, rounds, peakMb, json }: Summary, rates: ReadonlyMap<Order, Round[]>): void {
  const table = [...rates].flatMap(([order, measured]) =>
    ways.map((way) => ({
      order,
      way,
      rowsPerSecond: Math.round(median(measured.map((round) => round[way]))),
      // Each round by its own limit: what slows the machine down slows both.
      ratio: Number(median(measured.map((round) => round[way] / round["bare COPY"])).toFixed(2)),
    })),
  );
  const summary = { rows, rounds, peakMbOverIdle: Math.round(peakMb), results: table };
  if (json) return void process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  const lines = table.map(
    ({ order, way, rowsPerSecond, ratio }) =>
      `${order.padEnd(11)}${way.padEnd(17)}${String(rowsPerSecond).padStart(9)} rows/s ${ratio.toFixed(2).padStart(6)} of bare`,
  );
  const head = `Imports of ${rows} rows, median of ${rounds} rounds`;
  const tail = `Memory of this process at most ${summary.peakMbOverIdle} MB over idle`;
  process.stdout.write(`${[head, ...lines, tail].join("\n")}\n`);
}
