import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../server/contract/period.ts";
import { coarsenRates, ratesAsValues } from "../../../server/domain/coarsen-rates.ts";
import { invertRate } from "../../../server/domain/derive-rate.ts";
import type { DatedValue } from "../../../server/domain/derived-value.ts";
import { ratesAlong } from "../../../server/domain/path-rates.ts";
import { findPaths, type PairSeries } from "../../../server/domain/rate-path.ts";

const pair = (base: string, quote: string): PairSeries => ({
  seriesId: 1,
  series: `FX/D.${base}.${quote}.MARKET`,
  frequency: "D",
  base,
  quote,
  source: "MARKET",
  rank: 200,
  pivot: "USD",
});
const pairs = [pair("USD", "KGS"), pair("USD", "KZT")];
const pathOf = (base: string, quote: string) => findPaths(pairs, base, quote)[0]!;

const monday = "2026-09-14";
const week = (...values: (string | null)[]): DatedValue[] =>
  values.map((value, i) => ({
    period: addDays(monday, i),
    value,
    status: value === null ? "H" : "A",
  }));
const weekly = (method: "avg" | "min" | "max" | "first" | "eop") => ({
  to: "W" as const,
  method,
  today: "2026-10-01",
});

describe("coarsenRates(path, rates, { method })", () => {
  const som = week("87.0000", "88.0000", "86.0000", "87.0000", "90.0000");
  const inverse = pathOf("KGS", "USD");
  const coarse = (method: "avg" | "min" | "max" | "first" | "eop") =>
    coarsenRates(inverse, ratesAlong(inverse, [som]), weekly(method))[0];

  it("turns the mean of the published rates round, and does not take the mean of their inverses", () => {
    expect(coarse("avg")).toMatchObject({ period: monday, value: "0.01141553", count: 5 });
  });

  it("rounds a mean that was turned round once, at the end", () => {
    const rates = ratesAlong(inverse, [week("87.0001", "87.0001", "87.0002", "87.0001")]);
    const [mean] = coarsenRates(inverse, rates, weekly("avg"));
    expect(mean?.value).toBe(new Decimal(4).div("348.0005").toFixed(8));
    expect(mean?.exact).toEqual({ numerator: 40000n, denominator: 3480005n });
  });

  it.each([
    ["min", "90.0000"],
    ["max", "86.0000"],
    ["first", "87.0000"],
    ["eop", "90.0000"],
  ] as const)("gives as %s the inverse of %s", (method, published) => {
    const found = coarse(method);
    expect(found?.value).toBe(invertRate(published));
    expect(found?.exact).toEqual({
      numerator: 10000n,
      denominator: BigInt(published.replace(".", "")),
    });
  });

  it("crosses the means over the days for which both legs have a figure", () => {
    const cross = pathOf("KGS", "KZT");
    const tenge = week("500", null, "505", "507", "510", "600");
    const [mean] = coarsenRates(cross, ratesAlong(cross, [som, tenge]), weekly("avg"));
    // Without Tuesday, for which nobody gave tenge, and Saturday, for which nobody gave som.
    const exact = new Decimal(500 + 505 + 507 + 510).div(87 + 86 + 87 + 90);
    expect(mean).toMatchObject({ value: exact.toSignificantDigits(6).toFixed(), count: 4 });
  });

  it("tells a week without any rate as missing", () => {
    const path = pathOf("USD", "KGS");
    const later = som.map((each) => ({ ...each, period: addDays(each.period, 14) }));
    const rates = ratesAlong(path, [[...som, ...later]]);
    const expected = { period: "2026-09-21", value: null, status: "M", count: 0 };
    for (const method of ["avg", "max"] as const)
      expect(coarsenRates(path, rates, weekly(method))[1]).toEqual(expected);
  });

  it("never gives a mean beyond the least and the greatest rate of a cross by more than the rounding", () => {
    const value = fc
      .integer({ min: 800_000, max: 950_000 })
      .map((units) => `${units}`.replace(/(....)$/, ".$1"));
    const days = fc.array(value, { minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(days, days, (one, other) => {
        const length = Math.min(one.length, other.length);
        const cross = pathOf("KGS", "KZT");
        const rates = ratesAlong(cross, [
          week(...one.slice(0, length)),
          week(...other.slice(0, length)),
        ]);
        const [least, mean, most] = (["min", "avg", "max"] as const).map((method) =>
          Number(coarsenRates(cross, rates, weekly(method))[0]?.value),
        );
        expect(mean).toBeGreaterThanOrEqual(least! - 1e-6);
        expect(mean).toBeLessThanOrEqual(most! + 1e-6);
      }),
    );
  });
});

describe("ratesAsValues(rates)", () => {
  it("keeps days without a figure, and the unrounded rate of the others", () => {
    const path = pathOf("KGS", "USD");
    expect(ratesAsValues(ratesAlong(path, [week("87.4500", null)]))).toEqual([
      {
        period: monday,
        value: "0.01143511",
        status: "A",
        exact: { numerator: 10000n, denominator: 874500n },
      },
      { period: addDays(monday, 1), value: null, status: "H" },
    ]);
  });
});
