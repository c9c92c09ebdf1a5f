import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Datasets } from "../../../server/contract/dataset.ts";
import { Imports } from "../../../server/contract/import-report.ts";
import { cloneDatabase } from "../../support/database.ts";
import { runKurs, spawnKurs } from "../../support/run-kurs.ts";

const { url } = cloneDatabase("fixtures");
const foreign = cloneDatabase("template0");
let environment: Record<string, string>;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "kurs-output-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
  environment = { DATABASE_URL: url, DATA_DIR: folder };
});
afterAll(() => rm(environment.DATA_DIR ?? "", { recursive: true }));

const kurs = (...words: string[]) => runKurs(words, environment);

it.each([["imports"], ["imports --json"], ["dataset list"], ["export FX/D.USD.KGS.MARKET"]])(
  "kurs %s ends quietly with 0 when nobody reads on",
  async (words) => {
    const child = spawnKurs(words.split(" "), environment);
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stdout?.destroy();
    const [code] = (await once(child, "close")) as [number | null];
    expect([code, said]).toEqual([0, ""]);
  },
);

it("the lists are given as the API gives them with --json", async () => {
  const listed = async (...words: string[]): Promise<unknown> =>
    JSON.parse((await kurs(...words, "--json")).stdout);
  const { datasets } = Datasets.parse(await listed("dataset", "list"));
  expect(datasets.map(({ code }) => code)).toContain("FX");
  expect(Imports.parse(await listed("imports")).imports.length).toBeGreaterThan(0);
  await kurs("token", "add", "newsroom");
  expect(await listed("token", "list")).toEqual({
    tokens: [
      {
        label: "newsroom",
        createdAt: expect.stringMatching(/^\d{4}-.+Z$/) as string,
        lastUsedAt: null,
        revokedAt: null,
      },
    ],
  });
});

it("a command that finds no database says that it made one, and is not silent in an empty one", async () => {
  const DATA_DIR = join(environment.DATA_DIR ?? "", "mistyped");
  const made = await runKurs(["imports"], { DATA_DIR });
  const line = (text: RegExp) => expect.stringMatching(text) as string;
  const holdsNone = line(/^The database in \S+mistyped holds no imports\.$/);
  expect([made.code, made.stdout, made.stderr.split("\n")]).toEqual([
    0,
    "",
    [
      line(
        /^There was no database in \S+mistyped: an empty one was made\. Is DATA_DIR the right one\?$/,
      ),
      holdsNone,
      "",
    ],
  ]);
  const again = await runKurs(["imports", "--json"], { DATA_DIR });
  expect([JSON.parse(again.stdout), again.stderr.split("\n")]).toEqual([
    { imports: [], next: null },
    [holdsNone, ""],
  ]);
});

it("kurs import into a database without datasets gives that as the reason", async () => {
  const words = ["import", "fixtures/rates/ticker-2025-12-07.csv", "--source", "TCA"];
  const { code, stderr } = await runKurs(words, { DATABASE_URL: foreign.url });
  const [made, reason] = stderr.split("\n");
  expect(code).toBe(1);
  expect(made).toMatch(
    /^The database of DATABASE_URL had no tables of Kurs: empty ones were made\./,
  );
  expect(reason).toMatch(
    /^This database has no datasets, so no file can be imported\. Is DATA_DIR,/,
  );
});

it("kurs migrate says that there is nothing to do where the database is of this version", async () => {
  expect(await kurs("migrate")).toEqual({
    code: 0,
    stdout: "The database is of this version already: nothing to do.\n",
    stderr: "",
  });
});

it.each([
  ["token add", ["token", "add", ""], 2, "A label has 1 to 60 characters."],
  ["import of a folder", ["import", tmpdir(), "--source", "NBKR"], 1, `${tmpdir()} is a folder.`],
  ["import with a folder as mapping", ["import", "x", "--map", tmpdir()], 1, "EISDIR: illegal"],
])("kurs %s is refused in one line", async (_what, words, code, says) => {
  const { stderr, ...ended } = await kurs(...words);
  expect(ended).toEqual({ code, stdout: "" });
  expect(stderr.trimEnd()).toContain(says);
  expect(stderr.trimEnd()).not.toContain("\n");
});

it.each([["show"], ["undo"]])("kurs imports %s takes the number of an import", async (word) => {
  const { code, stderr } = await kurs("imports", word, "abc");
  expect([code, stderr]).toEqual([2, expect.stringContaining("It is the number of an import.")]);
  expect((await kurs("imports", word, "999999")).code).toBe(1);
});
