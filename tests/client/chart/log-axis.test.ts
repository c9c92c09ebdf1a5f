import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logAxis, logRefused } from "../../../client/chart/log-axis.ts";

describe("logAxis", () => {
  it.each([
    ["within a decade, nice linear ticks", [4100, 11_900], [4000, 6000, 8000, 10_000, 12_000]],
    ["within two decades, 1-2-5", [3, 250], [2, 5, 10, 20, 50, 100, 200, 500]],
    ["beyond, powers of ten", [0.03, 4000], [0.01, 0.1, 1, 10, 100, 1000, 10_000]],
  ])("has %s", (_, values, ticks) => {
    expect(logAxis(values, { most: 6 }).ticks).toEqual(ticks);
  });

  it("holds every value between its ends, and no tick is zero", () => {
    const value = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const { min, max, ticks } = logAxis(values, { most: 6, leastShare: 0.02 });
        expect(min).toBeGreaterThan(0);
        expect(min).toBeLessThanOrEqual(Math.min(...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.every((tick) => tick > 0)).toBe(true);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

it("a logarithm is refused for zero and below, not for what is missing", () => {
  const lines = (...values: (number | null)[]) => [
    { observations: values.map((value) => ({ value })) },
  ];
  expect([lines(1, null, 2), lines(1, 0), lines(-1, 2)].map(logRefused)).toEqual([
    false,
    true,
    true,
  ]);
});
