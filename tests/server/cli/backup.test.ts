import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase } from "../../support/database.ts";
import { runKurs } from "../../support/run-kurs.ts";

const from = cloneDatabase("fixtures");
const empty = cloneDatabase("empty");
const to = cloneDatabase("template0");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-cli-backup-"));
});
afterAll(() => rm(folder, { recursive: true }));

const shell = (line: string) => promisify(execFile)("sh", ["-c", line]);

describe("kurs backup FILE", () => {
  it("keeps a file that is there, unless it is told to replace it", async () => {
    const file = join(folder, "there.tar.gz");
    await writeFile(file, "mine");
    const { code, stderr } = await runKurs(["backup", file], { DATABASE_URL: from.url });
    expect([code, stderr]).toEqual([1, `${file} is there already; --force replaces it.\n`]);
    expect(await readFile(file, "utf8")).toBe("mine");
    const forced = await runKurs(["backup", file, "--force"], { DATABASE_URL: from.url });
    expect(forced).toMatchObject({ code: 0, stderr: "" });
  });

  it("makes what ordinary tools can check and read", async () => {
    const file = join(folder, "there.tar.gz");
    const { stdout } = await shell(
      `cd ${folder} && tar xzf ${file} && sha256sum --check SHA256SUMS && cut -f1 tables/source/000001.copy`,
    );
    expect(stdout).toContain("tables/observation/000001.copy: OK\n");
    expect(stdout).not.toContain("FAILED");
    expect(stdout).toContain("\nMARKET\n");
  });

  it("refuses an empty database, which is likely the wrong one", async () => {
    const file = join(folder, "empty.tar.gz");
    const { code, stderr } = await runKurs(["backup", file], { DATABASE_URL: empty.url });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Nothing is stored in this .*\n$/)]);
  });

  it("says in one line that there is no room, and ends", async () => {
    const kurs = `DATABASE_URL='${from.url}' ${process.execPath} server/kurs.js`;
    const full = await shell(`${kurs} backup - > /dev/full`).catch((error: unknown) => error);
    const stderr = expect.stringMatching(
      /^The backup cannot be written to standard output: ENOSPC.*\n$/,
    ) as string;
    expect(full).toMatchObject({ code: 1, stderr });
    const nowhere = await runKurs(["backup", "/nowhere/kurs.tar.gz"], { DATABASE_URL: from.url });
    expect([nowhere.code, nowhere.stderr]).toEqual([
      1,
      expect.stringMatching(/^The backup cannot .*ENOENT.*\n$/),
    ]);
  });

  it("goes through a pipe from one database to another", async () => {
    const kurs = `${process.execPath} server/kurs.js`;
    const { stdout } = await shell(
      `DATABASE_URL='${from.url}' ${kurs} backup - | DATABASE_URL='${to.url}' ${kurs} restore -`,
    );
    expect(stdout).toMatch(/^Restored 7 imports, /);
  });
});

describe("kurs restore FILE", () => {
  it("says in one line what is wrong with the file", async () => {
    const half = join(folder, "half.tar.gz");
    await runKurs(["backup", half], { DATABASE_URL: from.url });
    await truncate(half, Math.floor((await stat(half)).size / 2));
    const refusals: [file: string, line: RegExp][] = [
      [join(folder, "nowhere.tar.gz"), /^The backup cannot be read: .*\n$/],
      [folder, /^The backup cannot be read: .*\n$/],
      [
        "README.md",
        /^README\.md: This is no backup of Kurs, or it is damaged at its very beginning\. Nothing was restored\.\n$/,
      ],
      [
        half,
        /^\S*half\.tar\.gz: The backup is incomplete: its file breaks off, .* Nothing was restored\.\n$/,
      ],
    ];
    const restore = async ([file, line]: (typeof refusals)[number]) => {
      const { code, stderr } = await runKurs(["restore", file], { DATABASE_URL: empty.url });
      expect([code, stderr]).toEqual([1, expect.stringMatching(line)]);
    };
    await Promise.all(refusals.map(restore));
  });
});
