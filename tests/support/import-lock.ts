import { setTimeout as delay } from "node:timers/promises";
import { importLock } from "../../server/sql/advisory-locks.ts";
import type { Pool } from "../../server/sql/database.ts";

/**
 * Holds the lock that every import takes before it merges, while `work` runs, and gives it what waits for an import to
 * ask for it.
 */
export async function holdingImports<T>(
  pool: Pool,
  work: (untilOneWaits: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  await client.query("select pg_advisory_lock($1)", [importLock]);
  const waiting = `
    select from pg_locks
    where locktype = 'advisory' and objid = ${importLock} and not granted
      and database = (select oid from pg_database where datname = current_database())`;
  try {
    return await work(async () => {
      while (!(await client.query(waiting)).rowCount) await delay(10);
    });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [importLock]);
    client.release();
  }
}
