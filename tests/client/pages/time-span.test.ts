import { expect, it } from "vitest";
import { monthsBefore, spanOf, yearsBefore } from "../../../client/pages/time-span.ts";

it.each([
  ["2026-09-29", 1, "2026-08-29"],
  ["2026-03-31", 1, "2026-02-28"],
  ["2024-03-31", 1, "2024-02-29"],
  ["2026-01-15", 3, "2025-10-15"],
  ["2026-09-29", 120, "2016-09-29"],
])("%s less %i months is %s", (day, count, before) => {
  expect(monthsBefore(day, count)).toBe(before);
});

it("a year before 29 February is 28 February", () => {
  expect(yearsBefore("2024-02-29", 1)).toBe("2023-02-28");
});

it("a range ends at the last observation, all there is has no bounds, and frozen bounds win", () => {
  const last = "2026-09-29";
  const rolling = { range: "1y", from: null, to: null } as const;
  expect(spanOf(rolling, last)).toEqual({ start: "2025-09-29", end: null });
  expect(spanOf({ ...rolling, range: "max" }, last)).toEqual({ start: null, end: null });
  expect(spanOf({ ...rolling, from: "2026-03" }, last)).toEqual({ start: "2026-03", end: null });
});
