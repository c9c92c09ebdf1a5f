import fc from "fast-check";
import { expect, it } from "vitest";
import { timeTicks } from "../../../client/chart/time-axis.ts";

const days = (from: string, to: string, most = 8) =>
  timeTicks(Date.parse(from), Date.parse(to), most).map(({ day, form }) => `${form} ${day}`);

it("prints days up to 45 days", () => {
  expect(days("2026-03-01", "2026-03-31", 4)).toEqual([
    "day-month 2026-03-01",
    "day-month 2026-03-09",
    "day-month 2026-03-17",
    "day-month 2026-03-25",
  ]);
});

it("prints months up to two years, with the year at the first and in January", () => {
  expect(days("2025-09-29", "2026-05-02", 12)).toEqual([
    "month-year 2025-10-01",
    "month 2025-11-01",
    "month 2025-12-01",
    "month-year 2026-01-01",
    "month 2026-02-01",
    "month 2026-03-01",
    "month 2026-04-01",
    "month 2026-05-01",
  ]);
  expect(days("2025-09-29", "2026-09-29", 4)).toEqual([
    "month-year 2025-10-01",
    "month-year 2026-01-01",
    "month 2026-04-01",
    "month 2026-07-01",
  ]);
});

it("prints years beyond", () => {
  expect(days("1990-01-01", "2017-01-01", 6)).toEqual([
    "year 1990-01-01",
    "year 1995-01-01",
    "year 2000-01-01",
    "year 2005-01-01",
    "year 2010-01-01",
    "year 2015-01-01",
  ]);
});

it("stays within the axis, in order, and no more than asked", () => {
  const moment = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(moment, moment, fc.integer({ min: 3, max: 15 }), (a, b, most) => {
      const [min, max] = [Math.min(a, b), Math.max(a, b)];
      const at = timeTicks(min, max, most).map((tick) => tick.at);
      expect(at.length).toBeLessThanOrEqual(most);
      expect([...at].sort((x, y) => x - y)).toEqual(at);
      for (const tick of at) expect(tick).toBeLessThanOrEqual(max);
    }),
  );
});
