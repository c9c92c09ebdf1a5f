import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Datasets } from "../../../server/contract/dataset.ts";
import { Imports } from "../../../server/contract/import-report.ts";
import { cloneDatabase } from "../../support/database.ts";
import { runKurs, spawnKurs } from "../../support/run-kurs.ts";

const { url } = cloneDatabase("fixtures");
let environment: Record<string, string>;
beforeAll(async () => {
  environment = { DATABASE_URL: url, DATA_DIR: await mkdtemp(join(tmpdir(), "kurs-output-")) };
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

it("kurs migrate says that there is nothing to do where the database is of this version", async () => {
  expect(await kurs("migrate")).toEqual({
    code: 0,
    stdout: "The database is of this version already: nothing to do.\n",
    stderr: "",
  });
});

it.each([["show"], ["undo"]])("kurs imports %s takes the number of an import", async (word) => {
  const { code, stderr } = await kurs("imports", word, "abc");
  expect([code, stderr]).toEqual([2, expect.stringContaining("It is the number of an import.")]);
  expect((await kurs("imports", word, "999999")).code).toBe(1);
});
