import { existsSync } from "node:fs";
import { chown, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Account } from "./command.ts";
import { isAlive } from "./process.ts";

/**
 * Makes the folder `target` unless it is there: all of it or nothing, whenever the process is killed and however many
 * do it at once. `make` gets an empty folder that only the user may enter, and answers the path in it of what it made.
 */
export async function makeOnce(
  target: string,
  account: Account,
  make: (workshop: string) => Promise<string>,
): Promise<void> {
  if (existsSync(target)) return;
  await removeAbandoned(target);
  const workshop = await mkdtemp(`${target}.${process.pid}.`);
  try {
    if (account) await chown(workshop, account.uid, account.gid);
    await putInPlace(await make(workshop), target);
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function putInPlace(made: string, target: string): Promise<void> {
  try {
    await rename(made, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
    return; // another process was first, and what it made is as good
  }
  await syncFolder(dirname(target));
}

/**
 * Waits until the folder's entries are on the disk: a rename lost with the power would take all the data's address
 * away.
 */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return; // cannot open a folder
  const entries = await open(folder, "r");
  try {
    await entries.sync();
  } finally {
    await entries.close();
  }
}

async function removeAbandoned(target: string): Promise<void> {
  const prefix = `${basename(target)}.`;
  for (const name of await readdir(dirname(target))) {
    const pid = Number(
      /^(\d+)\.\w{6}$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : "")?.[1],
    );
    if (!pid || (await isAlive(pid))) continue;
    await rm(join(dirname(target), name), { recursive: true, force: true, maxRetries: 5 });
  }
}
