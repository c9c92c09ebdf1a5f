import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barPlace } from "../../../client/chart/bar-place.ts";
import { cursorKeys, moveCursor, nearestIndex } from "../../../client/chart/cursor.ts";
import { entitySlot } from "../../../client/chart/entity-slot.ts";
import { extremesOf } from "../../../client/chart/extremes.ts";
import { spreadLabels } from "../../../client/chart/spread-labels.ts";

describe("spreadLabels", () => {
  it("keeps labels apart and within the plot, in the order of their lines", () => {
    const wanted = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 });
    fc.assert(
      fc.property(wanted, (heights) => {
        const places = spreadLabels(heights, 18, 0, 400);
        const sorted = [...places].sort((a, b) => a - b);
        sorted
          .slice(1)
          .forEach((place, i) => expect(place - sorted[i]!).toBeGreaterThanOrEqual(18));
        for (const place of places) expect(place).toBeLessThanOrEqual(400);
        expect(
          places.every((a, i) => places.every((b, j) => heights[i]! >= heights[j]! || a < b)),
        ).toBe(true);
      }),
    );
  });

  it("leaves labels that do not touch where they are", () => {
    expect(spreadLabels([10, 100, 50], 18, 0, 400)).toEqual([10, 100, 50]);
  });
});

describe("moveCursor", () => {
  const moments = ["2026-01-01", "2026-01-02", "2026-02-05", "2026-02-06", "2026-06-01"].map(
    Date.parse,
  );
  it.each([
    ["back", 2, 1],
    ["on", 2, 3],
    ["back", 0, 0],
    ["on", 4, 4],
    ["first", 3, 0],
    ["last", 1, 4],
    ["jump-on", 0, 2],
    ["jump-on", 3, 4],
    ["jump-back", 4, 3],
    ["jump-back", 2, 1],
  ] as const)("%s from %i goes to %i", (move, at, to) => {
    expect(moveCursor(moments, at, move, "D")).toBe(to);
  });

  it("never leaves the observations, by whatever key", () => {
    const moves = Object.values(cursorKeys);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves)), (list) => {
        const at = list.reduce((place, move) => moveCursor(moments, place, move, "D"), 0);
        expect(moments[at]).toBeDefined();
      }),
    );
  });

  it("finds the nearest moment, and none among none", () => {
    expect(nearestIndex(moments, Date.parse("2026-02-20"))).toBe(3);
    expect(nearestIndex([], 0)).toBe(-1);
  });
});

describe("entitySlot", () => {
  it.each([
    ["KGS", 1],
    ["KG", 1],
    ["KZ-15", 2],
    ["UZS", 4],
    ["TMT", 5],
    ["KGSX", null],
    ["PETROMIDIA", null],
  ])("%s has the colour %s", (code, slot) => {
    expect(entitySlot(code)).toBe(slot);
  });
});

it("bars stand between the lowest and the highest, and zero, from which they are drawn, is always there", () => {
  expect([0, 25, 50].map((value) => barPlace(value, [25, 50]))).toEqual([0, 0.5, 1]);
  expect([0, 60, -20].map((value) => barPlace(value, [60, -20]))).toEqual([0.25, 1, 0]);
  expect([0, -10, -20].map((value) => barPlace(value, [-10, -20]))).toEqual([1, 0.5, 0]);
  expect(barPlace(0, [0])).toBe(0);
});

it("extremes leave missing values out", () => {
  const on = (period: string, value: number | null) => ({ period, value });
  const list = [on("2024", null), on("2025", 2), on("2026", 1), on("2027", 3), on("2028", null)];
  expect(extremesOf(list)).toEqual({ first: list[1], last: list[3], low: list[2], high: list[3] });
  expect(extremesOf([on("2024", null)])).toBeNull();
});
