import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { StartError } from "../../../../server/contract/start-error.ts";
import {
  ask,
  makeFolderToKeep,
  openForTest,
  removeFolder,
  serverPid,
} from "../../../support/embedded-folders.ts";
import { bundleScript, removeScript, runScript, type Script } from "../../../support/run-script.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** One folder for all: each test finds its database stopped. */
let folder: string;
let script: Script;
beforeAll(async () => {
  script = await bundleScript(new URL("../../../support/embedded-child.ts", import.meta.url));
  folder = await makeFolderToKeep();
});
beforeEach(async () => {
  expect(await serverPid(folder)).toBeUndefined();
});
afterAll(async () => {
  await removeFolder(folder);
  await removeScript(script);
});

describe("openEmbedded, on one folder", () => {
  it("lets several processes make the same new database at once, and be done with it at once", async () => {
    const commands = [1, 2, 3].map(() => runScript(script, [folder, "command"]));
    const connections = await Promise.all(commands.map((command) => command.readLine()));
    expect(new Set(connections).size).toBe(1);
    for (const command of commands) command.send("close");
    for (const { ended } of commands) expect(await ended).toEqual({ code: 0, stderr: "" });
    expect(await serverPid(folder)).toBeUndefined();
  });

  it("refuses a second server in one line that names the first, which goes on", async () => {
    const { connection } = await openForTest(folder, "serve");
    const second = runScript(script, [folder, "serve"]);
    const line = `Another Kurs server (process ${process.pid}) is running on ${folder}: stop it first, or set DATA_DIR to another folder.`;
    expect(await second.ended).toEqual({ code: 1, stderr: `StartError: ${line}\n` });
    expect(await ask(connection, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  it("lets commands join a server, and the last one out stops the database", async () => {
    const server = await openForTest(folder, "serve");
    const command = runScript(script, [folder, "command"]);
    expect(await command.readLine()).toBe(JSON.stringify(server.connection));
    const pid = await serverPid(folder);

    await server.close();
    expect(await serverPid(folder)).toBe(pid);
    expect(await ask(server.connection, "select 1 as n")).toEqual([{ n: 1 }]);

    command.send("close");
    expect(await command.ended).toEqual({ code: 0, stderr: "" });
    expect(await serverPid(folder)).toBeUndefined();
  });

  it("lets a server join the database that a command has started, and another server follow it", async () => {
    const command = await openForTest(folder);
    const server = await openForTest(folder, "serve");
    expect(server.connection).toEqual(command.connection);
    await command.close();
    expect(await ask(server.connection, "select 1 as n")).toEqual([{ n: 1 }]);

    await server.close();
    await expect(openForTest(folder, "serve")).resolves.toMatchObject({ folder });
  });

  it("lets a server start right after the kill -9 of another", async () => {
    const first = runScript(script, [folder, "serve"]);
    await first.readLine();
    await first.kill();
    await expect(openForTest(folder, "serve")).resolves.toMatchObject({ folder });
  });

  it("never fails one who comes while the last one goes", async () => {
    const stay = async () => {
      const { connection, close } = await openForTest(folder);
      await expect(ask(connection, "select 1 as n")).resolves.toEqual([{ n: 1 }]);
      await close();
    };
    const visitor = async () => {
      for (let visit = 0; visit < 6; visit++) await stay();
    };
    await Promise.all([visitor(), visitor(), visitor()]);
    expect(await serverPid(folder)).toBeUndefined();
  });

  it("keeps the database out of reach of Ctrl+C, in a process group of its own", async () => {
    await openForTest(folder, "serve");
    const group = -(await serverPid(folder))!;
    expect(process.kill(group, 0)).toBe(true); // throws where there is no such group
  });

  it("throws a StartError for a second server of the same process, too", async () => {
    await openForTest(folder, "serve");
    await expect(openForTest(folder, "serve")).rejects.toThrow(StartError);
  });
});
