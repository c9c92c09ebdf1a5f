import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";
import { type Embedded, openEmbedded } from "../../server/sql/embedded/open-embedded.ts";
import { findPostmaster } from "../../server/sql/embedded/lock-file.ts";
import type { Role } from "../../server/sql/embedded/presence.ts";

/**
 * True where the tests run as root, whom PostgreSQL refuses: some promises are only about root, some only about others.
 */
export const isRoot = process.getuid?.() === 0;

/** An empty folder of mode 700, for `removeFolder` to remove. */
export async function makeFolderToKeep(): Promise<string> {
  return mkdtemp(join(await realpath(tmpdir()), "kurs-embedded-"));
}

/** An empty folder of mode 700 that goes when the test is over, with any database server that still runs in it. */
export async function makeFolder(): Promise<string> {
  const folder = await makeFolderToKeep();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** Removes a data folder, after killing any database server that still runs on it. */
export async function removeFolder(folder: string): Promise<void> {
  const running = await findPostmaster(join(folder, "database"));
  if (running) process.kill(running.pid, "SIGQUIT");
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
}

/** Opens the folder's database without fsync; it is closed when the test is over, should the test not have done so. */
export async function openForTest(
  dataDir: string,
  role: Role = "command",
  options: { explicit?: boolean; onLog?: (line: string) => void } = {},
): Promise<Embedded> {
  const embedded = await openEmbedded({ dataDir, role, explicit: true, fsync: false, ...options });
  onTestFinished(() => embedded.close());
  return embedded;
}

/** Runs one statement on a connection of its own and answers its rows. */
export async function ask(
  connection: pg.ClientConfig,
  text: string,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  client.on("error", () => undefined); // a killed server; the statement under way rejects as well
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** The process number of the server that runs on a data folder, undefined when there is none. */
export async function serverPid(folder: string): Promise<number | undefined> {
  return (await findPostmaster(join(folder, "database")))?.pid;
}
