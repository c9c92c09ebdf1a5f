import { mkdtemp, readdir, rm } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

/** Processes of other machines, or containers, have numbers of their own and may share the folder. */
const prefix = `kurs-${hostname()}-`;

/** Gives `work` a folder of its own in `parent` for as long as the work takes. Its name tells whose it is, should the process be killed. */
export async function inTemporaryFolder<T>(
  work: (folder: string) => Promise<T>,
  parent = tmpdir(),
): Promise<T> {
  const folder = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Removes from `parent` what killed processes of this machine left there; to be called before this process has a
 * temporary folder itself. Returns how many folders there were.
 */
export async function removeLeftFolders(parent = tmpdir()): Promise<number> {
  const left = (await readdir(parent)).filter((name) => {
    const pid = ownerOf(name);
    // In a container each start has the same number: what bears ours is from the one before.
    return pid !== null && (pid === process.pid || !isAlive(pid));
  });
  for (const name of left) await rm(join(parent, name), { recursive: true, force: true });
  return left.length;
}

function ownerOf(name: string): number | null {
  const [, pid] = name.startsWith(prefix) ? (/^(\d+)-/.exec(name.slice(prefix.length)) ?? []) : [];
  return pid === undefined ? null : Number(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is alive too (EPERM).
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
