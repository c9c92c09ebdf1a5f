import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  beginsPeriod,
  daysBetween,
  formatPeriod,
  frequencies,
  lastDayOf,
  readPeriod,
} from "../../../server/contract/period.ts";

describe("readPeriod(text)", () => {
  it.each([
    ["2026-08-21", "2026-08-21", "D", "2026-08-21"],
    ["2026-W34", "2026-08-17", "W", "2026-08-23"],
    ["2026-W01", "2025-12-29", "W", "2026-01-04"],
    ["2020-W53", "2020-12-28", "W", "2021-01-03"],
    ["2026-08", "2026-08-01", "M", "2026-08-31"],
    ["2026M08", "2026-08-01", "M", "2026-08-31"],
    ["2024-02", "2024-02-01", "M", "2024-02-29"],
    ["2026-Q3", "2026-07-01", "Q", "2026-09-30"],
    ["2026Q3", "2026-07-01", "Q", "2026-09-30"],
    ["2026-S2", "2026-07-01", "S", "2026-12-31"],
    ["2026H2", "2026-07-01", "S", "2026-12-31"],
    ["2026", "2026-01-01", "A", "2026-12-31"],
    ["0050", "0050-01-01", "A", "0050-12-31"],
  ])(
    "reads %s as the period that begins on %s, frequency %s, and ends on %s",
    (text, start, frequency, end) => {
      const period = readPeriod(text);
      expect(period).toEqual({ start, frequency });
      expect(period && lastDayOf(period)).toBe(end);
    },
  );

  it.each([
    "2026-02-30",
    "0000",
    "0000-01-01",
    "2026-13",
    "2026-00",
    "2026-Q5",
    "2026-W54",
    "2021-W53",
    "2026-S3",
    "26-08-21",
    "",
    "2026-8-1",
    "2026-08-21 ",
  ])("refuses %j", (text) => {
    expect(readPeriod(text)).toBeNull();
  });

  it("reads what formatPeriod wrote, for every frequency and day on which a period begins", () => {
    const day = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays("1900-01-01", days));
    fc.assert(
      fc.property(day, fc.constantFrom(...frequencies), (start, frequency) => {
        fc.pre(beginsPeriod(start, frequency));
        expect(readPeriod(formatPeriod(start, frequency))).toEqual({ start, frequency });
      }),
    );
  });
});

describe("daysBetween(from, to)", () => {
  it("counts days over a leap day and backwards", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2024-03-01", "2024-02-28")).toBe(-2);
  });
});
