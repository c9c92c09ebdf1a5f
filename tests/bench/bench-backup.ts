import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pipeline } from "node:stream/promises";
import "../../server/steady-heap.js";
import { backup } from "../../server/backup/backup.ts";
import { restore } from "../../server/backup/restore.ts";
import { packArchive } from "../../server/backup/write-archive.ts";
import { importFile } from "../../server/import/import-file.ts";
import { createPool, type Pool } from "../../server/sql/database.ts";
import { bareCopy, createBareTable, writeBareRows } from "./bare-copy.ts";
import type { Told } from "./bench.ts";
import { withBenchDatabase } from "./bench-database.ts";
import { withPeakMemory } from "./peak-memory.ts";
import { madeUpRates, writeRates } from "./rate-file.ts";

/** Backs up and restores a database of so many versions, each in a process of its own, beside a bare COPY of the same rows. */
export async function benchBackup({ rows }: Told): Promise<void> {
  await withBenchDatabase({ fsync: true }, async ({ folder, withFresh, withBlank }) => {
    const [file, bare, archive] = ["rates.csv", "bare.copy", "kurs.tar.gz"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await writeRates(file, madeUpRates(rows, "by day"));
    await writeBareRows(bare, madeUpRates(rows, "by day"));
    const bareSeconds = await withFresh(async ({ pool }) => {
      await createBareTable(pool);
      return secondsOf(() => bareCopy(pool, bare));
    });
    say(`bare COPY of ${rows} rows: ${bareSeconds.toFixed(1)} s`);
    await withFresh(async ({ pool, url }) => {
      const request = { path: file, name: null, by: "bench", source: "BENCH", today: "2026-10-01" };
      await importFile(pool, request);
      await pool.query("checkpoint");
      await runAlone("backup-alone", url, archive);
    });
    const { size } = await stat(archive);
    say(`${(size / 1e6).toFixed(1)} MB, ${(size / rows).toFixed(1)} bytes a version with its file`);
    await withBlank(({ url }) => runAlone("restore-alone", url, archive));
  });
}

/** The process that backs up: its words are the database's address and the file. */
export async function backupAlone({ words }: Told): Promise<void> {
  await alone("backup", words, (pool, path) =>
    backup(pool, { kurs: "bench", at: new Date() }, (archive) =>
      pipeline(archive, packArchive(), createWriteStream(path)),
    ),
  );
}

/** The process that restores. */
export async function restoreAlone({ words }: Told): Promise<void> {
  await alone("restore", words, (pool, path) =>
    restore(pool, "migrations", createReadStream(path)),
  );
}

async function alone(
  name: string,
  [url = "", path = ""]: readonly string[],
  work: (pool: Pool, path: string) => Promise<unknown>,
): Promise<void> {
  const pool = createPool({ connectionString: url }, (error) => {
    throw error;
  });
  await pool.query("select");
  const begin = performance.now();
  const { peakMb } = await withPeakMemory(() => work(pool, path));
  say(`${name}: ${seconds(begin).toFixed(1)} s, at most ${peakMb.toFixed(0)} MB over idle`);
  await pool.end();
}

async function runAlone(...words: string[]): Promise<void> {
  const child = spawn(process.execPath, [String(process.argv[1]), ...words], { stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`${String(words[0])} ended with ${String(code)}`);
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return seconds(begin);
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
