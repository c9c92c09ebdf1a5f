import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { findPostmaster } from "../../../../server/sql/embedded/lock-file.ts";
import {
  ask,
  makeFolder,
  makeFolderToKeep,
  openForTest,
  removeFolder,
  serverPid,
} from "../../../support/embedded-folders.ts";
import { eventually } from "../../../support/eventually.ts";
import { bundleScript, removeScript, runScript, type Script } from "../../../support/run-script.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** One folder for all but the first start. */
let folder: string;
let script: Script;
beforeAll(async () => {
  script = await bundleScript(new URL("../../../support/embedded-child.ts", import.meta.url));
  folder = await makeFolderToKeep();
});
afterAll(async () => {
  await removeFolder(folder);
  await removeScript(script);
});

/** Opens the folder in a process of its own, where it writes a row, and answers the process and the server. */
async function openInChild() {
  const child = runScript(script, [folder, "serve"]);
  const connection = JSON.parse((await child.readLine()) ?? "") as { port: number };
  await ask(connection, "create table if not exists kept as select 1 as n");
  return { child, port: connection.port, server: (await serverPid(folder))! };
}

const kept = "select n from kept";

describe("openEmbedded, after a kill -9", () => {
  it("of Kurs, goes on with the server that was left running", async () => {
    const { child, port, server } = await openInChild();
    await child.kill();
    const { connection, close } = await openForTest(folder, "serve");
    expect(await ask(connection, kept)).toEqual([{ n: 1 }]);
    expect([await serverPid(folder), connection.port]).toEqual([server, port]);
    await close();
    expect(await serverPid(folder)).toBeUndefined();
  });

  it("of Kurs and the server, starts it again with every committed row", async () => {
    const { child, server } = await openInChild();
    process.kill(server, "SIGKILL");
    await child.kill();
    const { connection } = await openForTest(folder, "serve");
    expect(await ask(connection, kept)).toEqual([{ n: 1 }]);
    expect(await serverPid(folder)).not.toBe(server);
  });

  it("of the server while a statement runs, starts it again as soon as that has ended", async () => {
    const { child, server } = await openInChild();
    const { connection, close } = await openForTest(folder);
    const slow = ask(
      connection,
      "select count(*) from generate_series(1, 3e6::int) n where sqrt(n) > 0",
    );
    slow.catch(() => undefined);
    await eventually(async () => {
      const running = await ask(
        connection,
        "select from pg_stat_activity where query like '%sqrt%' and state = 'active'",
      );
      expect(running.length).toBeGreaterThan(1);
    });
    process.kill(server, "SIGKILL");
    await child.kill();
    const again = await openForTest(folder, "serve");
    expect(await ask(again.connection, kept)).toEqual([{ n: 1 }]);
    await close();
    expect(await serverPid(folder)).toBeDefined(); // the lost stay does not stop what another one uses
  });

  it("of the first start, half way through making the database, makes it anew and leaves no remains", async () => {
    const folder = await killHalfWay();
    const { connection } = await openForTest(folder);
    expect(await ask(connection, "select 1 as n")).toEqual([{ n: 1 }]);
    expect((await readdir(folder)).sort()).toEqual(["database", "database.log", "password"]);
  });
});

/** Kills a first start while initdb is at work, and gives the folder. */
async function killHalfWay(): Promise<string> {
  const folder = await makeFolder();
  const child = runScript(script, [folder]);
  const isHalfWay = await eventually(async () => {
    const names = await readdir(folder);
    const workshop = names.find((name) => /^database\.(?!log)/.test(name)) ?? "-";
    const isBegun = existsSync(join(folder, workshop, "database/base"));
    expect(isBegun || names.includes("database")).toBe(true);
    return isBegun;
  });
  await child.kill();
  // On a busy machine it may be over before anybody looks.
  return isHalfWay ? folder : killHalfWay();
}

describe("openEmbedded, beside a lock file left over", () => {
  it("that names another living program, starts and leaves that program alone", async () => {
    await (await openForTest(folder)).close();
    const { uid, gid } = await stat(join(folder, "database"));
    const stranger = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid, gid } : {});
    await once(stranger, "spawn");
    onTestFinished(() => void stranger.kill());
    await writeFile(
      join(folder, "database/postmaster.pid"),
      `${stranger.pid}\n${folder}/database\n1\n5432\n\n127.0.0.1\n`,
    );

    const { connection } = await openForTest(folder);
    expect(await ask(connection, "select 1 as n")).toEqual([{ n: 1 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it("that names no living program, or that is empty, starts", async () => {
    await (await openForTest(folder)).close();
    const lockFile = join(folder, "database/postmaster.pid");
    const gone = spawn("true");
    await once(gone, "exit");
    await writeFile(lockFile, `${gone.pid}\n${folder}/database\n1\n5432\n\n127.0.0.1\n`);
    await (await openForTest(folder)).close();

    await writeFile(lockFile, "");
    await utimes(lockFile, 1, 1);
    await expect(openForTest(folder)).resolves.toMatchObject({ folder });
  });
});

describe("a server whose database was killed", () => {
  it("brings it back to the same port, and still lets no second server in", async () => {
    const lines: string[] = [];
    const { connection, close } = await openForTest(folder, "serve", {
      onLog: (line) => lines.push(line),
    });
    await ask(connection, "create table if not exists kept as select 1 as n");
    for (let round = 1; round <= 2; round++) {
      const { pid } = (await findPostmaster(join(folder, "database")))!;
      process.kill(pid, "SIGKILL");
      await vi.waitFor(
        () => expect(lines.filter((line) => line.endsWith("is back."))).toHaveLength(round),
        20_000,
      );
      expect(await ask(connection, kept)).toEqual([{ n: 1 }]);
    }
    await expect(openForTest(folder, "serve")).rejects.toThrow(/Another Kurs server/);
    await close();
    expect(await serverPid(folder)).toBeUndefined();
  });

  it("closes at once when it is told to just then, and leaves no database running", async () => {
    const { close } = await openForTest(folder, "serve");
    process.kill((await serverPid(folder))!, "SIGKILL");
    await close();
    expect(await serverPid(folder)).toBeUndefined();
  });
});
