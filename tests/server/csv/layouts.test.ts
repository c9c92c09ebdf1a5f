import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readFile } from "../../support/csv.ts";
import { datasets, mappings } from "../../support/layouts.ts";

const folder = "tests/server/csv/layouts";
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => name.slice(0, -4));

const read = (name: string, mapping = mappings[name]) =>
  readFile(`${folder}/${name}.csv`, { mapping }, datasets);

/** Files in the shapes of banks and agencies; beside each stands what another program read of it. */
describe("layouts of banks and agencies", () => {
  it.each(names)("%s.csv reads exactly as an independent reader has it", async (name) => {
    const { drafts, errors } = await read(name);
    expect(errors).toEqual([]);
    const lines = drafts.map(({ series, start, value, status }) =>
      [series, start, value, status].join(" "),
    );
    lines.forEach((line, at) => {
      lines[at] = line.replace("  ", " null ");
    });
    const expected = readFileSync(`${folder}/${name}.txt`, "utf8").trim().split("\n");
    expect(lines).toEqual(expected);
  });

  it.each(names)("%s.csv reads the same with the mapping of its own report", async (name) => {
    const first = await read(name);
    const again = await read(name, first.recognised.mapping);
    expect(again.drafts).toEqual(first.drafts);
    expect(again.recognised.mapping).toEqual(first.recognised.mapping);
  });
});
