import type { Reader } from "./database.ts";

/**
 * Sets up a transaction that reads whole tables: it may take its time, and rows come in the order in which they lie.
 */
export async function beginLongRead(db: Reader): Promise<void> {
  await db.query("set local statement_timeout = 0");
  await db.query("set local idle_in_transaction_session_timeout = 0");
  // Else a scan joins another one in the middle, and rows of one import would no longer lie together.
  await db.query("set local synchronize_seqscans = off");
}
