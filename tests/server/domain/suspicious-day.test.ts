import { expect, it } from "vitest";
import { judgeDay } from "../../../server/domain/suspicious-day.ts";

const day = { period: "2026-08-17", line: 9 };

it.each([
  [2, 2, false],
  [3, 1, false],
  [3, 2, true],
  [9, 3, false],
  [9, 4, true],
  [30, 10, false],
  [30, 11, true],
])("judgeDay of %i rates, %i of which move, doubts the day: %s", (rates, moved, isDoubted) => {
  expect(judgeDay({ ...day, rates, moved }) !== null).toBe(isDoubted);
});

it("judgeDay names the day in its first line", () => {
  expect(judgeDay({ ...day, rates: 4, moved: 3 })).toMatchObject({
    line: 9,
    text: "2026-08-17",
    code: "suspicious-day",
    severity: "warning",
    message: expect.stringContaining("3 of the 4 rates of 2026-08-17") as string,
  });
});
