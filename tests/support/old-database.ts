import { existsSync, readFileSync } from "node:fs";
import { type Pool, writing } from "../../server/sql/database.ts";
import { listMigrations, lockMigrations, migrateWithin } from "../../server/sql/migrate.ts";

const folder = "migrations";

/** All migrations, in their order. */
export const migrations = listMigrations(folder);

/** Brings a database to so many migrations. */
export async function migrateTo(pool: Pool, count: number): Promise<void> {
  await writing(pool, async (db) => {
    await lockMigrations(db);
    await migrateWithin(db, folder, count);
  });
}

/** Puts in what tests/migrations says of the last of so many migrations: rows as that version of Kurs had them. */
export async function putRows(pool: Pool, count: number): Promise<void> {
  const path = `tests/migrations/${migrations[count - 1]!.slice(0, 4)}.sql`;
  if (existsSync(path)) await pool.query(readFileSync(path, "utf8"));
}

/** Makes an empty database one of an older Kurs that has lived with every version up to that one. */
export async function growOld(pool: Pool, count: number): Promise<void> {
  for (let at = 1; at <= count; at += 1) {
    await migrateTo(pool, at);
    await putRows(pool, at);
  }
}
