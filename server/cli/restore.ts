import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { Command } from "commander";
import { restore } from "../backup/restore.ts";
import { StartError } from "../contract/start-error.ts";
import { countsOf } from "./backup.ts";
import { migrationsFolder, openUnmigrated } from "./open-kurs.ts";
import { print } from "./print.ts";

/** `kurs restore FILE`: all of a backup, into an empty database. */
export const restoreCommand = new Command("restore")
  .description("bring a backup, of this version of Kurs or an older one, into an empty database")
  .argument("<file>", "what kurs backup wrote; - is standard input")
  .action(async (file: string) => {
    const packed = file === "-" ? process.stdin : await openFile(file);
    const kurs = await openUnmigrated("restore");
    try {
      const rows = await restore(kurs.pool, migrationsFolder, packed);
      print(`Restored ${countsOf(rows)}.`);
    } finally {
      await kurs.close();
    }
  });

/** Opened first, so that a wrong name makes no database. */
async function openFile(file: string): Promise<Readable> {
  const opened = await open(file).catch((error: Error) => {
    throw new StartError(`The backup cannot be read: ${error.message}.`, { cause: error });
  });
  if (!(await opened.stat()).isDirectory()) return opened.createReadStream();
  await opened.close();
  throw new StartError(`The backup cannot be read: ${file} is a folder.`);
}
