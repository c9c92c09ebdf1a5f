import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueAxis } from "../../../client/chart/value-axis.ts";
import { tickDecimals } from "../../../client/format/tick.ts";

const values = fc.array(
  fc
    .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: -10, max: 6 }))
    .map(([digits, power]) => Number(`${digits}e${power}`)),
  { minLength: 1, maxLength: 30 },
);

describe("valueAxis", () => {
  it.each([4, 6])("holds every value between its ends, with 2 to %i ticks", (most) => {
    fc.assert(
      fc.property(values, fc.boolean(), (list, fromZero) => {
        const { min, max, ticks, step } = valueAxis(list, { most, fromZero });
        const hair = step * 1e-8;
        expect(min).toBeLessThanOrEqual(Math.min(...list) + hair);
        expect(max).toBeGreaterThanOrEqual(Math.max(...list) - hair);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("has steps of 1, 2, 2.5 or 5 times a power of ten", () => {
    fc.assert(
      fc.property(values, (list) => {
        const { step } = valueAxis(list, { most: 6 });
        expect(step.toExponential()).toMatch(/^(1|2|2\.5|5)e/);
      }),
    );
  });

  it("prints ticks apart: the step's decimals suffice", () => {
    fc.assert(
      fc.property(values, (list) => {
        const { ticks, step } = valueAxis(list, { most: 6 });
        const texts = ticks.map((tick) => tick.toFixed(Math.min(tickDecimals(step), 20)));
        expect(new Set(texts).size).toBe(ticks.length);
      }),
    );
  });

  it("starts columns at zero, whatever the values", () => {
    expect(valueAxis([90, 100], { most: 6, fromZero: true }).min).toBe(0);
    expect(valueAxis([-90, -100], { most: 6, fromZero: true }).max).toBe(0);
    expect(valueAxis([80, 90.3, -270.5, -78, -53], { most: 6, fromZero: true })).toEqual({
      min: -300,
      max: 100,
      ticks: [-300, -200, -100, 0, 100],
      step: 100,
    });
  });

  it("takes a line to zero only where the least value is at most 0.3 of the greatest", () => {
    expect(valueAxis([30, 100], { most: 6 }).min).toBe(0);
    expect(valueAxis([31, 100], { most: 6 }).min).toBeGreaterThan(0);
  });

  it("makes no drama of a wobble: 0.28 % on an axis of at least 1 % takes less than 30 % of it", () => {
    const wobble = [87.4, 87.4 * 1.0028];
    const { min, max } = valueAxis(wobble, { most: 6, leastShare: 0.01 });
    expect((wobble[1]! - wobble[0]!) / (max - min)).toBeLessThan(0.3);
  });

  it("gives an unmoved line, and no values at all, an axis", () => {
    expect(valueAxis([3.5], { most: 6, leastShare: 0.02 }).ticks.length).toBeGreaterThan(1);
    expect(valueAxis([], { most: 6 }).ticks.length).toBeGreaterThan(1);
  });
});
