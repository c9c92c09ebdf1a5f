import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Source, Sources } from "../../../server/contract/source.ts";
import { cloneDatabase } from "../../support/database.ts";
import { type Run, runKurs } from "../../support/run-kurs.ts";

const { url } = cloneDatabase("fixtures");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kurs-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

const kurs = (...words: string[]): Promise<Run> =>
  runKurs(["source", ...words], { DATABASE_URL: url, DATA_DIR: folder });

it("kurs source list names the sources, best rank first, and gives the API's shape with --json", async () => {
  const { stdout } = await kurs("list");
  expect(stdout).toMatch(
    /^NBKR\tNational Bank of the Kyrgyz Republic\tofficial\trank 10\t0 series$/m,
  );
  const { sources } = Sources.parse(JSON.parse((await kurs("list", "--json")).stdout));
  expect(sources.map(({ rank }) => rank)).toEqual(
    sources.map(({ rank }) => rank).sort((a, b) => a - b),
  );
  expect(stdout.trim().split("\n")).toHaveLength(sources.length);
});

it("kurs source set changes what it is told, and an empty text takes away", async () => {
  const { code, stdout } = await kurs("set", "MARKET", "--rank", "77", "--name", "The market");
  expect([code, stdout]).toEqual([0, "MARKET is The market, rank 77.\n"]);
  const words = ["--licence-url", "", "--attribution", "A registry", "--json"];
  const changed = Source.parse(JSON.parse((await kurs("set", "MARKET", ...words)).stdout));
  expect(changed).toMatchObject({
    name: "The market",
    rank: 77,
    licence: "CC0-1.0",
    licenceUrl: null,
    attribution: "A registry",
  });
});

it.each([
  [["set", "MARKET"], 2, "say what is to be set"],
  [["set", "MARKET", "--rank", "first"], 2, "--rank"],
  [["set", "MARKET", "--licence-url", "nowhere"], 2, "--licence-url"],
  [["set", "MARKET", "--kind", "bank"], 2, "--kind"],
  [["set"], 2, "missing required argument"],
  [["set", "NOPE", "--rank", "1"], 1, "No source has the code NOPE"],
])("kurs source %j ends with %i and says why", async (words, expected, reason) => {
  const { code, stderr } = await kurs(...words);
  expect([code, stderr]).toEqual([expected, expect.stringContaining(reason)]);
});
