import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compoundChange } from "../../../server/domain/compound-change.ts";

const Plain = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_EVEN });

describe("compoundChange(share, times, digits)", () => {
  it.each([
    [{ over: 110n, under: 106n }, 4, "15.9704332347"],
    [{ over: 3n, under: 2n }, 2, "125"],
    [{ over: 1n, under: 1n }, 260, "0"],
    [{ over: 0n, under: 7n }, 12, "-100"],
    [{ over: -3n, under: 2n }, 2, "125"],
    [{ over: -1n, under: 1n }, 1, "-200"],
    [{ over: 10n ** 13n + 5n, under: 10n ** 13n }, 1, "0.00000000005"],
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
      fc.property(share, fc.constantFrom(1, 2, 4, 12, 52, 260), ([over, under], times) => {
        const plain = new Plain(over.toString()).div(under.toString()).pow(times);
        expect(compoundChange({ over, under }, times, digits)).toBe(
          plain.minus(1).times(100).toSignificantDigits(digits).toFixed(),
        );
      }),
      { numRuns: 500 },
    );
  });
});
