import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heightOf, panelAxis, panelLine } from "../../../client/chart/small-multiples.ts";

const box = { width: 200, height: 100, from: 0, to: 1000 };
const points = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 1000 }),
    y: fc.double({ min: 20, max: 500, noNaN: true }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe("panelAxis", () => {
  it("holds every value of every line, and the baseline", () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 5 }), (lines) => {
        const { min, max } = panelAxis(lines, 100);
        for (const { y } of lines.flat()) expect(y >= min && y <= max).toBe(true);
        expect(min <= 100 && max >= 100).toBe(true);
      }),
    );
  });

  it("does not make drama of noise: the axis spans at least a fiftieth of the values", () => {
    const { min, max } = panelAxis(
      [
        [
          { x: 0, y: 100 },
          { x: 1, y: 100.01 },
        ],
      ],
      100,
    );
    expect(max - min).toBeGreaterThanOrEqual(2);
  });
});

describe("panelLine", () => {
  const axis = { min: 0, max: 100, ticks: [0, 100], step: 100 };

  it("puts time from left to right and values from bottom to top", () => {
    const line = [
      { x: 0, y: 0 },
      { x: 500, y: 50 },
      { x: 1000, y: 100 },
    ];
    const { path, last } = panelLine(line, box, axis);
    expect(path).toBe("M0.0,100.0L100.0,50.0L200.0,0.0");
    expect(last).toEqual({ x: 200, y: 0 });
    expect(heightOf(25, box, axis)).toBe(75);
  });

  it("breaks where the line does, and keeps a point that no line reaches as a dot", () => {
    const gap = (x: number) => ({ x, y: NaN });
    const line = [{ x: 0, y: 10 }, { x: 10, y: 20 }, gap(15), { x: 500, y: 30 }, gap(600)];
    const { path, isolated, last } = panelLine(
      [...line, { x: 900, y: 0 }, { x: 950, y: 5 }],
      box,
      axis,
    );
    expect(path.match(/M/g)).toHaveLength(2);
    expect(isolated).toEqual([{ x: 100, y: 70 }]);
    expect(last).toEqual({ x: 190, y: 95 });
  });

  it("leaves out what is not in the panel's time", () => {
    expect(
      panelLine(
        [
          { x: -5, y: 1 },
          { x: 1005, y: 1 },
        ],
        box,
        axis,
      ).last,
    ).toBeNull();
  });
});
