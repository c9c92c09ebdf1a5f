import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { loadFixtures } from "../../server/import/load-fixtures.ts";
import { createPool } from "../../server/sql/database.ts";
import { type Browser, findBrowser } from "./find-browser.ts";
import { openEmbedded } from "../../server/sql/embedded/open-embedded.ts";
import { migrate } from "../../server/sql/migrate.ts";

/** Where the tests' PostgreSQL listens. */
export interface Cluster {
  host: string;
  port: number;
  user: string;
  password: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    cluster: Cluster;
    browser: Browser;
    /** A folder for what a test leaves behind; gone when the run ends. */
    folder: string;
  }
}

/** The day on which the fixtures are loaded: after the newest figure, whenever the tests run. */
export const fixtureDay = "2026-10-01";

/**
 * One PostgreSQL for all test files, with two templates to clone: a migrated one, and one with the fixtures; and a
 * fresh build.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const clusterFolder = await mkdtemp(join(tmpdir(), "kurs-cluster-"));
  const folder = await mkdtemp(join(tmpdir(), "kurs-tests-"));
  const built = promisify(execFile)(process.execPath, ["server/kurs.js", "--help"]);
  const browser = findBrowser(folder);
  const embedded = await openEmbedded({
    dataDir: clusterFolder,
    explicit: true,
    role: "serve",
    fsync: false,
  });
  const close = async () => {
    await embedded.close();
    for (const left of [clusterFolder, folder]) await rm(left, { recursive: true, force: true });
  };
  try {
    const { database: _, ...cluster } = embedded.connection;
    await makeTemplate(cluster, "empty", () => Promise.resolve());
    await makeTemplate(cluster, "fixtures", async (pool) => {
      await loadFixtures(pool, "fixtures", fixtureDay);
    });
    project.provide("cluster", cluster);
    project.provide("browser", await browser);
    project.provide("folder", folder);
    await built;
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeTemplate(
  cluster: Cluster,
  database: string,
  fill: (pool: pg.Pool) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ ...cluster, database: "postgres" });
  await client.connect();
  await client.query(`create database ${database}`);
  await migrate({ ...cluster, database }, "migrations");
  const pool = createPool({ ...cluster, database }, (error) => {
    throw error;
  });
  await fill(pool);
  await pool.end();
  await client.end();
}
