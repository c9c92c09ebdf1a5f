import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compoundChange } from "../../../server/domain/compound-change.ts";

const Plain = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_EVEN });

describe("compoundChange(share, times, digits)", () => {
  it.each([
    [{ numerator: 110n, denominator: 106n }, 4, "15.9704332347"],
    [{ numerator: 3n, denominator: 2n }, 2, "125"],
    [{ numerator: 1n, denominator: 1n }, 260, "0"],
    [{ numerator: 0n, denominator: 7n }, 12, "-100"],
    [{ numerator: -3n, denominator: 2n }, 2, "125"],
    [{ numerator: -1n, denominator: 1n }, 1, "-200"],
    [{ numerator: 10n ** 13n + 5n, denominator: 10n ** 13n }, 1, "0.00000000005"],
  ])("of %o, %i times, is %s", (share, times, text) => {
    expect(compoundChange(share, times, 12)).toBe(text);
  });

  it.each([12, 17])("has %i right digits, whether it can be estimated or not", (digits) => {
    const whole = fc.bigInt({ min: 1n, max: 10n ** 8n });
    const share = fc.oneof(
      fc.tuple(whole, whole),
      fc.tuple(whole, fc.bigInt({ min: 0n, max: 9n })).map(([n, more]) => [n + more, n] as const),
    );
    fc.assert(
      fc.property(
        share,
        fc.constantFrom(1, 2, 4, 12, 52, 260),
        ([numerator, denominator], times) => {
          const plain = new Plain(numerator.toString()).div(denominator.toString()).pow(times);
          expect(compoundChange({ numerator, denominator }, times, digits)).toBe(
            plain.minus(1).times(100).toSignificantDigits(digits).toFixed(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
