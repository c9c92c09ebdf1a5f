import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thinPoints } from "../../../client/chart/thin.ts";
import { weekendsBetween } from "../../../client/chart/weekends.ts";
import { wrapText } from "../../../client/chart/wrap-text.ts";

describe("thinPoints", () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constant(NaN));
  const list = fc
    .array(value, { maxLength: 300 })
    .map((values) => values.map((y, x) => ({ x, y })));

  it("keeps the lowest, the highest and the last point, and invents none", () => {
    fc.assert(
      fc.property(list, (points) => {
        const seen = points.filter(({ y }) => !Number.isNaN(y));
        const kept = thinPoints(points, 20).filter(({ y }) => !Number.isNaN(y));
        const heights = (some: typeof seen) => some.map(({ y }) => y);
        expect(Math.min(...heights(kept))).toBe(Math.min(...heights(seen)));
        expect(Math.max(...heights(kept))).toBe(Math.max(...heights(seen)));
        expect(kept.at(-1)).toEqual(seen.at(-1));
        expect(kept.every((point) => seen.includes(point))).toBe(true);
      }),
    );
  });

  it("keeps every break", () => {
    const points = [1, 2, NaN, 3, 4, NaN, 5].map((y, x) => ({ x, y }));
    expect(thinPoints(points, 100).map(({ y }) => y)).toEqual([1, 2, NaN, 3, 4, NaN, 5]);
  });
});

it("a weekend is half a day around its two points", () => {
  const bands = weekendsBetween(Date.parse("2026-11-16"), Date.parse("2026-11-29"));
  expect(bands.map((band) => band.map((moment) => new Date(moment).toISOString()))).toEqual([
    ["2026-11-20T12:00:00.000Z", "2026-11-22T12:00:00.000Z"],
    ["2026-11-27T12:00:00.000Z", "2026-11-29T12:00:00.000Z"],
  ]);
});

it("text is broken between words only, and none is lost", () => {
  const wide = (text: string) => text.length;
  expect(wrapText("Source: a very longwordindeed", 8, wide)).toEqual([
    "Source:",
    "a very",
    "longwordindeed",
  ]);
  expect(wrapText("", 8, wide)).toEqual([]);
});
