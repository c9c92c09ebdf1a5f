import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import "../../server/steady-heap.js";
import { importFile } from "../../server/import/import-file.ts";
import { createPool } from "../../server/sql/database.ts";
import type { Told } from "./bench.ts";
import { withBenchDatabase } from "./bench-database.ts";
import { withPeakMemory } from "./peak-memory.ts";
import { madeUpRates, type Rate, writeLines } from "./rate-file.ts";

const rowsPerSource = 1_000_000;
const bytesPerRow = 33;

/** Imports one big file in a process of its own and prints how much memory that took over idle. */
export async function benchMemory({ bytes, json }: Told): Promise<void> {
  // The database's safety costs no memory of ours.
  await withBenchDatabase({ fsync: false }, async ({ folder, withFresh }) => {
    const path = join(folder, "big.csv");
    await writeBigFile(path, bytes);
    const { size } = await stat(path);
    await withFresh(async ({ url }) => {
      const words = [String(process.argv[1]), "import-alone", url, path, String(size)];
      const child = spawn(process.execPath, [...words, ...(json ? ["--json"] : [])], {
        stdio: "inherit",
      });
      const [code] = (await once(child, "exit")) as [number | null];
      if (code !== 0) throw new Error(`the import ended with ${code}`);
    });
  });
}

/** As many sources with a million rows each as it takes, so that no row is like another. */
async function writeBigFile(path: string, bytes: number): Promise<void> {
  const rows = Math.ceil(bytes / bytesPerRow);
  function* rates(): Generator<Rate & { source: number }> {
    for (let source = 1, left = rows; left > 0; source++, left -= rowsPerSource) {
      for (const rate of madeUpRates(Math.min(left, rowsPerSource), "by day")) {
        yield { ...rate, source };
      }
    }
  }
  await writeLines(path, "date,base,quote,rate,source\n", rates(), (rate) => {
    const { day, base, quote, value, source } = rate;
    return `${day},${base},${quote},${value},BENCH${source}\n`;
  });
}

/** The process that imports: its words are the database's address, the file and the file's size. */
export async function importAlone({ words, json }: Told): Promise<void> {
  const [url = "", path = "", size = ""] = words;
  const pool = createPool({ connectionString: url }, (error) => {
    throw error;
  });
  await pool.query("select");
  const begin = performance.now();
  const { result, peakMb } = await withPeakMemory(() =>
    importFile(pool, { path, name: null, by: "bench", today: "2026-10-01" }),
  );
  await pool.end();
  const seconds = Math.round((performance.now() - begin) / 1000);
  const told = { bytes: Number(size), rows: result.counts.added, seconds, peakMbOverIdle: peakMb };
  const line = `${told.bytes} bytes, ${told.rows} rows in ${seconds} s: at most ${peakMb.toFixed(0)} MB over idle`;
  process.stdout.write(`${json ? JSON.stringify(told) : line}\n`);
}
