import fc from "fast-check";
import { expect, it } from "vitest";
import {
  currencies,
  currencyOfNumeric,
  currencyUse,
  isCurrency,
  latinLookalike,
  lookalikes,
} from "../../../server/contract/currency.ts";

const entries = Object.entries(currencies);

it("currencies has codes of three capitals, numbers of three digits and days in order", () => {
  for (const [code, { numeric, digits, from, to, successor }] of entries) {
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect(numeric ?? "000", code).toMatch(/^\d{3}$/);
    expect([undefined, 0, 2, 3, 4], code).toContain(digits);
    expect(from ?? "1970-01-01", code).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(to ?? "2099-12-31", code).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((from ?? "1970-01-01") < (to ?? "2099-12-31"), code).toBe(true);
    if (successor !== undefined) expect(isCurrency(successor), code).toBe(true);
  }
});

it("currencies gives a number to one code in force only", () => {
  const inForce = entries.filter(([, { to }]) => to === undefined);
  const numbers = inForce.map(([, { numeric }]) => numeric);
  expect(inForce.length).toBe(178);
  expect(new Set(numbers).size).toBe(inForce.length);
});

it("currencies names a successor only for a code that was withdrawn", () => {
  expect(entries.filter(([, { to, successor }]) => successor && !to)).toEqual([]);
});

it.each([
  ["KGS", "417", 2],
  ["KZT", "398", 2],
  ["TJS", "972", 2],
  ["UZS", "860", 2],
  ["TMT", "934", 2],
  ["USD", "840", 2],
  ["AUD", "036", 2],
  ["JPY", "392", 0],
  ["KWD", "414", 3],
  ["XDR", "960", undefined],
  ["XAU", "959", undefined],
])("currencies has %s as ISO 4217 lists it", (code, numeric, digits) => {
  expect(currencies[code]?.numeric).toBe(numeric);
  expect(currencies[code]?.digits).toBe(digits);
});

it.each(["KGS", "XXX", "XTS", "TMM", "XEU"])("isCurrency(%s) is true", (code) => {
  expect(isCurrency(code)).toBe(true);
});

it.each(["kgs", "YEN", "CNH", "", "constructor", "КZT"])("isCurrency(%s) is false", (code) => {
  expect(isCurrency(code)).toBe(false);
});

it.each([
  ["TMM", "2008-12-31", "in-use"],
  ["TMM", "2010-01-01", "retired"],
  ["TMT", "2008-12-31", "not-yet"],
  ["TMT", "2009-01-01", "in-use"],
  ["TJR", "2000-10-25", "in-use"],
  ["TJR", "2001-01-01", "retired"],
  ["BYN", "2014-02-25", "not-yet"],
  ["BYN", "2016-07-01", "in-use"],
  ["BYR", "2014-02-25", "in-use"],
  ["BYR", "2017-01-02", "retired"],
  ["RUR", "1998-12-31", "in-use"],
  ["RUR", "1999-01-01", "retired"],
  ["RUB", "1998-01-01", "in-use"],
  ["AZM", "2007-01-01", "retired"],
  ["TRL", "2006-01-01", "retired"],
  ["KZT", "1993-11-15", "in-use"],
  ["KZT", "1993-11-14", "not-yet"],
  ["USD", "1900-01-01", "in-use"],
  ["XAU", "2026-11-20", "in-use"],
  ["YEN", "2026-11-20", null],
  ["constructor", "2026-11-20", null],
])("currencyUse(%s, %s) is %s", (code, day, use) => {
  expect(currencyUse(code, day)).toBe(use);
});

it("currencyUse(code, first, last) needs only one day in the span", () => {
  expect(currencyUse("TJS", "2000-01-01", "2000-12-31")).toBe("in-use");
  expect(currencyUse("TJS", "1999-01-01", "1999-12-31")).toBe("not-yet");
  expect(currencyUse("RUR", "1998-01-01", "1998-12-31")).toBe("in-use");
});

it("currencyUse(code, day) goes from not-yet to in-use to retired, never back", () => {
  const stages = ["not-yet", "in-use", "retired"];
  const day = fc
    .date({ min: new Date("1960-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(currencies)), day, day, (code, one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const stageOn = (on: string) => stages.indexOf(String(currencyUse(code, on)));
      expect(stageOn(early)).toBeGreaterThanOrEqual(0);
      expect(stageOn(early)).toBeLessThanOrEqual(stageOn(late));
    }),
  );
});

it.each([
  ["840", "USD"],
  ["036", "AUD"],
  ["810", "RUR"],
  ["643", "RUB"],
  ["999", "XXX"],
  ["36", null],
  ["000", null],
])("currencyOfNumeric(%s) is %s", (numeric, code) => {
  expect(currencyOfNumeric(numeric)).toBe(code);
});

it.each([
  ["\u041AZT", "KZT", "\u041A", "U+041A", "Cyrillic"],
  ["\u041AGS", "KGS", "\u041A", "U+041A", "Cyrillic"],
  ["\u0422JS", "TJS", "\u0422", "U+0422", "Cyrillic"],
  ["\u0422\u041C\u0422", "TMT", "\u0422", "U+0422", "Cyrillic"],
  ["U\u0405D", "USD", "\u0405", "U+0405", "Cyrillic"],
  [" \u043Ags ", "KGS", "\u043A", "U+043A", "Cyrillic"],
  ["U\u0396S", "UZS", "\u0396", "U+0396", "Greek"],
  ["\u041AZ", "KZ", "\u041A", "U+041A", "Cyrillic"],
])("latinLookalike(%s) asks for %s", (text, code, letter, codePoint, script) => {
  expect(latinLookalike(text)).toEqual({ code, letter, codePoint, script });
});

it.each([
  "KZT",
  "kzt",
  "",
  "840",
  "\u20B8",
  "\u0414\u043E\u043B\u043B\u0430\u0440",
  "\u041A\u0416T",
])("latinLookalike(%j) is null: nothing to mistake for Latin, or more than that", (text) => {
  expect(latinLookalike(text)).toBeNull();
});

it("latinLookalike finds every code again behind any of its look-alike letters", () => {
  const pairs = Object.values(lookalikes).flatMap((latinOf) => Object.entries(latinOf));
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(currencies)),
      fc.constantFrom(...pairs),
      (code, pair) => {
        const [letter, latin] = pair;
        fc.pre(code.includes(latin));
        expect(latinLookalike(code.replace(latin, letter))?.code).toBe(code);
      },
    ),
  );
});
