import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertAmount } from "../../../server/domain/convert-amount.ts";

const Exact = Decimal.clone({ precision: 300, rounding: Decimal.ROUND_HALF_EVEN });

describe("convertAmount(amount, rate, decimals)", () => {
  it("rounds half to even, once", () => {
    const half = { numerator: 1n, denominator: 8n };
    expect(convertAmount("1", half, 2)).toBe("0.12");
    expect(convertAmount("3", half, 2)).toBe("0.38");
    expect(convertAmount("-1", half, 2)).toBe("-0.12");
    expect(convertAmount("-0.01", half, 0)).toBe("0");
  });

  it("agrees with plain decimal arithmetic, however large the amount", () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }), fc.integer({ min: 0, max: 30 }))
      .map(([units, places]) =>
        new Exact(units.toString()).div(new Exact(10).pow(places)).toFixed(places),
      );
    const part = fc.bigInt({ min: 1n, max: 10n ** 20n });
    fc.assert(
      fc.property(
        amount,
        part,
        part,
        fc.integer({ min: 0, max: 20 }),
        (amount, numerator, denominator, decimals) => {
          const plain = new Exact(amount)
            .times(numerator.toString())
            .div(denominator.toString())
            .toFixed(decimals);
          const expected = plain.replace(/^-(?=[0.]+$)/, "");
          expect(convertAmount(amount, { numerator, denominator }, decimals)).toBe(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
