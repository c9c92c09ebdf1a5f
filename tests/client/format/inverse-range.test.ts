import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { inverseRange } from "../../../client/format/inverse-range.ts";
import { everyLocale, plainDigits } from "./every-locale.ts";

const { en } = everyLocale;

it.each([
  // What 1 / 0.000085 and 1 / 0.000075 are.
  [0.00008, 5, { digits: 1, low: "11,764.71", high: "13,333.33" }],
  ["0.0073", 4, { digits: 2, low: "136.05", high: "137.93" }],
  ["87.4500", 4, { digits: 6, low: "0.011435", high: "0.011435" }],
  [80, 0, { digits: 2, low: "0.012422", high: "0.012579" }],
])("one divided by %s, published with %i decimals, lies in %j", (value, decimals, range) => {
  expect(inverseRange(value, decimals, en)).toEqual(range);
});

it("has the inverse of the number itself within, whatever was published", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat(8), (units, decimals) => {
      const value = new Decimal(units).div(10 ** decimals);
      const { low, high } = inverseRange(value.toFixed(decimals), decimals, en, 1);
      const [from, to] = [low, high].map((text) => new Decimal(plainDigits(text, en)));
      const inverse = new Decimal(1).div(value);
      // Each end is rounded to five digits, at least to two decimals.
      const slack = Decimal.max(inverse.mul("0.0001"), "0.005");
      expect(from?.lte(inverse.add(slack)) && to?.gte(inverse.sub(slack))).toBe(true);
    }),
  );
});
