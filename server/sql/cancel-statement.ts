import type { Pool, Reader } from "./database.ts";

/** The process of the database that serves a connection, by its number, for `cancelStatement`. */
export async function selectBackend(db: Reader): Promise<number | undefined> {
  const { rows } = await db.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]?.pid;
}

/**
 * Cancels the statement that a process of the database is at, over another connection; where it is at none, nothing
 * happens.
 */
export async function cancelStatement(pool: Pool, backend: number | undefined): Promise<void> {
  await pool.query("select pg_cancel_backend($1)", [backend]);
}
