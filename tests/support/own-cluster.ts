import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { createPool, type Pool } from "../../server/sql/database.ts";
import { type Embedded, openEmbedded } from "../../server/sql/embedded/open-embedded.ts";
import { embeddedCluster } from "../../server/sql/embedded/cluster.ts";
import { findPostmaster } from "../../server/sql/embedded/lock-file.ts";
import { startPostmaster, stopPostmaster } from "../../server/sql/embedded/postmaster.ts";
import { migrate } from "../../server/sql/migrate.ts";
import { eventually } from "./eventually.ts";

/** A PostgreSQL of a test file's own, which it may stop. */
export interface OwnCluster {
  readonly pool: Pool;
  /** Where its database is, as one text. */
  readonly url: string;
  /** Stops it; its connections break. */
  stop: () => Promise<void>;
  /** Starts it again, at the same port. */
  start: () => Promise<void>;
}

/** Gives the calling test file a cluster with a migrated database, and removes it when the file's tests are done. */
export function ownCluster(): OwnCluster {
  let folder: string;
  let connection: Embedded["connection"];
  let pool: Pool;

  const cluster = async () => embeddedCluster(join(folder, "data"), false);
  const start = async () => {
    await startPostmaster(await cluster(), connection.port);
  };
  const stop = async () => {
    const { database } = await cluster();
    const running = await findPostmaster(database);
    if (running) await stopPostmaster(await cluster(), running.pid);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kurs-own-"));
    // As root, PostgreSQL runs as a user who must be able to enter.
    await chmod(folder, 0o755);
    const options = { dataDir: join(folder, "data"), explicit: true, fsync: false } as const;
    const embedded = await openEmbedded({ ...options, role: "command" });
    ({ connection } = embedded);
    await migrate(connection, "migrations");
    await embedded.close();
    await start();
    pool = createPool(connection, () => undefined);
    await eventually(() => pool.query("select"));
  });
  afterAll(async () => {
    await pool.end();
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    get pool() {
      return pool;
    },
    get url() {
      const { user, password, host, port, database } = connection;
      return `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
    },
    stop,
    start,
  };
}
