import fc from "fast-check";
import { expect, it } from "vitest";
import { quoteExcelText } from "../../../server/csv/excel-text.ts";
import { parseBlock } from "../../../server/csv/parse-block.ts";

const read = (text: string, delimiter = ",") =>
  parseBlock(Buffer.from(text), { delimiter, line: 1 }).records.map(({ line, cells, fault }) =>
    fault === null ? `${line} ${cells.join("|")}` : `${line} ${fault}`,
  );

it.each([
  ["between others", 'a,="87.45",b\n', ",", '1 a|="87.45"|b'],
  ["first and last of a line", '="1";="2"\n', ";", '1 ="1"|="2"'],
  ["at the end of the text", 'a\t="87.45"', "\t", '1 a|="87.45"'],
  ["empty", 'a|=""\n', "|", '1 a|=""'],
  ["beside quoted cells", '"a ""b""",="1",""\n', ",", '1 a "b"|="1"|'],
])('N15: a cell ="…" %s is its own text', (_, text, delimiter, expected) => {
  expect(read(text, delimiter)).toEqual([expected]);
});

it.each([
  'a,5" pipe',
  'a, "x"',
  'a, ="87.45"',
  'a,x="87.45"',
  'a,="87.45"x',
  'a,="87,45"',
  'a,="87.45',
  'a,"x"y,="1"',
])("T11: %s stays damaged, and the next lines are read", (text) => {
  expect(read(`${text}\nb,="1"\nc,2\n`)).toEqual(["1 quote-damage", '2 b|="1"', "3 c|2"]);
});

it("N15: the lines below keep their numbers, with quoted line breaks between", () => {
  expect(read('a,"x\ny",="1"\n\nb,c,="2"\n')).toEqual(['1 a|x\ny|="1"', "3 ", '4 b|c|="2"']);
});

it("quoteExcelText changes nothing in a table that is written as RFC 4180 has it", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "=", '"', ",", "\n", "\r"), maxLength: 8 });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (table) => {
      const quoted = table.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`));
      const text = quoted.map((cells) => `${cells.join(",")}\n`).join("");
      expect(quoteExcelText(Buffer.from(text), ",").toString()).toBe(text);
    }),
    { numRuns: 500 },
  );
});
