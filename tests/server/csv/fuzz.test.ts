import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { KursError } from "../../../server/domain/kurs-error.ts";
import { readFile, type WholeReading, withFile } from "../../support/csv.ts";
import { datasets, mappings } from "../../support/layouts.ts";

const folder = "tests/server/csv/layouts";
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => ({ name: name.slice(0, -4), bytes: readFileSync(`${folder}/${name}`) }));

/** What happens to files on their way: bytes lost, doubled, changed, put in, and the end cut off. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 12 }),
  insert: fc.oneof(
    fc.constantFrom(
      "",
      '"',
      ",",
      ";",
      "\n",
      "\r",
      "\t",
      ".",
      "-",
      " ",
      "0",
      "N/A",
      "%",
      "(",
      "К",
      "\uFFFD",
      "=",
    ),
    fc.string({ maxLength: 4 }),
  ),
});

function damaged(
  bytes: Buffer,
  damages: readonly { at: number; length: number; insert: string }[],
) {
  return damages.reduce((text, { at, length, insert }) => {
    const from = Math.floor(at * text.length);
    return Buffer.concat([
      text.subarray(0, from),
      Buffer.from(insert),
      text.subarray(from + length),
    ]);
  }, bytes);
}

const significant = (text: string) => text.replace(/\D/g, "").replace(/^0+|0+$/g, "");

/** Every digit of a value stands, in order and together but for separators, somewhere on its line. */
function expectFromFile({ drafts, recognised }: WholeReading, text: string) {
  const lines = text.split(/\r\n|\n|\r/);
  for (const { value, line } of drafts) {
    if (value === null) continue;
    const cells = lines
      .slice(line - 1, line + 12)
      .join(recognised.delimiter)
      .replace(/[^\d]/g, "");
    expect(cells, `line ${line}`).toContain(significant(value));
  }
}

it("a damaged file of any layout gives values that stand in it, or is refused in words: never a crash", async () => {
  const mutant = fc.record({
    file: fc.constantFrom(...files),
    damages: fc.array(damage, { minLength: 1, maxLength: 4 }),
    withMapping: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(mutant, async ({ file, damages, withMapping }) => {
      const bytes = damaged(file.bytes, damages);
      const told = withMapping ? { mapping: mappings[file.name] } : { source: "NBKR" };
      const reading = await withFile(bytes, (path) => readFile(path, told, datasets)).catch(
        (error: unknown) => error,
      );
      if (reading instanceof Error) expect(reading).toBeInstanceOf(KursError);
      else expectFromFile(reading as WholeReading, bytes.toString("latin1"));
    }),
    { numRuns: 500 },
  );
}, 60_000);

it("what was decided and is shown reads the same file again to the same observations", async () => {
  const number = fc.constantFrom(
    "1.234",
    "1,234",
    "12.5",
    "12,5",
    "1 234,5",
    "1,234.5",
    "N/A",
    "87",
    "0,123",
  );
  const date = fc.constantFrom(
    "03/04/2025",
    "25/04/2025",
    "04/25/2025",
    "2025-04-03",
    "3 Apr 2025",
    "03.04.2025",
  );
  const table = fc.tuple(
    fc.constantFrom("", "Rates of the bank\n\n", "Printed;today\n"),
    fc.array(fc.tuple(date, number), { minLength: 1, maxLength: 6 }),
    fc.constantFrom("", "Source: the bank, 2025\n"),
  );
  const mapping = {
    dataset: "FX",
    dimensions: { BASE: { value: "USD" }, QUOTE: { value: "KGS" } },
  };
  await fc.assert(
    fc.asyncProperty(table, async ([above, rows, below]) => {
      const text = `${above}date;rate\n${rows.map((row) => `${row.join(";")}\n`).join("")}${below}`;
      await withFile(text, async (path) => {
        const told = { mapping, source: "NBKR" };
        const first = await readFile(path, told, datasets).catch((error: unknown) => error);
        if (first instanceof Error) return expect(first).toBeInstanceOf(KursError);
        const { recognised, drafts, errors } = first as WholeReading;
        const again = await readFile(path, { mapping: recognised.mapping }, datasets);
        expect(again.drafts).toEqual(drafts);
        expect(again.errors).toEqual(errors);
        expect(again.recognised.mapping).toEqual(recognised.mapping);
      });
    }),
    { numRuns: 300 },
  );
}, 60_000);
