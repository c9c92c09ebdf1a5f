import { expect, it } from "vitest";
import { DayEvidence } from "../../../server/csv/day-evidence.ts";

const wordsOf = (...days: string[]) => {
  const evidence = new DayEvidence();
  for (const day of days) evidence.add(day);
  return evidence.words;
};

it.each([
  [["2026-11-18", "2026-11-19", "2026-11-20"], "oldest first, no weekends, 1 day apart"],
  [["2026-11-23", "2026-11-20"], "newest first, no weekends, 3 days apart"],
  [
    ["2026-11-20", "2026-11-21", "2026-11-24"],
    "oldest first, 1 of 3 at a weekend, 1 to 3 days apart",
  ],
  [["2026-11-20", "2026-11-18", "2026-11-19"], "in no order, no weekends, 1 to 2 days apart"],
  [
    ["2026-09-01", "2026-10-01", "2026-11-01"],
    "oldest first, each the first of a month, 1 of 3 at a weekend, 30 to 31 days apart",
  ],
  [
    ["2024-01-31", "2024-02-29"],
    "oldest first, each the last of a month, no weekends, 29 days apart",
  ],
  [["2026-11-21"], "1 of 1 at a weekend"],
])("D2: the days %j are %s", (days, words) => {
  expect(wordsOf(...days)).toBe(words);
});
