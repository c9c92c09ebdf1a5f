import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { formatRow } from "../../../server/csv/format-row.ts";

it.each([
  [["period", "value"], "period,value\r\n"],
  [["2026-11-20", "87.4500", null], "2026-11-20,87.4500,\r\n"],
  [["-270.5", -3], "-270.5,-3\r\n"],
  [['say "som"', "a,b", "two\nlines"], '"say ""som""","a,b","two\nlines"\r\n'],
])("formatRow(%j) is %j", (cells, expected) => {
  expect(formatRow(cells)).toBe(expected);
});

it.each(["=1+1", "+1", "-cmd", "@sum", "\tx", "\rx", "-1-1", "+87.45"])(
  "N16: formatRow([%j]) is harmless in a spreadsheet",
  (text) => {
    expect(formatRow([text]).replace(/^"/, "")).toMatch(/^'/);
  },
);

it("formatRow writes decimal commas where asked, in numbers only", () => {
  expect(formatRow(["2026-11-20", "87.4500", "v. 2"], { sep: ";", decimal: "," })).toBe(
    "2026-11-20;87,4500;v. 2\r\n",
  );
  expect(formatRow(["1.5"], { decimal: "," })).toBe('"1,5"\r\n');
});

it("formatRow(cells) is read back by an RFC 4180 reader as the same cells", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", " ", "'") });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2 }), fc.constantFrom(",", ";"), (cells, sep) => {
      const text = formatRow(cells, { sep });
      const back = parse(text, { delimiter: sep, record_delimiter: "\r\n" });
      expect(back).toEqual([cells.map((text) => (text.startsWith("\r") ? `'${text}` : text))]);
    }),
  );
});
