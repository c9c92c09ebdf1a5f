import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  decimalsOf,
  isPositive,
  mostDecimals,
  shiftPoint,
} from "../../../server/domain/decimal.ts";

const decimalText = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.bigInt({ min: 0n, max: 10n ** 30n }),
    fc.stringMatching(/^\d{0,20}$/),
  )
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction && `.${fraction}`}`);

it.each([
  ["2.3105", 1, "0.23105"],
  ["645.1300", 2, "6.451300"],
  ["500", 2, "5.00"],
  ["1.8782684", 7, "0.00000018782684"],
  ["-270.5", 3, "-0.2705"],
  ["2", -3, "2000"],
  ["1.50000", -3, "1500.00"],
  ["0", -3, "0"],
])("shiftPoint(%j, %i) is %j", (text, places, expected) => {
  expect(shiftPoint(text, places)).toBe(expected);
});

it("shiftPoint(text, places) is division by a power of ten, with every digit kept", () => {
  const exact = Decimal.clone({ precision: 200, toExpNeg: -200, toExpPos: 200 });
  fc.assert(
    fc.property(decimalText, fc.integer({ min: -30, max: 30 }), (text, places) => {
      const shifted = shiftPoint(text, places);
      const decimals = text.split(".")[1]?.length ?? 0;
      expect(new exact(shifted).eq(new exact(text).div(exact.pow(10, places)))).toBe(true);
      expect(shifted.split(".")[1]?.length ?? 0).toBe(Math.max(decimals + places, 0));
      expect(shifted).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
    }),
  );
});

it.each([
  ["0.0001", true],
  ["0", false],
  ["0.00", false],
  ["-1", false],
])("isPositive(%j) is %j", (text, expected) => {
  expect(isPositive(text)).toBe(expected);
});

it.each([
  ["87.4500", 4],
  ["8100", 0],
  ["0.00008", 5],
])("decimalsOf(%j) is %i", (text, expected) => {
  expect(decimalsOf(text)).toBe(expected);
});

it.each([
  [["87.45", null, "8100", "0.00008"], 5],
  [[null], 0],
  [[], 0],
])("mostDecimals(%j) is %i", (texts, expected) => {
  expect(mostDecimals(texts)).toBe(expected);
});
