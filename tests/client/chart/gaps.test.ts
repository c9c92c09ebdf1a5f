import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breaksIn } from "../../../client/chart/break-marks.ts";
import { gapsIn, isIsolated, toPoints } from "../../../client/chart/gaps.ts";
import { addDays, type Frequency } from "../../../server/contract/period.ts";

const on = (period: string, value: number | null = 1) => ({ period, value });
const breaks = (points: { y: number }[]) => points.filter(({ y }) => Number.isNaN(y)).length;

describe("toPoints", () => {
  const joined: [Frequency, string, string, number][] = [
    ["D", "2026-03-01", "2026-03-11", 0],
    ["D", "2026-03-01", "2026-03-12", 1],
    ["W", "2026-W10", "2026-W13", 0],
    ["W", "2026-W10", "2026-W14", 1],
    ["M", "2026-01", "2026-03", 0],
    ["M", "2026-01", "2026-04", 1],
    ["Q", "2026-Q1", "2026-Q3", 0],
    ["Q", "2026-Q1", "2026-Q4", 1],
    ["S", "2025-S1", "2025-S2", 0],
    ["S", "2024-S1", "2025-S1", 1],
    ["A", "2024", "2025", 0],
    ["A", "2017", "2022", 1],
  ];
  it.each(joined)("%s: from %s to %s the line has %i breaks", (frequency, from, to, count) => {
    expect(breaks(toPoints([on(from), on(to)], frequency))).toBe(count);
  });

  it("breaks at a missing value, however near its neighbours are", () => {
    const points = toPoints([on("2026-03-01"), on("2026-03-02", null), on("2026-03-03")], "D");
    expect(points.map(({ y }) => y)).toEqual([1, NaN, 1]);
  });

  it("breaks where a series begins anew, and no bridge leads over it", () => {
    const renamed = { period: "2009-01-02", value: 2.85, status: "B" as const };
    const points = toPoints([on("2009-01-01", 14_250), renamed, on("2009-01-03", 2.85)], "D");
    expect(points.map(({ y }) => y)).toEqual([14_250, NaN, 2.85, 2.85]);
    expect(gapsIn(points)).toEqual([]);
    expect(breaksIn([{ points, panel: 0 }])).toEqual([
      { before: points[0], after: points[2], scale: "y" },
    ]);
    expect(breaksIn([{ points: points.slice(2), panel: 0 }])).toEqual([]);
  });

  it("draws every value that was published, and no other", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.option(fc.integer())));
    fc.assert(
      fc.property(steps, (list) => {
        let day = "2020-01-01";
        const observations = list.map(([days, value]) => {
          day = addDays(day, days);
          return on(day, value);
        });
        const drawn = toPoints(observations, "D").flatMap(({ y }) => (Number.isNaN(y) ? [] : [y]));
        expect(drawn).toEqual(observations.flatMap(({ value }) => value ?? []));
      }),
    );
  });

  it("stands at the first day of the period in UTC, times the nominal", () => {
    expect(toPoints([on("2025-S2", 0.25)], "S", 1000)).toEqual([
      { x: Date.UTC(2025, 6, 1), y: 250 },
    ]);
  });
});

describe("gapsIn", () => {
  it("tells the observations on both sides of a break", () => {
    const [first, , second] = toPoints([on("2026-01-01"), on("2026-02-01", 2)], "D");
    expect(gapsIn(toPoints([on("2026-01-01"), on("2026-02-01", 2)], "D"))).toEqual([
      { from: first, to: second },
    ]);
  });

  it("counts several missing values in a row as one gap, and none at the ends", () => {
    const none = [on("2026-01-01", null), on("2026-01-02"), on("2026-01-03", null)];
    expect(gapsIn(toPoints(none, "D"))).toEqual([]);
    const one = [
      on("2026-01-02"),
      on("2026-01-03", null),
      on("2026-01-04", null),
      on("2026-01-05"),
    ];
    expect(gapsIn(toPoints(one, "D"))).toHaveLength(1);
  });
});

it("a point between two breaks is isolated; the end of a line is not", () => {
  const points = toPoints([on("2026-01-01"), on("2026-01-02"), on("2026-03-01")], "D");
  expect(points.map((_, i) => isIsolated(points, i))).toEqual([false, false, false, true]);
});
