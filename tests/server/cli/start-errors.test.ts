import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmbedded } from "../../../server/sql/embedded/open-embedded.ts";
import { cloneDatabase } from "../../support/database.ts";
import { runKurs, startKurs } from "../../support/run-kurs.ts";

const database = cloneDatabase("empty");
const newer = cloneDatabase("empty");
const tokenless = cloneDatabase("empty");
const older = cloneDatabase("empty");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-start-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
  await writeFile(join(folder, "file"), "");
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts a server that cannot start, and gives what it says: one line, without a stack. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const settings = { PORT: "0", LOAD_FIXTURES: "false", DATA_DIR: join(folder, "data") };
  const { code, stdout, stderr } = await runKurs(["serve"], { ...settings, ...environment });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^[A-Z][^\n]*\.\n$/);
  return stderr;
}

const address = (changes: Partial<Record<"password" | "pathname" | "port" | "hostname", string>>) =>
  Object.assign(new URL(database.url), changes).href;

describe.concurrent("a start that cannot be says why in one line", () => {
  it("where something else listens at the port, and makes no token that nobody would see", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const line = await refusal({ DATABASE_URL: tokenless.url, PORT: String(port) });
    expect(line).toBe(
      `Kurs cannot listen at 127.0.0.1:${port}: something else listens there; stop it, or set PORT to another port.\n`,
    );
    taken.close();
    const { rows } = await tokenless.pool.query("select from token");
    expect(rows).toEqual([]);
  });

  it.each([
    ["a wrong password", { password: "wrong-secret" }, "password authentication failed"],
    ["a database that is not there", { pathname: "/nowhere" }, 'database "nowhere" does not exist'],
    ["a server that is not there", { port: "1" }, "connect ECONNREFUSED 127.0.0.1:1"],
    ["a host that nobody knows", { hostname: "nowhere.invalid" }, "nowhere.invalid"],
  ])("where DATABASE_URL has %s, without the password", async (_, changes, reason) => {
    const line = await refusal({ DATABASE_URL: address(changes) });
    expect(line).toMatch(/^The database of DATABASE_URL \(postgres:\/\/\S+\) cannot be used: /);
    expect(line).toContain(reason);
    expect(line).not.toContain("wrong-secret");
    expect(line).not.toContain(new URL(database.url).password);
  });

  it("where what listens there is no PostgreSQL, or says nothing", async () => {
    const speaks = createServer((socket) => void socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const silent = createServer(() => undefined);
    for (const server of [speaks, silent]) {
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      const { port } = server.address() as AddressInfo;
      const line = await refusal({ DATABASE_URL: address({ port: String(port) }) });
      expect(line).toContain("cannot be used: ");
      server.close();
    }
  });

  it("where the database was brought on by a newer Kurs, and leaves it as it is", async () => {
    const { pool, url } = newer;
    await pool.query("insert into migration (name, run_on) values ('9999_later', now())");
    expect(await refusal({ DATABASE_URL: url })).toBe(
      "The database is newer than this Kurs (it knows nothing of 9999_later): start the newer Kurs that made it so, or restore a backup from before.\n",
    );
    const { rows } = await pool.query("select from migration where name = '9999_later'");
    expect(rows).toHaveLength(1);
  });

  it("where the PostgreSQL of DATABASE_URL is too old", async () => {
    const { pool, url, connection } = older;
    // Found before PostgreSQL's own, which nobody can set.
    await pool.query(`
      create schema old;
      create function old.current_setting(text) returns text language sql return '140022';
      alter database ${connection.database} set search_path = old, pg_catalog, public`);
    expect(await refusal({ DATABASE_URL: url })).toBe(
      "The PostgreSQL of DATABASE_URL is of version 14, and Kurs needs 15 or newer: upgrade it, or leave DATABASE_URL out to use the PostgreSQL that comes along.\n",
    );
  });

  it("where the token cannot be kept, and makes none", async () => {
    const DATA_DIR = join(folder, "file");
    const line = await refusal({ DATABASE_URL: tokenless.url, DATA_DIR });
    expect(line).toMatch(
      /^The import token cannot be kept in .*set DATA_DIR to another folder\.\n$/,
    );
    const { rows } = await tokenless.pool.query("select from token");
    expect(rows).toEqual([]);
  });

  it("where the data folder cannot be used", async () => {
    const line = await refusal({ DATA_DIR: join(folder, "file", "below") });
    expect(line).toMatch(
      /^The data folder \S+ cannot be made \(.*\): set DATA_DIR to another one\.\n$/,
    );
  });

  // Node's own mkdir tries for ever in /proc.
  it.runIf(existsSync("/proc"))("where no folders can be made", async () => {
    const DATA_DIR = "/proc/kurs/data";
    expect(await refusal({ DATA_DIR })).toMatch(
      /^The data folder \/proc\/kurs\/data cannot be made \(ENOENT.*\): set DATA_DIR to another one\.\n$/,
    );
    expect(await refusal({ DATABASE_URL: tokenless.url, DATA_DIR })).toMatch(
      /^The import token cannot be kept in \/proc\/kurs\/data\/token \(ENOENT.*\n$/,
    );
  });

  it("where another server runs on the data folder, which goes on", async () => {
    const dataDir = join(folder, "two");
    const { child, address: first } = await startKurs({
      DATA_DIR: dataDir,
      LOAD_FIXTURES: "false",
    });
    const line = await refusal({ DATA_DIR: dataDir });
    expect(line).toMatch(
      new RegExp(`^Another Kurs server \\(process ${child.pid}\\) is running on .*: stop it first`),
    );
    expect((await fetch(`${first}/readyz`)).status).toBe(200);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  });

  it("where PostgreSQL's own files are damaged", async () => {
    const dataDir = join(folder, "damaged");
    const options = { dataDir, explicit: true, role: "command", fsync: false } as const;
    await (await openEmbedded(options)).close();
    await truncate(join(dataDir, "database/global/pg_control"), 100);
    const line = await refusal({ DATA_DIR: dataDir });
    expect(line).toMatch(
      /^The database in \S+ did not start \(.*pg_control.*\): mend that .*\.\n$/,
    );
  });
});
