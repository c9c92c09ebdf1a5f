import { join, resolve } from "node:path";
import pino, { type Logger } from "pino";
import { packageRoot } from "../package-root.ts";
import { readSettings, type Settings } from "../settings.ts";
import { type Connection, createPool, type Pool } from "../sql/database.ts";
import { openEmbedded } from "../sql/embedded/open-embedded.ts";
import { listMigrations, migrate } from "../sql/migrate.ts";
import { explainDatabase, refuseForeign } from "./explain-database.ts";
import { say } from "./print.ts";

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
  /** Where the database is, as the beginning of a sentence. */
  place: string;
  /** Closes the connections, and stops the embedded database when nobody else uses it. */
  close: () => Promise<void>;
}

/**
 * A server writes its log in blocks: a line written by itself costs 44 µs and more, several times what a kept answer
 * does; in a block it costs 5. What is still buffered is written when the process ends.
 */
const inBlocks = { sync: false, minLength: 8_192, periodicFlush: 100 } as const;

/**
 * Who opens the database: a server and a restore have the data folder to themselves, a command shares it with a running
 * server.
 */
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
    const isNew = migrations.length === listMigrations(migrationsFolder).length;
    if (role === "command" && isNew) say(tellNew(kurs));
    return { ...kurs, migrations };
  } catch (error) {
    await kurs.close();
    throw explainDatabase(error, kurs.settings);
  }
}

/** A database that no migration has been run on yet. */
type UnmigratedKurs = Omit<OpenKurs, "migrations"> & { connection: Connection };

/** The same, but runs no migration. */
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
    const place = `The database ${settings.DATABASE_URL ? "of DATABASE_URL" : `in ${folder}`}`;
    return { settings, log, pool, connection, folder, place, close: closeAll };
  } catch (error) {
    await closeAll();
    throw explainDatabase(error, settings);
  }
}

/** A wrong setting would else pass for a server that has nothing. */
function tellNew({ folder, settings }: Pick<OpenKurs, "folder" | "settings">): string {
  return settings.DATABASE_URL === undefined
    ? `There was no database in ${folder}: an empty one was made. Is DATA_DIR the right one?`
    : "The database of DATABASE_URL had no tables of Kurs: empty ones were made. Is it the right one?";
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
