import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, frequencies, type Frequency } from "../../../server/contract/period.ts";
import { transform } from "../../../server/domain/transform.ts";
import { positionsYearBefore } from "../../../server/domain/year-before.ts";
import { nthPeriod, type Observed } from "../../support/arbitrary-series.ts";
import { plainTransform } from "../../support/plain-transform.ts";

const on = (period: string, value: string | null = "1"): Observed => ({
  period,
  value,
  status: value === null ? "H" : "A",
});
const comparand = (frequency: Frequency, ...series: Observed[]) => {
  const position = positionsYearBefore(series, frequency).at(-1) ?? -1;
  return series[position]?.period ?? null;
};

describe("positionsYearBefore(observations, frequency)", () => {
  it.each([
    ["the same date", "2025-08-21", "2026-08-21", "2025-08-21"],
    ["28 February for the 29th", "2023-02-28", "2024-02-29", "2023-02-28"],
    ["28 February for 28 February after a leap year", "2024-02-28", "2025-02-28", "2024-02-28"],
    ["a day that is fourteen days older", "2025-08-07", "2026-08-21", "2025-08-07"],
    ["none for a day that is fifteen days older", "2025-08-06", "2026-08-21", null],
    ["none for a later day", "2025-08-22", "2026-08-21", null],
  ])("finds of days %s", (_, before, now, found) => {
    expect(comparand("D", on(before), on(now))).toBe(found);
  });

  it("passes over days without a value, and takes the newest before them", () => {
    const days = [on("2025-08-18"), on("2025-08-20"), on("2025-08-21", null)];
    expect(comparand("D", ...days, on("2026-08-21"))).toBe("2025-08-20");
  });

  it("carries weeks from the date a year before their Monday", () => {
    const weeks = [on("2025-08-11"), on("2025-08-18"), on("2025-08-25")];
    expect(comparand("W", ...weeks, on("2026-08-17"))).toBe("2025-08-11");
    expect(comparand("W", ...weeks, on("2026-08-24"))).toBe("2025-08-18");
  });

  it.each(["M", "Q", "S", "A"] as const)("takes the very period only, of frequency %s", (each) => {
    const perYear = { M: 12, Q: 4, S: 2, A: 1 }[each];
    const [before, now] = [on(nthPeriod(each, 2)), on(nthPeriod(each, 2 + perYear))];
    expect(comparand(each, before, now)).toBe(before.period);
    expect(comparand(each, { ...before, value: null }, now)).toBeNull();
    expect(comparand(each, on(addDays(before.period, -1)), now)).toBeNull();
  });

  it.each(frequencies)(
    "agrees with a search for each observation, of frequency %s",
    (frequency) => {
      const most = { D: 1500, W: 220, M: 60, Q: 24, S: 12, A: 8 }[frequency];
      const periods = fc.uniqueArray(fc.integer({ min: 0, max: most }), {
        ...{ minLength: Math.min(most, 8), maxLength: 200, size: "max" },
      });
      fc.assert(
        fc.property(periods, fc.integer({ min: 2, max: 9 }), (places, gapEach) => {
          const series = places
            .sort((a, b) => a - b)
            .map((n, i) => on(nthPeriod(frequency, n), i % gapEach === 0 ? null : String(n + 1)));
          expect(transform(series, { units: "yoy", frequency, base: null })).toEqual(
            plainTransform(series, "yoy", frequency, null),
          );
        }),
        { numRuns: 30 },
      );
    },
  );
});
