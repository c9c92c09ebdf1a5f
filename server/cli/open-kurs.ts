import { join, resolve } from "node:path";
import pino, { type Logger } from "pino";
import { StartError } from "../contract/start-error.ts";
import { packageRoot } from "../package-root.ts";
import { readSettings, type Settings } from "../settings.ts";
import { type Connection, createPool, type Pool } from "../sql/database.ts";
import { openEmbedded } from "../sql/embedded/open-embedded.ts";
import { migrate } from "../sql/migrate.ts";

/** Where the migrations lie. */
export const migrationsFolder = join(packageRoot, "migrations");

/** A migrated database to work with. */
export interface OpenKurs {
  settings: Settings;
  log: Logger;
  pool: Pool;
  /** The migrations that opening it took, by name; none where it was of this version. */
  migrations: readonly string[];
  /** The data folder really used. */
  folder: string;
  /** Closes the connections, and stops the embedded database when nobody else uses it. */
  close: () => Promise<void>;
}

/**
 * How a server writes its log: a line that waits for whoever reads it costs 44 µs and more, several times what a kept
 * answer does; in blocks it costs 5. What is under way when the process ends is written then.
 */
const inBlocks = { sync: false, minLength: 8_192, periodicFlush: 100 } as const;

/**
 * Reads the settings and opens the database: the one of DATABASE_URL, or the embedded one, which a command shares with
 * a server that runs. Throws a StartError of one line when that cannot be.
 */
export async function openKurs(role: "serve" | "command"): Promise<OpenKurs> {
  const settings = readSettings(process.env);
  const destination = pino.destination({
    dest: 2,
    ...(role === "serve" ? inBlocks : { sync: true }),
  });
  const log = pino({ level: settings.LOG_LEVEL }, destination);
  const { connection, folder, close } = await openDatabase(settings, role, log);
  const pool = createPool(connection, (error) =>
    log.warn({ err: error }, "an idle connection was lost"),
  );
  const closeAll = async () => {
    await pool.end();
    await close();
  };
  try {
    const migrations = await migrate(connection, migrationsFolder);
    if (migrations.length > 0) log.info({ migrations }, "migrated");
    return { settings, log, pool, migrations, folder, close: closeAll };
  } catch (error) {
    await closeAll();
    throw settings.DATABASE_URL === undefined ? error : explain(error, settings.DATABASE_URL);
  }
}

/** Where a database of the operator's own fails, he can mend it; Postgres says what is wrong, and the password stays out of it. */
function explain(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const place = new URL(url);
  place.password = "";
  return new StartError(
    `The database of DATABASE_URL (${place.href}) cannot be used: ${error.message}.`,
    { cause: error },
  );
}

interface OpenDatabase {
  connection: Connection;
  folder: string;
  close: () => Promise<void>;
}

async function openDatabase(
  settings: Settings,
  role: "serve" | "command",
  log: Logger,
): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = settings;
  const dataDir = resolve(DATA_DIR ?? ".kurs");
  if (DATABASE_URL !== undefined) {
    return {
      connection: { connectionString: DATABASE_URL },
      folder: dataDir,
      close: () => Promise.resolve(),
    };
  }
  return openEmbedded({
    dataDir,
    explicit: DATA_DIR !== undefined,
    role,
    onLog: (line) => log.warn(line),
  });
}
