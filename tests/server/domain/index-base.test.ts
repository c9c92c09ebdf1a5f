import { describe, expect, it } from "vitest";
import { readPeriod } from "../../../server/contract/period.ts";
import { firstValueWithin, isWithin, valueOf } from "../../../server/domain/index-base.ts";

const months = [
  { period: "2026-01-01", value: "80", status: "A" },
  { period: "2026-02-01", value: null, status: "H" },
  { period: "2026-03-01", value: "0.0", status: "A" },
] as const;

describe("isWithin(day, span)", () => {
  it.each([
    ["2026-01-15", null, null, true],
    ["2026-01-15", "2026-01-15", "2026-01-15", true],
    ["2026-01-15", "2026-01-16", null, false],
    ["2026-01-15", null, "2026-01-14", false],
  ])("of %s from %s to %s is %s", (day, start, end, within) => {
    expect(isWithin(day, { start, end })).toBe(within);
  });
});

describe("firstValueWithin(observations, span)", () => {
  it.each([
    [null, null, "2026-01-01"],
    ["2026-01-02", null, "2026-03-01"],
    ["2026-01-02", "2026-02-28", undefined],
  ])("from %s to %s is that of %s", (start, end, period) => {
    expect(firstValueWithin(months, { start, end })?.period).toBe(period);
  });
});

describe("valueOf(observations, frequency, named)", () => {
  it.each([
    ["2026-01", "80"],
    ["2026M01", "80"],
    ["2026-01-01", "80"],
    ["2026-03", "0.0"],
    ["2026-02", undefined],
    ["2026-04", undefined],
    ["2026-01-15", undefined],
    ["2026-Q1", undefined],
    ["2026", undefined],
  ])("of a monthly series and %s is %s", (named, value) => {
    expect(valueOf(months, "M", readPeriod(named)!)?.value).toBe(value);
  });

  it("does not take the first day of a month for the month", () => {
    expect(valueOf(months, "D", readPeriod("2026-01")!)).toBeNull();
  });
});
