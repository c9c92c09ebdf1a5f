import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ImportReport } from "../../server/contract/import-report.ts";
import { Problem } from "../../server/contract/problem.ts";
import { cloneDatabase } from "../support/database.ts";
import { ratesFile } from "../support/import-text.ts";
import { type Run, runKurs } from "../support/run-kurs.ts";

const { url } = cloneDatabase("fixtures");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

const kurs = (words: string[], input?: string): Promise<Run> =>
  runKurs(words, { DATABASE_URL: url, DATA_DIR: folder }, input);
const write = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

describe("kurs import FILE…", () => {
  it("stores the files and says what it did", async () => {
    const path = await write("nbkr.csv", ratesFile({ "2026-08-17": "87.4500" }));
    const { code, stdout } = await kurs(["import", path, "--source", "NBKR", "--by", "Aida"]);
    expect(code).toBe(0);
    expect(stdout).toContain("1 read: 1 added, 0 revised, 0 unchanged, 0 refused");
    const { stdout: list } = await kurs(["imports"]);
    expect(list.split("\n")[0]).toMatch(/\tAida\tnbkr.csv\t1 added, 0 revised$/);
  });

  it("gives the API's report with --json, and stores nothing with --dry-run", async () => {
    const path = await write("dry.csv", ratesFile({ "2026-08-18": "87.4500" }));
    const { stdout } = await kurs(["import", path, "--source", "NBKR", "--dry-run", "--json"]);
    const report = ImportReport.parse(JSON.parse(stdout));
    expect(report).toMatchObject({ state: "preview", counts: { added: 1 } });
  });

  it("reads standard input", async () => {
    const { code, stdout } = await kurs(
      ["import", "-", "--source", "NBKR"],
      ratesFile({ "2026-08-19": "87.5" }),
    );
    expect([code, stdout.includes("1 added")]).toEqual([0, true]);
  });

  it("takes constants for what every line has in common", async () => {
    const path = await write("short.csv", "date,QUOTE,rate\n2026-08-22,KGS,87.45\n");
    const words = ["import", path, "--dataset", "FX", "--source", "NBKR", "--set", "BASE=USD"];
    expect((await kurs(words)).stdout).toContain("1 added");
    const wrong = await kurs([...words, "BASE"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("DIMENSION=CODE")]);
  });

  it("refuses a bad file with exit code 1, and names line and column", async () => {
    const path = await write("bad.csv", "date,base,quote,rate\n2026-08-20,USD,KGS,8O.1\n");
    const { code, stderr } = await kurs(["import", path, "--source", "NBKR"]);
    expect(code).toBe(1);
    expect(stderr).toContain("line 2, rate: error:");
    expect(stderr).toContain("--on-error skip");
  });

  it("ends a dry run with 1 when the real run would be refused", async () => {
    const path = await write("dry-bad.csv", "date,base,quote,rate\n2026-08-20,USD,KGS,8O.1\n");
    const { code, stderr } = await kurs(["import", path, "--source", "NBKR", "--dry-run"]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("would be refused")]);
  });

  it("shows what there is to choose from, and with --json the API's problem", async () => {
    const path = join(folder, "cyrillic.csv");
    // "Доллар" in windows-1251.
    const name = Buffer.from([0xc4, 0xee, 0xeb, 0xeb, 0xe0, 0xf0]);
    await writeFile(path, Buffer.concat([Buffer.from("date,base\n2026-08-20,"), name]));
    const { code, stdout, stderr } = await kurs(["import", path, "--source", "NBKR", "--json"]);
    const [detail, ...lines] = stderr.trimEnd().split("\n");
    expect([code, detail]).toEqual([1, expect.stringContaining("by the sample lines")]);
    expect(lines).toContain("  windows-1251: 2026-08-20,Доллар ⏎ date,base");
    expect(lines[0]).toMatch(/^ {2}encoding: "windows-1251", /);
    expect(Problem.parse(JSON.parse(stdout))).toMatchObject({
      ...{ type: "/problems/needs-mapping", status: 422, detail, missing: ["encoding"] },
      sample: expect.arrayContaining(["windows-1251: 2026-08-20,Доллар ⏎ date,base"]) as string[],
    });
  });

  it("says that a file was imported before, and what it sets back", async () => {
    const [first, later] = await Promise.all([
      write("first.csv", ratesFile({ "2026-08-24": "87.45", "2026-08-25": "87.5" })),
      write("later.csv", ratesFile({ "2026-08-24": "87.46" })),
    ]);
    const run = async (path: string) => (await kurs(["import", path, "--source", "NBKR"])).stdout;
    const [, id] = /stored as import (\d+)\.\n/.exec(await run(first)) ?? [];
    expect(await run(first)).toMatch(
      new RegExp(`nothing was stored. The same file was imported as number ${id} on \\S+Z\\.\\n`),
    );
    await run(later);
    expect(await run(first)).toMatch(
      new RegExp(`number ${id} on \\S+: 1 value that changed since is as it says again\\.\\n`),
    );
  });

  it("says in one line that a file is not there", async () => {
    const { code, stderr } = await kurs(["import", join(folder, "nowhere.csv")]);
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("ends with 2 for wrong usage", async () => {
    expect((await kurs(["import"])).code).toBe(2);
    expect((await kurs(["frobnicate"])).code).toBe(2);
    expect((await kurs(["import", "--help"])).code).toBe(0);
  });
});

describe("kurs imports undo ID", () => {
  it("takes an import back, once", async () => {
    const path = await write("undo.csv", ratesFile({ "2026-08-21": "87.4500" }));
    const { stdout } = await kurs(["import", path, "--source", "NBKR", "--json"]);
    const id = String(ImportReport.parse(JSON.parse(stdout)).id);
    const undone = await kurs(["imports", "undo", id]);
    expect([undone.code, undone.stdout]).toEqual([
      0,
      expect.stringMatching(/takes back import \d+, as import \d+\.\n {2}1 read: .* 1 withdrawn/),
    ]);
    const shown = (await kurs(["imports", "show", id])).stdout;
    expect(shown).toMatch(
      /^import \d+ \(undo\.csv, \d{4}-\S+Z, by .+\): .* undone by import \d+\.\n/,
    );
    expect(shown).toContain("1 read: 1 added, 0 revised");
    const { stdout: json } = await kurs(["imports", "show", id, "--json"]);
    expect(ImportReport.parse(JSON.parse(json)).undoneBy).not.toBeNull();
    const [last] = (await kurs(["imports"])).stdout.split("\n");
    expect(last).toMatch(/\tundo of \d+\t0 added, 0 revised, 1 withdrawn$/);
    const again = await kurs(["imports", "undo", id]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("undone already")]);
  });
});

