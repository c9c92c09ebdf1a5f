import { expect, inject, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { runKurs } from "../../support/run-kurs.ts";

const app = startApp("fixtures", () => new Date());
const name = "FX/D.USD.KGS.MARKET";
const kurs = (...words: string[]) =>
  runKurs(["export", ...words], { DATABASE_URL: app.database.url, DATA_DIR: inject("folder") });
const served = async (path: string) => (await fetch(`${app.address}/api/v1/${path}`)).text();

it("kurs export writes what the API answers to the same question, of one series and of several", async () => {
  const one = await kurs(name, "--start", "2026-08", "--end", "2026-09", "--format", "json");
  const observations = `series/${name}/observations?start=2026-08&end=2026-09`;
  expect(one).toEqual({ code: 0, stdout: await served(observations), stderr: "" });
  const table = await kurs(name, `${name}:pch`, "--as-of", "2020-01-01");
  expect(table.stdout).toBe(`period,${name},${name}:pch\r\n`);
  const both = await kurs(name, `${name}:pch`);
  expect(both.stdout).toBe(await served(`observations?series=${name},${name}:pch&format=csv`));
});

it("kurs export says in one line what it cannot give", async () => {
  const lines: [string[], RegExp][] = [
    [["FX/D.USD.KGS.NOPE"], /^No series has the name FX\/D\.USD\.KGS\.NOPE\.\n$/],
    [[name, "--start", "2026-09", "--end", "2026-08"], /^[^\n]+\n$/],
  ];
  for (const [words, expected] of lines) {
    const { code, stdout, stderr } = await kurs(...words);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(expected);
  }
});

it.each([
  ["--format", "xml", "Allowed choices are json, csv, ndjson."],
  ["--start", "2026-13", "It is no period: write 2026-11-20"],
  ["--end", "soon", "It is no period"],
  ["--as-of", "then", "It is no date or date-time"],
])("kurs export SERIES %s %s is wrong usage", async (option, text, expected) => {
  const { code, stdout, stderr } = await kurs(name, option, text);
  expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(expected)]);
});
