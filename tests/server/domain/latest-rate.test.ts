import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../server/contract/period.ts";
import { latestRate } from "../../../server/domain/latest-rate.ts";
import { newestRate, ratesAlong } from "../../../server/domain/path-rates.ts";
import { findPaths, type PairSeries } from "../../../server/domain/rate-path.ts";

const pair = (quote: string): PairSeries => ({
  seriesId: 1,
  series: `FX/D.USD.${quote}.MARKET`,
  frequency: "D",
  base: "USD",
  quote,
  source: "MARKET",
  rank: 200,
  pivot: "USD",
});
const [cross] = findPaths([pair("KGS"), pair("KZT")], "KGS", "KZT");
const path = cross!;
const leg = (...days: number[]) =>
  days.map((day) => ({
    period: addDays("2026-01-01", day),
    value: `${100 + day}`,
    status: "A" as const,
  }));

describe("latestRate(path, figures, asked)", () => {
  it("finds the rate and the day before it that both legs have", () => {
    expect(latestRate(path, [leg(1, 3), leg(1, 3)], 2)).toMatchObject({
      newest: { date: "2026-01-04" },
      previous: { date: "2026-01-02" },
    });
  });

  it("asks for earlier figures while they may tell a publication before", () => {
    expect(latestRate(path, [leg(2, 3), leg(1, 3)], 2)).toBe("earlier");
  });

  it("says that there was none before where a leg has no other figure", () => {
    expect(latestRate(path, [leg(2, 3), leg(3)], 2)).toMatchObject({ previous: null });
    expect(latestRate(path, [leg(2, 3), leg(1, 3)], 3)).toMatchObject({ previous: null });
  });

  it("is none where a leg has no figure, or the legs lie more than 14 days apart", () => {
    expect(latestRate(path, [leg(1), []], 2)).toBe("none");
    expect(latestRate(path, [leg(1), leg(16)], 2)).toBe("none");
    expect(latestRate(path, [leg(1), leg(15)], 2)).not.toBe("none");
  });

  it("tells of the newest few, whenever they tell anything, what all figures tell", () => {
    const days = fc
      .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1 })
      .map((some) => leg(...some.sort((a, b) => a - b)));
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 31 }), (one, other, asked) => {
        const told = latestRate(path, [one.slice(-asked), other.slice(-asked)], asked);
        const newest = newestRate(path, [one, other]);
        const before = ratesAlong(path, [one, other]).filter(
          ({ date }) => newest && date < newest.date,
        );
        if (told === "earlier")
          expect(Math.max(one.length, other.length)).toBeGreaterThanOrEqual(asked);
        else if (told === "none") expect(newest).toBeNull();
        else expect(told).toEqual({ path, newest, previous: before.at(-1) ?? null });
      }),
    );
  });
});