describe("kurs dataset apply FILE", () => {
  it("gives codes new titles, and refuses to change the keys of series that are there", async () => {
    const { default: trade } = await import("../../fixtures/datasets/trade.json");
    const renamed = { ...trade, title: { ...trade.title, en: "Trade of goods" } };
    expect(
      (await kurs(["dataset", "apply", await write("trade.json", JSON.stringify(renamed))])).code,
    ).toBe(0);
    expect((await kurs(["dataset", "list"])).stdout).toContain("TRADE\tTrade of goods\t20 series");
    const turned = {
      ...trade,
      dimensions: [trade.dimensions[0], ...trade.dimensions.slice(1).reverse()],
    };
    const { code, stderr } = await kurs([
      "dataset",
      "apply",
      await write("turned.json", JSON.stringify(turned)),
    ]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("cannot become")]);
  });

  it("says what is wrong with a definition", async () => {
    const { code, stderr } = await kurs([
      "dataset",
      "apply",
      await write("broken.json", '{"code":"X"}'),
    ]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining("The definition is not valid: title"),
    ]);
  });
});

describe("kurs token", () => {
  it("makes a token, lists its label, and ends it", async () => {
    const made = await kurs(["token", "add", "newsroom"]);
    expect(made.stdout).toMatch(/^kurs_[\w-]{43}\n$/);
    const twice = await kurs(["token", "add", "newsroom"]);
    expect([twice.code, twice.stderr]).toEqual([
      1,
      "There is a token with the label newsroom already: choose another.\n",
    ]);
    expect((await kurs(["token", "list"])).stdout).toMatch(/^newsroom\tmade /);
    expect((await kurs(["token", "revoke", "newsroom"])).code).toBe(0);
    expect((await kurs(["token", "list"])).stdout).toContain("revoked");
  });

  it("says of a revoked token when that was, and why its label is not given again", async () => {
    await kurs(["token", "add", "nightly"]);
    await kurs(["token", "revoke", "nightly"]);
    const again = await kurs(["token", "revoke", "nightly"]);
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringMatching(/^nightly was revoked already, on \d{4}-\d\d-\d\d\.\n$/),
    ]);
    const added = await kurs(["token", "add", "nightly"]);
    expect([added.code, added.stderr]).toEqual([
      1,
      expect.stringMatching(
        /^The label nightly stays that of a token revoked on .* name it: choose another\.\n$/,
      ),
    ]);
    const unknown = await kurs(["token", "revoke", "nobody"]);
    expect(unknown.stderr).toBe("No token has the label nobody.\n");
  });
});

describe("a database that is away", () => {
  it("stops the start with one line that says where it was looked for, without the password", async () => {
    const { code, stderr } = await runKurs(["migrate"], {
      DATABASE_URL: "postgres://me:secret@127.0.0.1:1/kurs",
    });
    const line =
      "The database of DATABASE_URL (postgres://me@127.0.0.1:1/kurs) cannot be used: connect ECONNREFUSED 127.0.0.1:1.\n";
    expect([code, stderr]).toEqual([1, line]);
  });
});

describe("a wrong setting", () => {
  it("stops the start with one line that names it", async () => {
    const { code, stderr } = await runKurs(["serve"], { PORT: "eighty" });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^The setting PORT is "eighty", but PORT takes .*\n$/),
    ]);
  });
});
