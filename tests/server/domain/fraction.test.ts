import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  divide,
  fractionOf,
  roundToDecimals,
  roundToDigits,
  subtract,
  unitsOf,
} from "../../../server/domain/fraction.ts";

const Plain = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_EVEN });

const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 25 }))
  .map(([units, decimals]) => new Plain(units.toString()).div(new Plain(10).pow(decimals)))
  .chain((number) => fc.integer({ min: 25, max: 30 }).map((decimals) => number.toFixed(decimals)));
const denominator = decimalText.filter((text) => /[1-9]/.test(text));

describe("unitsOf(text, decimals)", () => {
  it.each([
    ["87.45", 4, 874500n],
    ["-0.5", 1, -5n],
    ["-0.05", 3, -50n],
    ["12", 0, 12n],
    ["12", 2, 1200n],
    ["0.00", 2, 0n],
  ])("of %s at %i is %i", (text, decimals, units) => {
    expect(unitsOf(text, decimals)).toBe(units);
  });
});

describe("roundToDecimals(fraction, decimals)", () => {
  it.each([
    [{ numerator: 5n, denominator: 10n }, 0, "0"],
    [{ numerator: 15n, denominator: 10n }, 0, "2"],
    [{ numerator: 25n, denominator: 10n }, 0, "2"],
    [{ numerator: -25n, denominator: 10n }, 0, "-2"],
    [{ numerator: -35n, denominator: 10n }, 0, "-4"],
    [{ numerator: -1n, denominator: 300n }, 2, "0.00"],
    [{ numerator: 2n, denominator: 3n }, 4, "0.6667"],
    [{ numerator: 87n, denominator: 1n }, 2, "87.00"],
  ])("of %o at %i is %s", (fraction, decimals, text) => {
    expect(roundToDecimals(fraction, decimals)).toBe(text);
  });
});

describe("roundToDigits(fraction, digits)", () => {
  it.each([
    [{ numerator: 0n, denominator: 7n }, "0"],
    [{ numerator: 1n, denominator: 8n }, "0.125"],
    [{ numerator: 123450n, denominator: 1n }, "123400"],
    [{ numerator: 123550n, denominator: 1n }, "123600"],
    [{ numerator: 99995n, denominator: 1n }, "100000"],
    [{ numerator: 99985n, denominator: 1n }, "99980"],
    [{ numerator: -99999n, denominator: 10n ** 9n }, "-0.0001"],
    [{ numerator: 10n ** 30n + 1n, denominator: 1n }, `1${"0".repeat(30)}`],
    [{ numerator: 10n ** 4n, denominator: 3n * 10n ** 30n }, `0.${"0".repeat(26)}3333`],
  ])("of %o at four is %s", (fraction, text) => {
    expect(roundToDigits(fraction, 4)).toBe(text);
  });
});

describe("fractions", () => {
  it("are subtracted, divided and rounded as exact decimals are", () => {
    const digits = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(decimalText, denominator, digits, (text, by, significant) => {
        const [one, other] = [fractionOf(text), fractionOf(by)];
        const quotient = divide(one, other)!;
        const plain = new Plain(text).div(by);
        expect(roundToDigits(quotient, significant)).toBe(
          plain.toSignificantDigits(significant).toFixed(),
        );
        expect(roundToDecimals(quotient, significant)).toBe(
          plain.toDecimalPlaces(significant).toFixed(significant),
        );
        expect(roundToDigits(subtract(one, other), significant)).toBe(
          new Plain(text).minus(by).toSignificantDigits(significant).toFixed(),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("have no quotient by zero", () => {
    expect(divide(fractionOf("1"), fractionOf("0.00"))).toBeNull();
  });
});
