import { existsSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, and the folders on the way to it, unless they are there; `mode` is that of the last. Throws what the
 * disk refuses, also where Node's own `recursive` would try for ever: /proc says of what it will not make that the folder
 * above is missing, though it is there.
 */
export async function makeFolder(folder: string, mode?: number): Promise<void> {
  if (existsSync(folder)) return refuseFile(folder);
  const above = dirname(folder);
  if (above !== folder) await makeFolder(above);
  await mkdir(folder, { mode }).catch(async (error: NodeJS.ErrnoException) => {
    // Another process may have made it meanwhile.
    if (error.code !== "EEXIST") throw error;
    await refuseFile(folder);
  });
}

async function refuseFile(folder: string): Promise<void> {
  if ((await stat(folder)).isDirectory()) return;
  throw new Error(`${folder} is a file`);
}
