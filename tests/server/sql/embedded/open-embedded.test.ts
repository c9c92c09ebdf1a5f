import { existsSync } from "node:fs";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { StartError } from "../../../../server/contract/start-error.ts";
import {
  ask,
  makeFolder,
  makeFolderToKeep,
  openForTest,
  removeFolder,
  serverPid,
} from "../../../support/embedded-folders.ts";

vi.setConfig({ testTimeout: 30_000 });

const oneLine = /^[^\n]+\.$/;

/** For the tests that leave the database as they found it. */
let shared: string;
beforeAll(async () => {
  shared = await makeFolderToKeep();
});
afterAll(() => removeFolder(shared));

describe("openEmbedded", () => {
  it("keeps the data from one start to the next, under the same password", async () => {
    const folder = shared;
    const first = await openForTest(folder);
    await ask(first.connection, "create table kept as select 'Сом' as word");
    await first.close();
    expect(await serverPid(folder)).toBeUndefined();

    const second = await openForTest(folder);
    expect(await ask(second.connection, "select word from kept")).toEqual([{ word: "Сом" }]);
    expect(second.connection.password).toBe(first.connection.password);
    expect(second.folder).toBe(folder);
  });

  it("logs Kurs in as a role that is no administrator, to a database that sorts the same on every machine", async () => {
    const { connection } = await openForTest(shared);
    const [role] = await ask(
      connection,
      "select rolsuper from pg_roles where rolname = current_user",
    );
    expect(role).toEqual({ rolsuper: false });

    const [settings] = await ask(
      connection,
      `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
         current_setting('timezone') as timezone, current_setting('fsync') as fsync
       from pg_database where datname = current_database()`,
    );
    const locale = { provider: "b", locale: "C.UTF-8", encoding: "UTF8" };
    expect(settings).toEqual({ ...locale, timezone: "UTC", fsync: "off" });
    expect(await ask(connection, "select lower('ЎЗБЕК СЎМИ') as lower")).toEqual([
      { lower: "ўзбек сўми" },
    ]);
  });

  it("has what Kurs needs of extensions, and lets its role make them", async () => {
    const { connection } = await openForTest(shared);
    await ask(connection, "create extension pg_trgm; create extension btree_gist");
    expect(await ask(connection, "select similarity('tenge', 'tenge') as same")).toEqual([
      { same: 1 },
    ]);
  });

  it("makes a password for each folder, tells it to its owner only, and lets nobody in without it", async () => {
    const [folder, other] = [shared, await makeFolder()];
    const [one, two] = await Promise.all([openForTest(folder), openForTest(other)]);
    expect(one.connection.password).toMatch(/^[0-9a-f]{64}$/);
    expect(one.connection.password).not.toBe(two.connection.password);
    expect((await stat(join(folder, "password"))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, "database"))).mode & 0o777).toBe(0o700);

    for (const login of [
      { password: two.connection.password },
      { user: "postgres", password: "postgres" },
    ]) {
      await expect(ask({ ...one.connection, ...login }, "select 1")).rejects.toMatchObject({
        code: "28P01",
      });
    }
  });

  it("listens on 127.0.0.1 alone, at no socket in the file system", async () => {
    const { connection } = await openForTest(shared);
    expect(connection.host).toBe("127.0.0.1");
    await expect(ask({ ...connection, host: "127.0.0.2" }, "select 1")).rejects.toThrow(
      /ECONNREFUSED|EADDRNOTAVAIL/,
    );

    const administrator = { ...connection, user: "postgres", database: "postgres" };
    const [settings] = await ask(
      administrator,
      "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets",
    );
    expect(settings).toEqual({ addresses: "127.0.0.1", sockets: "" });
    for (const place of ["/tmp", tmpdir(), shared, join(shared, "database")]) {
      expect(existsSync(join(place, `.s.PGSQL.${connection.port}`))).toBe(false);
    }
  });

  it("refuses a database of another major version in one line that names both and the way over", async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, "database"));
    await writeFile(join(folder, "database/PG_VERSION"), "17\n");
    await writeFile(join(folder, "password"), "anything");
    const refusal = openForTest(folder);
    await expect(refusal).rejects.toThrow(StartError);
    await expect(refusal).rejects.toThrow(
      /PostgreSQL 17, and this Kurs brings PostgreSQL 18: .*kurs backup.*kurs restore/,
    );
    await expect(refusal).rejects.toThrow(oneLine);
  });

  it("refuses a folder that is no database, and one whose password is gone or another, in one line each", async () => {
    const foreign = await makeFolder();
    await writeFile(join(foreign, "password"), "anything");
    await mkdir(join(foreign, "database"));
    await expect(openForTest(foreign)).rejects.toThrow(
      /is not a PostgreSQL database: move it away/,
    );

    const folder = await makeFolder();
    await (await openForTest(folder)).close();
    const password = await readFile(join(folder, "password"), "utf8");
    await writeFile(join(folder, "password"), "another");
    await expect(openForTest(folder)).rejects.toThrow(
      /does not open the database .*: put back the file/,
    );

    await rm(join(folder, "password"));
    await expect(openForTest(folder)).rejects.toThrow(/password is missing.*put the file back/);

    await writeFile(join(folder, "password"), password);
    await expect(openForTest(folder)).resolves.toMatchObject({ folder });
  });

  it("says in one line why the server does not start, and where its log is", async () => {
    const folder = await makeFolder();
    await (await openForTest(folder)).close();
    await writeFile(join(folder, "database/postgresql.conf"), "no_such_setting = 1\n");
    const refusal = openForTest(folder);
    await expect(refusal).rejects.toThrow(StartError);
    await expect(refusal).rejects.toThrow(
      /did not start \(.*configuration file.*\): .*database\.log/,
    );
    await expect(refusal).rejects.toThrow(oneLine);
  });

  it("refuses a data folder that is a file in one line", async () => {
    const file = join(await makeFolder(), "file");
    await writeFile(file, "");
    await expect(openForTest(file)).rejects.toThrow(
      /The data folder .* cannot be made .*: set DATA_DIR/,
    );
  });
});
