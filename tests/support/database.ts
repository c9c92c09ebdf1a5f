import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { type Connection, createPool, type Pool } from "../../server/sql/database.ts";
import { eventually } from "./eventually.ts";

/** A database of a test file's own. */
export interface TestDatabase {
  readonly pool: Pool;
  readonly connection: Connection & { database: string };
  /** The same as one text. */
  readonly url: string;
}

/** Migrated, with the fixtures, or of PostgreSQL's own making. */
type Template = "empty" | "fixtures" | "template0";

/** Gives the calling test file a clone of a template, and drops it when the file's tests are done. */
export function cloneDatabase(template: Template): TestDatabase {
  const cluster = inject("cluster");
  const database = `test_${randomBytes(6).toString("hex")}`;
  const connection = { ...cluster, database };
  const pool = createPool(connection, () => undefined);
  beforeAll(() => administer(`create database ${database} template ${template} strategy wal_log`));
  afterAll(async () => {
    await pool.end();
    // No mere owner may end PostgreSQL's own vacuum, which may be at work in it for a moment.
    await eventually(() => administer(`drop database ${database} with (force)`));
  });
  const { host, port, user, password } = cluster;
  return {
    pool,
    connection,
    url: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`,
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ ...inject("cluster"), database: "postgres" });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
