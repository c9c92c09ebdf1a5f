import { chmod, cp, lstat, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { StartError } from "../../../../server/contract/start-error.ts";
import { embeddedAccount } from "../../../../server/sql/embedded/account.ts";
import {
  embeddedBinaries,
  findPlatformPackage,
  makeLinks,
} from "../../../../server/sql/embedded/binaries.ts";
import { runCommand } from "../../../../server/sql/embedded/command.ts";
import { isRoot, makeFolder } from "../../../support/embedded-folders.ts";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

/** A folder with a copy of the package as npm unpacks it where it runs no install script: without links. */
async function unpack(): Promise<{ folder: string; copy: string }> {
  const folder = await makeFolder();
  await chmod(folder, 0o755);
  const copy = join(folder, "package");
  await cp(findPlatformPackage(), copy, { recursive: true, verbatimSymlinks: true });
  for (const { target } of await readLinks(copy)) await rm(join(copy, target), { force: true });
  return { folder, copy };
}

async function readLinks(copy: string): Promise<{ source: string; target: string }[]> {
  return JSON.parse(await readFile(join(copy, "native/pg-symlinks.json"), "utf8")) as never;
}

const version = (program: string) => runCommand(program, ["--version"], { account: undefined });

describe("embeddedBinaries", () => {
  it("makes the links that an install script would have made, then PostgreSQL 18 runs", async () => {
    const { folder, copy } = await unpack();
    expect((await version(join(copy, "native/bin/postgres"))).code).not.toBe(0);
    const binaries = await embeddedBinaries(await embeddedAccount(folder), folder, copy);
    expect(binaries).toMatchObject({ postgres: join(copy, "native/bin/postgres"), major: 18 });
    for (const program of [binaries.initdb, binaries.pgCtl, binaries.postgres]) {
      expect(await version(program)).toMatchObject({ code: 0 });
    }
    expect(await readdir(folder)).toEqual(["package"]);
  });

  it.runIf(isRoot)(
    "copies the programs to /var/lib/kurs, once, where PostgreSQL's user cannot enter (root)",
    async () => {
      const { folder, copy } = await unpack();
      const name = `0.0.0-test.${process.pid}`;
      await writeFile(join(copy, "package.json"), JSON.stringify({ version: name }));
      await chmod(folder, 0o700);
      const shared = `/var/lib/kurs/postgresql-${name}`;
      onTestFinished(() => rm(shared, { recursive: true, force: true }));

      const account = await embeddedAccount(folder);
      const both = await Promise.all([
        embeddedBinaries(account, folder, copy),
        embeddedBinaries(account, folder, copy),
      ]);
      const postgres = join(shared, "native/bin/postgres");
      expect(both).toEqual([
        expect.objectContaining({ postgres }),
        expect.objectContaining({ postgres }),
      ]);
      expect((await stat(shared)).uid).toBe(0);

      const made = (await stat(shared)).birthtimeMs;
      await embeddedBinaries(account, folder, copy);
      expect((await stat(shared)).birthtimeMs).toBe(made);
      expect(
        (await readdir("/var/lib/kurs")).filter((entry) => entry.startsWith(`postgresql-${name}`)),
      ).toHaveLength(1);
    },
  );

  it("says in one line to set DATABASE_URL where the programs cannot run", async () => {
    const { folder, copy } = await unpack();
    const program = join(copy, "native/bin/postgres");
    await writeFile(program, "#!/no/such/loader\n", { mode: 0o755 });
    const refusal = embeddedBinaries(undefined, folder, copy);
    await expect(refusal).rejects.toThrow(StartError);
    await expect(refusal).rejects.toThrow(
      /^[^\n]*does not run on this machine \(ENOENT\): set DATABASE_URL[^\n]*$/,
    );
  });
});

describe("makeLinks", () => {
  it("makes every link, and makes none twice, however many do it at once", async () => {
    const { copy } = await unpack();
    await Promise.all([makeLinks(copy), makeLinks(copy), makeLinks(copy)]);
    await makeLinks(copy);
    const links = await readLinks(copy);
    expect(links.length).toBeGreaterThan(0);
    for (const { target } of links)
      expect((await lstat(join(copy, target))).isSymbolicLink()).toBe(true);
  });

  it("makes none for a package that names none", async () => {
    const empty = await makeFolder();
    await mkdir(join(empty, "native"));
    await makeLinks(empty);
    expect(await readdir(join(empty, "native"))).toEqual([]);
  });
});

describe("findPlatformPackage", () => {
  it.each([
    ["freebsd", "x64", "freebsd-x64"],
    ["linux", "riscv64", "linux-riscv64"],
    ["win32", "arm64", "windows-arm64"],
  ])("tells %s on %s in one line to set DATABASE_URL", (platform, arch, kind) => {
    const line = `Kurs has no PostgreSQL of its own for this machine (${kind}): set DATABASE_URL to a PostgreSQL server (15 or newer).`;
    expect(() => findPlatformPackage(platform, arch)).toThrow(new StartError(line));
  });
});
