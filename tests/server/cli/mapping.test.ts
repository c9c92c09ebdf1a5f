import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cloneDatabase } from "../../support/database.ts";
import { type Run, runKurs } from "../../support/run-kurs.ts";

const { url } = cloneDatabase("fixtures");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-mapping-"));
});
afterAll(() => rm(folder, { recursive: true }));

const kurs = (...words: string[]): Promise<Run> =>
  runKurs(words, { DATABASE_URL: url, DATA_DIR: folder });
const write = async (name: string, text: string) => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

it("a mapping is saved, listed, shown, and used by its name", async () => {
  const dimensions = { BASE: { value: "USD" }, QUOTE: { value: "KGS" } };
  const mapping = { dataset: "FX", period: "tag", value: "wert", dimensions };
  const path = await write("som.json", JSON.stringify(mapping));
  expect((await kurs("mapping", "save", "som", path, "--by", "Aida")).code).toBe(0);
  expect((await kurs("mapping", "list")).stdout).toMatch(/^som\t\S+\tAida$/m);
  expect(JSON.parse((await kurs("mapping", "show", "som")).stdout)).toEqual(mapping);

  const rates = await write("rates.csv", "tag;wert\n2026-08-01;87.45\n");
  const named = await kurs("import", rates, "--map", "som", "--source", "BY", "--json");
  expect(JSON.parse(named.stdout)).toMatchObject({ mappingName: "som", counts: { added: 1 } });
  const sent = await kurs("import", rates, "--map", path, "--source", "FILE", "--json");
  expect(JSON.parse(sent.stdout)).toMatchObject({ mappingName: null, counts: { added: 1 } });
});

it("what is no mapping, has no name or is not there is said in one line", async () => {
  const bad = await write("bad.json", '{"colour":1}');
  for (const words of [
    ["mapping", "save", "x", bad],
    ["mapping", "save", "a b", await write("good.json", "{}")],
    ["mapping", "show", "nobody"],
    ["import", bad, "--map", "nobody", "--source", "X"],
  ]) {
    const { code, stderr } = await kurs(...words);
    expect([code, stderr.trim().split("\n").length]).toEqual([1, 1]);
  }
});
