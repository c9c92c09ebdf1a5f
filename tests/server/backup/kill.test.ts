import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Pool } from "../../../server/sql/database.ts";
import { backUp } from "../../support/backup-file.ts";
import { cloneDatabase } from "../../support/database.ts";
import { columnsOf, dumpRows } from "../../support/dump-rows.ts";
import { removeFolder } from "../../support/embedded-folders.ts";
import { eventually } from "../../support/eventually.ts";
import { runKurs, spawnKurs, startKurs } from "../../support/run-kurs.ts";

const from = cloneDatabase("fixtures");
const to = cloneDatabase("template0");
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-backup-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
  file = join(folder, "kurs.tar.gz");
});
afterAll(() => rm(folder, { recursive: true }));

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "close");
  child.kill("SIGKILL");
  await ended;
}

/** Waits until a statement like this runs or waits in the pool's database. */
async function untilRuns(pool: Pool, like: string): Promise<void> {
  const text = `
    select from pg_stat_activity
    where datname = current_database() and state = 'active' and query like $1 and pid <> pg_backend_pid()`;
  await eventually(async () => expect((await pool.query(text, [like])).rowCount).toBe(1));
}

describe("kill -9", () => {
  it("of a backup leaves no file, and the next backup tidies up", async () => {
    const client = await from.pool.connect();
    await client.query("begin; lock table fixture_load in access exclusive mode");
    const child = spawnKurs(["backup", file], { DATABASE_URL: from.url });
    await untilRuns(from.pool, 'copy "fixture_load"%');
    await kill(child);
    await client.query("rollback");
    client.release();
    expect(existsSync(file)).toBe(false);
    expect(await readdir(folder)).toHaveLength(1);

    const { code, stdout } = await runKurs(["backup", file], { DATABASE_URL: from.url });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^\S+ holds 7 imports, 57 series and 2,454 versions of observations, in 0\.\d MB\.\n$/,
      ),
    ]);
    expect(await readdir(folder)).toEqual(["kurs.tar.gz"]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("of a restore leaves the database as it was, and the next restore works", async () => {
    const packed = await readFile(file);
    const child = spawnKurs(["restore", "-"], { DATABASE_URL: to.url });
    child.stdin?.write(packed.subarray(0, packed.length >> 1));
    await untilRuns(to.pool, "copy %");
    await kill(child);
    expect([...(await columnsOf(to.pool))]).toEqual([]);

    const { code, stdout } = await runKurs(["restore", file], { DATABASE_URL: to.url });
    expect([code, stdout]).toEqual([
      0,
      "Restored 7 imports, 57 series and 2,454 versions of observations.\n",
    ]);
    const { catalogue: _, ...rows } = await dumpRows(from.pool);
    expect(await dumpRows(to.pool)).toMatchObject(rows);
  });
});

describe("the embedded database", () => {
  it("takes a backup before any server ran on it, also where a restore was killed, and never while one runs", async () => {
    const DATA_DIR = join(folder, "data");
    const path = join(folder, "embedded.tar.gz");
    await from.pool.query("insert into token (label, sha256) values ('newsroom', repeat('1', 64))");
    await backUp(from.pool, path);
    try {
      const packed = await readFile(path);
      const child = spawnKurs(["restore", "-"], { DATA_DIR });
      child.stdin?.write(packed.subarray(0, packed.length >> 1));
      await eventually(() => stat(join(DATA_DIR, "database/postmaster.pid")));
      await kill(child);
      expect(await runKurs(["restore", path], { DATA_DIR })).toMatchObject({ code: 0 });

      const { child: server, said, address } = await startKurs({ DATA_DIR });
      expect(said()).not.toContain("Import token");
      const imports = (await (await fetch(`${address}/api/v1/imports`)).json()) as {
        imports: unknown[];
      };
      expect(imports.imports).toHaveLength(7);
      const refused = await runKurs(["restore", path], { DATA_DIR });
      expect([refused.code, refused.stderr]).toEqual([
        1,
        expect.stringMatching(
          /^Another Kurs server \(process \d+\) is running on \S+: stop it first.*\n$/,
        ),
      ]);
      expect(await runKurs(["backup", join(folder, "again.tar.gz")], { DATA_DIR })).toMatchObject({
        code: 0,
      });
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      expect(await ended).toEqual([0, null]);
    } finally {
      await removeFolder(DATA_DIR);
    }
  }, 180_000);
});
