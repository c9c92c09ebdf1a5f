import pg from "pg";
import { embeddedLocks } from "../advisory-locks.ts";

/**
 * The role that Kurs works as, and its database. It is no administrator: what it may do here, it may do on any server.
 */
export const kurs = "kurs";

/** Makes the role and its database where they are missing; any number of processes may do it at once. */
export async function ensureDatabase(client: pg.Client, password: string): Promise<void> {
  await client.query("select pg_advisory_lock($1, $2)", embeddedLocks.setup); // "create database" knows no "if not exists"
  if (!(await exists(client, "select from pg_roles where rolname = $1"))) {
    await client.query(`create role ${kurs} login createdb password ${pg.escapeLiteral(password)}`);
  }
  if (!(await exists(client, "select from pg_database where datname = $1"))) {
    await client.query(`create database ${kurs} owner ${kurs}`);
  }
  await client.query("select pg_advisory_unlock($1, $2)", embeddedLocks.setup);
}

async function exists(client: pg.Client, text: string): Promise<boolean> {
  const { rowCount } = await client.query(text, [kurs]);
  return rowCount === 1;
}
