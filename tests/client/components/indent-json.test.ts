import fc from "fast-check";
import { expect, it } from "vitest";
import { indentJson } from "../../../client/components/indent-json.ts";

it("breaks long objects and lists into lines, and leaves short ones on theirs", () => {
  const text =
    '{"series":"FX/D.USD.KGS.NBKR","observations":[{"period":"2026-11-20","value":87.4500},{"period":"2026-11-21","value":null}],"empty":[],"next":{}}';
  expect(indentJson(text)).toBe(
    [
      "{",
      '  "series": "FX/D.USD.KGS.NBKR",',
      '  "observations": [',
      '    { "period": "2026-11-20", "value": 87.4500 },',
      '    { "period": "2026-11-21", "value": null }',
      "  ],",
      '  "empty": [],',
      '  "next": {}',
      "}",
    ].join("\n"),
  );
});

it.each(["", "{", '{"a":1', "[1,2", "a,b\n1,2", '{"a" 1}', "[1]]", '{"a":}', "[,]"])(
  "%j comes back as it is, since it is no whole JSON",
  (text) => {
    expect(indentJson(text)).toBe(text);
  },
);

it("changes nothing but space between signs, whatever the value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      const indented = indentJson(text);
      expect(JSON.parse(indented)).toEqual(JSON.parse(text));
      expect(indentJson(indented)).toBe(indented);
    }),
  );
});

it("keeps every digit of a number that a double could not hold", () => {
  expect(indentJson("[87.4500,0.011434174267000000000001,1e400]")).toBe(
    "[87.4500, 0.011434174267000000000001, 1e400]",
  );
});
