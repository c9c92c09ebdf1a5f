import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { Command } from "commander";
import { restore } from "../backup/restore.ts";
import { KursError } from "../domain/kurs-error.ts";
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
      const rows = await restore(kurs.pool, migrationsFolder, packed).catch((error: unknown) => {
        throw naming(file, error);
      });
      print(`Restored ${countsOf(rows)}.`);
    } finally {
      await kurs.close();
    }
  });

/** What is wrong with a file says which file. */
function naming(file: string, error: unknown): unknown {
  if (!(error instanceof KursError) || error.kind !== "unreadable-file") return error;
  const name = file === "-" ? "standard input" : file;
  return new KursError(error.kind, `${name}: ${error.message}`, { cause: error });
}

/** Opened first, so that a wrong name makes no database. */
async function openFile(file: string): Promise<Readable> {
  const opened = await open(file).catch((error: Error) => {
    throw new StartError(`The backup cannot be read: ${error.message}.`, { cause: error });
  });
  if (!(await opened.stat()).isDirectory()) return opened.createReadStream();
  await opened.close();
  throw new StartError(`The backup cannot be read: ${file} is a folder.`);
}
