import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf } from "../../../server/domain/decimal.ts";
import {
  changeBetween,
  invertRate,
  percentBetween,
  quantity,
  roundCross,
} from "../../../server/domain/derive-rate.ts";

const one = quantity("1");
const inverse = (digits: string) => one.div(quantity(digits));

describe("invertRate(digits)", () => {
  it.each([
    ["87.4500", "0.01143511"],
    ["505.15", "0.00197961"],
    ["9.2793", "0.107767"],
    ["12034.56", "0.00008309402"],
    ["3.50", "0.28571"],
    ["87.45712429", "0.011434174267"],
    ["0.00008", "12500"],
  ])("of %s is %s", (digits, expected) => {
    expect(invertRate(digits)).toBe(expected);
  });

  it("gives a rate whose own inverse, rounded to the published decimals, is the published rate", () => {
    const rate = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 8 }))
      .map(([units, decimals]) =>
        new Decimal(units.toString()).div(new Decimal(10).pow(decimals)).toFixed(decimals),
      );
    fc.assert(
      fc.property(rate, (digits) => {
        const back = inverse(invertRate(digits)).toFixed(decimalsOf(digits), Decimal.ROUND_HALF_UP);
        expect(back).toBe(digits);
      }),
      { numRuns: 10_000 },
    );
  });

  it("is never written with an exponent and has at least five significant digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), (rate) => {
        const text = invertRate(`${rate}.00`);
        expect(text).toMatch(/^\d+(\.\d+)?$/);
        expect(text.replace(/^[0.]+/, "").replace(".", "").length).toBeGreaterThanOrEqual(
          rate === 1 ? 1 : 5,
        );
      }),
    );
  });
});

describe("roundCross(rate, legs)", () => {
  it("gives six significant digits where the legs have fewer", () => {
    expect(roundCross(quantity("505.15").div(quantity("87.4500")), ["87.4500", "505.15"])).toBe(
      "5.77644",
    );
    expect(roundCross(quantity("87.4500").div(quantity("505.15")), ["87.4500", "505.15"])).toBe(
      "0.173117",
    );
  });

  it("gives as many as the leg with the fewest where both have more", () => {
    expect(
      roundCross(quantity("441.23394101").div(quantity("87.45712429")), [
        "87.45712429",
        "441.23394101",
      ]),
    ).toBe("5.045145774");
  });
});

describe("percentBetween(before, now)", () => {
  it.each([
    ["87.4500", "87.4512", "-0.00137219"],
    ["505.15", "508.40", "-0.639260"],
    ["12034.56", "12090.00", "-0.458561"],
    ["9.2793", "9.2600", "0.208423"],
    ["4210.35", "8100.00", "-48.0204"],
  ])("of the inverses of %s and %s is %s", (before, now, expected) => {
    expect(percentBetween(inverse(before), inverse(now))).toBe(expected);
  });

  it("of equal quantities is 0", () => {
    expect(percentBetween(quantity("87.45"), quantity("87.4500"))).toBe("0");
  });
});

describe("changeBetween(before, now, isPublished)", () => {
  it("is exact between published rates", () => {
    expect(changeBetween(quantity("87.3450"), quantity("87.4500"), true)).toBe("0.105");
    expect(changeBetween(quantity("0.1"), quantity("0.30000000000000004"), true)).toBe(
      "0.20000000000000004",
    );
  });

  it("has six significant digits between derived rates, and no exponent", () => {
    expect(changeBetween(inverse("12034.56"), inverse("12090.00"), false)).toBe("-0.000000381037");
  });
});
