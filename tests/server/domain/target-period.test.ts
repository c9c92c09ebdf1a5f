import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  beginsPeriod,
  formatPeriod,
  frequencies,
  lastDayOf,
  readPeriod,
} from "../../../server/contract/period.ts";
import { nextPeriod, periodOn, targetPeriod } from "../../../server/domain/target-period.ts";

const day = fc.integer({ min: -300_000, max: 300_000 }).map((days) => addDays("2000-01-01", days));

describe("periodOn(day, frequency)", () => {
  it.each([
    ["2026-01-01", "W", "2025-12-29"],
    ["2026-08-23", "W", "2026-08-17"],
    ["1969-12-28", "W", "1969-12-22"],
    ["2026-08-21", "D", "2026-08-21"],
    ["2026-08-21", "M", "2026-08-01"],
    ["2026-12-31", "Q", "2026-10-01"],
    ["2026-06-30", "S", "2026-01-01"],
    ["2026-07-01", "S", "2026-07-01"],
    ["2026-08-21", "A", "2026-01-01"],
  ] as const)("of %s and %s is %s", (one, frequency, start) => {
    expect(periodOn(one, frequency)).toBe(start);
  });

  it("is the first day of a period that holds the day", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...frequencies), (one, frequency) => {
        const start = periodOn(one, frequency);
        expect(beginsPeriod(start, frequency)).toBe(true);
        expect(start <= one && one <= lastDayOf({ start, frequency })).toBe(true);
      }),
    );
  });
});

describe("targetPeriod(start, from, to)", () => {
  it.each([
    ["2025-12-29", "W", "M", "2026-01-01"],
    ["2025-12-29", "W", "A", "2026-01-01"],
    ["2026-12-28", "W", "A", "2026-01-01"],
    ["2026-06-29", "W", "Q", "2026-07-01"],
    ["2026-12-31", "D", "A", "2026-01-01"],
    ["2026-01-01", "D", "W", "2025-12-29"],
    ["2026-05-01", "M", "Q", "2026-04-01"],
    ["2026-07-01", "Q", "S", "2026-07-01"],
    ["2026-07-01", "S", "A", "2026-01-01"],
  ] as const)("of %s, from %s to %s, is %s", (start, from, to, target) => {
    expect(targetPeriod(start, from, to)).toBe(target);
  });

  it("puts a week into the year by which it is numbered", () => {
    fc.assert(
      fc.property(day, (one) => {
        const monday = periodOn(one, "W");
        const year = formatPeriod(monday, "W").slice(0, 4);
        expect(targetPeriod(monday, "W", "A")).toBe(`${year}-01-01`);
      }),
    );
  });
});

describe("nextPeriod(start, frequency)", () => {
  it.each([
    ["2025-W52", "2026-W01"],
    ["2024-02-28", "2024-02-29"],
    ["2025-12", "2026-01"],
    ["2025-Q4", "2026-Q1"],
    ["2025-S1", "2025-S2"],
    ["2025", "2026"],
  ])("of %s is %s", (text, next) => {
    const { start, frequency } = readPeriod(text)!;
    expect(formatPeriod(nextPeriod(start, frequency), frequency)).toBe(next);
  });
});
