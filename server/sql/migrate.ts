import { readdirSync } from "node:fs";
import { PG_MIGRATE_LOCK_ID, runner } from "node-pg-migrate";
import type { ClientBase } from "pg";
import type { Connection, Reader, Writer } from "./database.ts";

const migrationsTable = "migration";

/** What every run of migrations has in common. */
const runnerOptions = {
  migrationsTable,
  checkOrder: true,
  // A second server that starts at the same moment waits for the first.
  advisoryLockMode: "wait",
  singleTransaction: true,
  verbose: false,
  log: () => undefined,
} as const;

/**
 * Brings the database to this version, under node-pg-migrate's lock: two servers that start at once migrate once.
 * Returns the names of what was run.
 */
export async function migrate(connection: Connection, folder: string): Promise<string[]> {
  const ran = await runner({
    ...runnerOptions,
    databaseUrl: connection,
    dir: folder,
    direction: "up",
  });
  return ran.map(({ name }) => name);
}

/** The names of the migrations in a folder, in their order. */
export function listMigrations(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => name.replace(/\.sql$/, ""))
    .sort();
}

/** The names of the migrations that have run here, in their order; none where there is no table of them. */
export async function selectMigrations(db: Reader): Promise<string[]> {
  const { rows } = await db.query<{ present: boolean }>(
    "select to_regclass($1) is not null as present",
    [migrationsTable],
  );
  if (!rows[0]?.present) return [];
  const { rows: ran } = await db.query<{ name: string }>(
    `select name from ${migrationsTable} order by run_on, id`,
  );
  return ran.map(({ name }) => name);
}

/** True when the migrations of the folder have run here, and no others. Throws when the database cannot be asked. */
export async function isMigrated(db: Reader, folder: string): Promise<boolean> {
  const [wanted, ran] = [listMigrations(folder), new Set(await selectMigrations(db))];
  return ran.size === wanted.length && wanted.every((name) => ran.has(name));
}

/** The names of migrations that have run here and are not in the folder: those of a newer Kurs. */
export async function unknownMigrations(db: Reader, folder: string): Promise<string[]> {
  const known = new Set(listMigrations(folder));
  return (await selectMigrations(db)).filter((name) => !known.has(name));
}

/** Waits until nobody else migrates the database, and keeps others from it until the transaction ends. */
export async function lockMigrations(db: Writer): Promise<void> {
  await db.query("select pg_advisory_xact_lock($1)", [PG_MIGRATE_LOCK_ID]);
}

/**
 * Brings the database to so many of the folder's migrations, onwards or back, inside the transaction, under the lock of
 * `lockMigrations`. Going back loses what the later ones made room for.
 */
export async function migrateWithin(db: Writer, folder: string, count: number): Promise<void> {
  const missing = count - (await selectMigrations(db)).length;
  if (missing === 0) return;
  await runner({
    ...runnerOptions,
    dbClient: withoutTransactions(db),
    dir: folder,
    direction: missing > 0 ? "up" : "down",
    count: Math.abs(missing),
    noLock: true,
  });
}

/** The runner begins and ends a transaction of its own; this one goes on. */
function withoutTransactions(db: Writer): ClientBase {
  const query = (text: string, values?: unknown[]) =>
    /^(BEGIN|COMMIT|ROLLBACK)$/.test(text) ? Promise.resolve() : db.query(text, values);
  return { query } as unknown as ClientBase;
}
