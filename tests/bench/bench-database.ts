import { chmod, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { applyDataset } from "../../server/import/apply-dataset.ts";
import { createPool, type Pool } from "../../server/sql/database.ts";
import { administrator } from "../../server/sql/embedded/cluster.ts";
import { openEmbedded } from "../../server/sql/embedded/open-embedded.ts";
import { migrate } from "../../server/sql/migrate.ts";

/** A PostgreSQL of the bench's own, and a folder for its files. */
export interface BenchDatabase {
  folder: string;
  /** Gives `work` a migrated database with the dataset of rates and no series, which is dropped afterwards. */
  withFresh: <T>(work: (fresh: FreshDatabase) => Promise<T>) => Promise<T>;
  /** The same, of a database with nothing in it. */
  withBlank: BenchDatabase["withFresh"];
}

/** A database for one measurement or a row of them. */
export interface FreshDatabase {
  pool: Pool;
  url: string;
}

/** Runs PostgreSQL, with fsync unless told otherwise, in a temporary folder for as long as `work` takes. */
export async function withBenchDatabase<T>(
  { fsync = true },
  work: (database: BenchDatabase) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "kurs-bench-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
  const dataDir = join(folder, "kurs");
  const embedded = await openEmbedded({ dataDir, explicit: true, role: "serve", fsync });
  const server = embedded.connection;
  const administer = (text: string) => administrate({ ...server, user: administrator }, text);
  try {
    await administer(`create database bench_template owner ${server.user}`);
    await administer(`grant pg_checkpoint to ${server.user}`);
    await fillTemplate({ ...server, database: "bench_template" });
    let count = 0;
    const withTemplate = async <T>(
      template: string,
      measure: (fresh: FreshDatabase) => Promise<T>,
    ): Promise<T> => {
      const database = `bench_${++count}`;
      await administer(`create database ${database} owner ${server.user} template ${template}`);
      const pool = createPool({ ...server, database }, (error) => {
        throw error;
      });
      const { user, password, host, port } = server;
      const url = `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
      try {
        return await measure({ pool, url });
      } finally {
        await pool.end();
        await administer(`drop database ${database} with (force)`);
      }
    };
    return await work({
      folder,
      withFresh: (measure) => withTemplate("bench_template", measure),
      withBlank: (measure) => withTemplate("template0", measure),
    });
  } finally {
    await embedded.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillTemplate(connection: pg.ClientConfig & { database: string }): Promise<void> {
  const { host = "", port = 0, user = "", database } = connection;
  const password = String(connection.password);
  const place = { host, port, user, password, database };
  await migrate(place, "migrations");
  const pool = createPool(place, (error) => {
    throw error;
  });
  await applyDataset(pool, JSON.parse(await readFile("fixtures/datasets/fx.json", "utf8")));
  await pool.end();
}

async function administrate(server: pg.ClientConfig, text: string): Promise<void> {
  const client = new pg.Client({ ...server, database: "postgres" });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
