import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { StartError } from "../../contract/start-error.ts";
import { embeddedLocks } from "../advisory-locks.ts";
import type { Cluster } from "./cluster.ts";
import { isLost } from "./connection.ts";
import { findPostmaster } from "./lock-file.ts";
import { stopPostmaster } from "./postmaster.ts";
import { isAlive } from "./process.ts";

/** A server is the only one on its folder; commands come and go beside it. */
export type Role = "serve" | "command";

// Session locks: when a process dies, however it dies, PostgreSQL drops them with its connection.
const { present, serve } = embeddedLocks;

/**
 * Marks this process as one that uses the database, for as long as the connection lives; a server also as the only one.
 * Throws a StartError when another server runs.
 */
export async function enter(client: pg.Client, { folder }: Cluster, role: Role): Promise<void> {
  await client.query("select pg_advisory_lock_shared($1, $2)", present); // waits for one who is just stopping the database
  for (let tries = 0; role === "serve" && !(await tryLock(client, serve)); tries++) {
    const other = await selectServer(client);
    // The connection of a server just killed may outlive it for a moment.
    if (tries > 100 || (other && (await isAlive(other)))) {
      throw new StartError(
        `Another Kurs server (process ${other ?? "unknown"}) is running on ${folder}: stop it first, or set DATA_DIR to another folder.`,
      );
    }
    await sleep(50);
  }
}

/** Ends what `enter` began. The last one out stops the database and waits until it is gone. */
export async function leave(client: pg.Client, cluster: Cluster): Promise<void> {
  try {
    await client.query("select pg_advisory_unlock_all()");
    const running = await findPostmaster(cluster.database);
    if (running && (await tryLock(client, present))) await stopPostmaster(cluster, running.pid);
    await client.end();
  } catch (error) {
    if (!isLost(error)) throw error; // the database is gone already: nothing is left to end
  }
}

async function tryLock(client: pg.Client, key: number[]): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(
    "select pg_try_advisory_lock($1, $2) as got",
    key,
  );
  return rows[0]?.got === true;
}

const serverText = `
select application_name as name
from pg_locks
join pg_stat_activity using (pid)
where locktype = 'advisory' and classid = $1 and objid = $2 and granted`;

async function selectServer(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(serverText, serve);
  const pid = Number(/\d+$/.exec(rows[0]?.name ?? "")?.[0]);
  return pid || undefined;
}
