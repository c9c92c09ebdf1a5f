import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { holdsNumber, isPostmaster } from "./process.ts";

/** The server process that a lock file names, and the port it listens on. */
export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * What PostgreSQL's lock file in its folder says, be it true or left over; undefined when there is none or it is empty.
 */
export async function readLockFile(database: string): Promise<Postmaster | undefined> {
  const text = await readFile(lockFile(database), "utf8").catch(() => "");
  const [pid, , , port] = text.split("\n").map(Number);
  return pid && port ? { pid, port } : undefined;
}

/** The server that runs on the folder; undefined when there is none, whatever the lock file says. */
export async function findPostmaster(database: string): Promise<Postmaster | undefined> {
  const named = await readLockFile(database);
  return named && (await isPostmaster(named.pid, database)) ? named : undefined;
}

/**
 * Removes a lock file that would keep PostgreSQL from starting though no server runs: one whose process number
 * is another program's or a killed server's that nobody has buried (in containers that may never happen), or one that a
 * crash left empty. Where the number is free, PostgreSQL removes the file itself, with better checks.
 */
export async function removeStaleLock(database: string): Promise<void> {
  const named = await readLockFile(database);
  const stale = named
    ? holdsNumber(named.pid) && !(await isPostmaster(named.pid, database))
    : await isLongEmpty(database);
  // Read again: another Kurs may have started a server since.
  if (stale && (await readLockFile(database))?.pid === named?.pid)
    await rm(lockFile(database), { force: true });
}

/** PostgreSQL fills the file right after making it: an empty one of some age is a remnant. */
async function isLongEmpty(database: string): Promise<boolean> {
  const found = await stat(lockFile(database)).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > 2_000;
}

function lockFile(database: string): string {
  return join(database, "postmaster.pid");
}
