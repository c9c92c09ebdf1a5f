import { join, resolve } from "node:path";
import pino, { type Logger } from "pino";
import { packageRoot } from "../package-root.ts";
import { readSettings, type Settings } from "../settings.ts";
import { type Connection, createPool, type Pool } from "../sql/database.ts";
import { openEmbedded } from "../sql/embedded/open-embedded.ts";
import { migrate } from "../sql/migrate.ts";
import { explainDatabase, refuseForeign } from "./explain-database.ts";

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

/** What is opened for: a server is alone with its data, a restore is too, a command shares them with a server that runs. */
type Role = "serve" | "command" | "restore";

/**
 * Reads the settings and opens the database: the one of DATABASE_URL, or the embedded one, which a command shares with
 * a server that runs. Throws a StartError of one line when that cannot be.
 */
export async function openKurs(role: "serve" | "command"): Promise<OpenKurs> {
  const { connection, ...kurs } = await openUnmigrated(role);
  try {
    const migrations = await migrate(connection, migrationsFolder);
    if (migrations.length > 0) kurs.log.info({ migrations }, "migrated");
    return { ...kurs, migrations };
  } catch (error) {
    await kurs.close();
    const { DATABASE_URL } = kurs.settings;
    throw DATABASE_URL === undefined ? error : explainDatabase(error, DATABASE_URL);
  }
}

/** A database to work with as it is. */
type UnmigratedKurs = Omit<OpenKurs, "migrations"> & { connection: Connection };

/** The same, but leaves the database as it is. */
export async function openUnmigrated(role: Role): Promise<UnmigratedKurs> {
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
    await refuseForeign(pool, migrationsFolder);
    return { settings, log, pool, connection, folder, close: closeAll };
  } catch (error) {
    await closeAll();
    const { DATABASE_URL } = settings;
    throw DATABASE_URL === undefined ? error : explainDatabase(error, DATABASE_URL);
  }
}

interface OpenDatabase {
  connection: Connection;
  folder: string;
  close: () => Promise<void>;
}

async function openDatabase(settings: Settings, role: Role, log: Logger): Promise<OpenDatabase> {
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
    role: role === "command" ? "command" : "serve",
    onLog: (line) => log.warn(line),
  });
}
