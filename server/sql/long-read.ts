import type { Reader } from "./database.ts";

/** Sets up a transaction that reads whole tables: it may take its time, and rows come in the order in which they lie. */
export async function beginLongRead(db: Reader): Promise<void> {
  await db.query("set local statement_timeout = 0");
  await db.query("set local idle_in_transaction_session_timeout = 0");
  // Else a scan joins another one in the middle, and rows of one import would no longer lie together.
  await db.query("set local synchronize_seqscans = off");
}

/** Which PostgreSQL this is, as it says itself. */
export async function selectServerName(db: Reader): Promise<string> {
  const { rows } = await db.query<{ version: string }>(
    "select 'PostgreSQL ' || current_setting('server_version') as version",
  );
  return rows[0]?.version ?? "PostgreSQL";
}
