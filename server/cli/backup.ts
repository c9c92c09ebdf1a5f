import { createWriteStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { backup } from "../backup/backup.ts";
import type { RowCounts } from "../backup/manifest.ts";
import { writeWhole } from "../backup/whole-file.ts";
import { packArchive } from "../backup/write-archive.ts";
import { StartError } from "../contract/start-error.ts";
import { packageRoot } from "../package-root.ts";
import type { Pool } from "../sql/database.ts";
import { print, say } from "./print.ts";
import { withKurs } from "./with-kurs.ts";

interface Options {
  force?: boolean;
}

/** `kurs backup FILE`: all that is stored, as one file. */
export const backupCommand = new Command("backup")
  .description(
    "write all that is stored to one file, while everything goes on; - is standard output",
  )
  .argument("<file>", "a tar archive packed with gzip, such as kurs.tar.gz")
  .option("--force", "replace a file that is there")
  .action((file: string, { force = false }: Options) =>
    withKurs(({ pool }) => (file === "-" ? toOutput(pool) : toFile(pool, file, force))),
  );

async function toFile(pool: Pool, file: string, replace: boolean): Promise<void> {
  const rows = await writeWhole(file, { replace }, (path) =>
    write(pool, createWriteStream(path)),
  ).catch((error: unknown) => explain(file, error));
  const { size } = await stat(file);
  print(`${file} holds ${countsOf(rows)}, in ${(size / 1_000_000).toFixed(1)} MB.`);
}

async function toOutput(pool: Pool): Promise<void> {
  if (process.stdout.isTTY) {
    throw new StartError("A backup is not for a terminal: send it to a file or a command.");
  }
  const rows = await write(pool, process.stdout).catch((error: unknown) =>
    explain("standard output", error),
  );
  say(`The backup holds ${countsOf(rows)}.`);
}

async function write(pool: Pool, target: NodeJS.WritableStream): Promise<RowCounts> {
  const told = { kurs: await readVersion(), at: new Date() };
  return backup(pool, told, (archive) => pipeline(archive, packArchive(), target));
}

/** What a disk, or the reader of standard output, may answer to a write. */
const refusals = [
  "EACCES",
  "EDQUOT",
  "EFBIG",
  "EIO",
  "EISDIR",
  "ENOENT",
  "ENOSPC",
  "ENOTDIR",
  "EPERM",
  "EPIPE",
  "EROFS",
];

/** Throws a StartError where the operator can mend what keeps the backup from being written, else the error itself. */
function explain(place: string, error: unknown): never {
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (!refusals.includes(code)) throw error;
  throw new StartError(`The backup cannot be written to ${place}: ${message}.`, { cause: error });
}

/** The counts by which a person recognises a backup. */
export function countsOf(rows: RowCounts): string {
  const count = (table: string) => (rows[table] ?? 0).toLocaleString("en");
  return `${count("import")} imports, ${count("series")} series and ${count("observation")} versions of observations`;
}

/** The version of this Kurs. */
async function readVersion(): Promise<string> {
  const text = await readFile(join(packageRoot, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
