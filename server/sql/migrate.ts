import { readdirSync } from "node:fs";
import { runner } from "node-pg-migrate";
import type { Connection, Reader } from "./database.ts";

const migrationsTable = "migration";

/** Brings the database to this version, under node-pg-migrate's lock: two servers that start at once migrate once. Returns the names of what was run. */
export async function migrate(connection: Connection, folder: string): Promise<string[]> {
  const ran = await runner({
    databaseUrl: connection,
    dir: folder,
    direction: "up",
    migrationsTable,
    checkOrder: true,
    // A second server that starts at the same moment waits for the first.
    advisoryLockMode: "wait",
    singleTransaction: true,
    verbose: false,
    log: () => undefined,
  });
  return ran.map(({ name }) => name);
}

/** True when every migration of the folder has run here. Throws when the database cannot be asked. */
export async function isMigrated(db: Reader, folder: string): Promise<boolean> {
  const wanted = readdirSync(folder).map((name) => name.replace(/\.sql$/, ""));
  const { rows } = await db.query<{ present: boolean }>(
    "select to_regclass($1) is not null as present",
    [migrationsTable],
  );
  if (!rows[0]?.present) return false;
  const { rows: ran } = await db.query<{ name: string }>(`select name from ${migrationsTable}`);
  const names = new Set(ran.map(({ name }) => name));
  return wanted.every((name) => names.has(name));
}
