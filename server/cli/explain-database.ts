import { StartError } from "../contract/start-error.ts";
import type { Settings } from "../settings.ts";
import { type Pool, reading } from "../sql/database.ts";
import { unknownMigrations } from "../sql/migrate.ts";
import { selectServerVersion } from "../sql/server-version.ts";

const oldestVersion = 15;

/**
 * Throws a StartError for a database that this Kurs must not touch: its PostgreSQL is too old, or a newer Kurs has
 * migrated it.
 */
export async function refuseForeign(pool: Pool, migrationsFolder: string): Promise<void> {
  const { version, unknown } = await reading(pool, async (db) => ({
    version: await selectServerVersion(db),
    unknown: await unknownMigrations(db, migrationsFolder),
  }));
  if (version < oldestVersion) {
    throw new StartError(
      `The PostgreSQL of DATABASE_URL is of version ${version}, and Kurs needs ${oldestVersion} or newer: upgrade it, or leave DATABASE_URL out to use the PostgreSQL that comes along.`,
    );
  }
  if (unknown.length > 0) {
    throw new StartError(
      `The database is newer than this Kurs (it knows nothing of ${unknown.join(", ")}): start the newer Kurs that made it so, or restore a backup from before.`,
    );
  }
}

/**
 * A StartError in place of an error of the operator's own database: it repeats what PostgreSQL said, and leaves the
 * password out. An error of the embedded database stays as it is.
 */
export function explainDatabase(error: unknown, { DATABASE_URL }: Settings): unknown {
  if (DATABASE_URL === undefined) return error;
  if (!(error instanceof Error) || error instanceof StartError) return error;
  const place = new URL(DATABASE_URL);
  place.password = "";
  // Some drivers' parameters hold secrets too, such as the path of a key.
  place.search = "";
  // Several addresses that all refuse come as one error without a text of its own.
  const reason = error.message || (error as { code?: string }).code || error.name;
  return new StartError(
    `The database of DATABASE_URL (${place.href}) cannot be used: ${reason.trim().replace(/\.$/, "")}.`,
    { cause: error },
  );
}
