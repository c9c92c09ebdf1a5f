import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  estimateLogarithm,
  logarithmDoubt,
  roundLogarithm,
} from "../../../server/domain/logarithm.ts";

const Plain = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN });
const plainLogarithm = (numerator: bigint, denominator: bigint) =>
  new Plain(numerator.toString()).div(denominator.toString()).ln();

const whole = fc.bigInt({ min: 1n, max: 10n ** 24n });
/** Numerators and denominators: any, and as near to each other as two rates of a pegged currency. */
const ratio = fc.oneof(
  fc.tuple(whole, whole),
  fc.tuple(whole, fc.bigInt({ min: 0n, max: 1000n })).map(([n, more]) => [n + more, n] as const),
);

describe("roundLogarithm(number, times, digits)", () => {
  it.each([
    [{ numerator: 1n, denominator: 1n }, 100, "0"],
    [{ numerator: 110n, denominator: 1n }, 1, "4.70048036579"],
    [{ numerator: 1n, denominator: 2n }, 1, "-0.69314718056"],
    [{ numerator: 10n ** 400n, denominator: 1n }, 1, "921.034037198"],
    [{ numerator: 1n, denominator: 10n ** 400n }, 1, "-921.034037198"],
    [
      { numerator: 10n ** 400n + 10n ** 380n, denominator: 10n ** 400n },
      1,
      "0.00000000000000000001",
    ],
  ])("of %o times %i is %s", (number, times, text) => {
    expect(roundLogarithm(number, times, 12)).toBe(text);
  });

  it.each([12, 16, 17])("has %i right digits, whether it can be estimated or not", (digits) => {
    fc.assert(
      fc.property(ratio, fc.constantFrom(1, 100, 26_000), ([numerator, denominator], times) => {
        expect(roundLogarithm({ numerator, denominator }, times, digits)).toBe(
          plainLogarithm(numerator, denominator).times(times).toSignificantDigits(digits).toFixed(),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe("estimateLogarithm(number)", () => {
  it("is wrong by far less than its doubt", () => {
    fc.assert(
      fc.property(ratio, ([numerator, denominator]) => {
        const exact = plainLogarithm(numerator, denominator);
        const error = exact.minus(estimateLogarithm({ numerator, denominator })).abs();
        expect(error.lte(exact.abs().times(logarithmDoubt).div(2))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["zero", 0n],
    ["a number below zero", -5n],
    ["a number too great for a double", 10n ** 400n],
  ])("of %s is no finite number", (_, numerator) => {
    expect(estimateLogarithm({ numerator, denominator: 3n })).not.toSatisfy(Number.isFinite);
  });
});
