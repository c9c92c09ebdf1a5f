import { describe, expect, it } from "vitest";
import { isUnderWay, momentOf, shapePoints, shapesOf } from "../../../client/chart/line-shape.ts";

const annual = [
  { period: "2024", value: 10 },
  { period: "2025", value: null },
  { period: "2026", value: 12 },
];
const line = { frequency: "A", observations: annual } as const;
const day = (text: string) => Date.parse(text);

it("a line coarser than its neighbours is never drawn as if it were as fine", () => {
  const daily = { frequency: "D", observations: [] } as const;
  expect(shapesOf([daily, line, { ...line, shape: "dots" }])).toEqual(["line", "spans", "dots"]);
  expect(shapesOf([line, line])).toEqual(["line", "line"]);
});

describe("shapePoints", () => {
  it("holds an annual value over its year, from the first day to the last, and joins none", () => {
    const points = shapePoints(line, "spans", 1, null);
    expect(points.map(({ x, y }) => [x, y])).toEqual([
      [day("2024-01-01"), 10],
      [day("2025-01-01"), 10],
      [day("2025-01-01"), NaN],
      [day("2026-01-01"), 12],
      [day("2027-01-01"), 12],
      [day("2027-01-01"), NaN],
    ]);
  });

  it("puts a survey's dot in the middle of its period", () => {
    const [first] = shapePoints(line, "dots", 1, null);
    expect(first).toEqual({ x: day("2024-07-02"), y: 10 });
    expect(momentOf(annual[0]!, "dots")).toBe(day("2024-07-02"));
  });

  it("marks what is provisional, estimated or forecast", () => {
    const observations = (["P", "E", "F", "B"] as const).map((status, i) => ({
      period: `202${i}`,
      value: 1,
      status,
    }));
    const points = shapePoints({ frequency: "A", observations }, "line", 1, null);
    const drawn = points.filter(({ y }) => !Number.isNaN(y));
    expect(drawn.map(({ mark }) => mark)).toEqual(["open", "open", "forecast", undefined]);
    expect(drawn.map(({ anew }) => anew)).toEqual([undefined, undefined, undefined, true]);
  });

  it.each([
    ["2026-11-20", "open"],
    ["2026-11-30", undefined],
    [null, undefined],
  ])("leaves the last aggregate open on %s: %s", (today, mark) => {
    const observations = [{ period: "2026-11", value: 87, count: 14 }];
    expect(shapePoints({ frequency: "M", observations }, "line", 1, today).at(-1)?.mark).toBe(mark);
  });

  it("takes a published figure of a year that is not over as it is", () => {
    expect(isUnderWay({ period: "2026", value: 1 }, "2026-11-20")).toBe(false);
  });
});
