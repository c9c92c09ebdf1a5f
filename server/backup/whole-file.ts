import { existsSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { KursError } from "../domain/kurs-error.ts";
import { inTemporaryFolder, removeLeftFolders } from "../import/temporary-folder.ts";

/**
 * Makes a file, readable by its owner alone, all of it or none: `write` gets the path of one beside it, which takes its
 * place once it is on the disk. Throws a KursError "conflict" where the file is there already and is not to be
 * replaced.
 */
export async function writeWhole<T>(
  file: string,
  { replace }: { replace: boolean },
  write: (path: string) => Promise<T>,
): Promise<T> {
  const target = resolve(file);
  const folder = dirname(target);
  const refuse = () => {
    if (replace || !existsSync(target)) return;
    throw new KursError("conflict", `${file} is there already; --force replaces it.`);
  };
  refuse();
  await removeLeftFolders(folder);
  return inTemporaryFolder(async (own) => {
    const path = join(own, "part");
    await (await open(path, "wx", 0o600)).close();
    const result = await write(path);
    await sync(path);
    refuse();
    await rename(path, target);
    // Windows cannot open a folder.
    if (process.platform !== "win32") await sync(folder);
    return result;
  }, folder);
}

/** Waits until a file, or the names in a folder, are on the disk. */
async function sync(path: string): Promise<void> {
  const opened = await open(path, "r");
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
