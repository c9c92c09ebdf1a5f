import { expect, it } from "vitest";
import { createPeriodReader } from "../../../server/csv/read-period.ts";

const asWritten = createPeriodReader(undefined)!;

it.each([
  ["2026-11-20", null, "2026-11-20", "D"],
  ["2026-W47", null, "2026-11-16", "W"],
  ["2025M07", null, "2025-07-01", "M"],
  ["2020Q1", null, "2020-01-01", "Q"],
  ["2026-H2", null, "2026-07-01", "S"],
  ["2023", null, "2023-01-01", "A"],
  ["2026-10-01", "M", "2026-10-01", "M"],
  ["2026-10-01", "Q", "2026-10-01", "Q"],
  ["2026-07-01", "S", "2026-07-01", "S"],
  ["2026-01-01", "A", "2026-01-01", "A"],
  ["2026-04-01T00:00:00+06:00", null, "2026-04-01", "D"],
  ["2026-04-01 23:59", null, "2026-04-01", "D"],
] as const)("D1, D7: %s (FREQ %s) is the period of %s, %s", (text, asked, start, frequency) => {
  expect(asWritten(text, asked)).toEqual({ start, frequency });
});

it.each([
  ["2026-11-20", "M"],
  ["2026-11-01", "Q"],
  ["2026-02-01", "A"],
  ["2026-11-16", "W"],
  ["2026", "D"],
  ["2026-11", "A"],
  ["31.02.2024", null],
  ["2024-02-31", null],
  ["0000-00-00", null],
  ["24.05.2026", null],
  ["", null],
] as const)("D10: %s (FREQ %s) is no period", (text, asked) => {
  expect(asWritten(text, asked)).toBeNull();
});

it.each([
  ["DD.MM.YYYY", "24.05.2026", "2026-05-24"],
  ["D.M.YYYY", "4.5.2026", "2026-05-04"],
  ["MM/DD/YYYY", "03/04/2025", "2025-03-04"],
  ["DD/MM/YYYY", "03/04/2025", "2025-04-03"],
  ["YYYYMMDD", "20220103", "2022-01-03"],
  ["YYYY-DD-MM", "2024-25-03", "2024-03-25"],
])("dateFormat %s reads %s as %s", (dateFormat, text, start) => {
  expect(createPeriodReader(dateFormat)!(text, null)).toEqual({ start, frequency: "D" });
});

it.each([
  ["DD.MM.YYYY", "31.02.2024"],
  ["DD.MM.YYYY", "24-05-2026"],
  ["DD.MM.YYYY", "4.5.2026"],
  ["DD.MM.YYYY", "24.05.26"],
  ["YYYY-DD-MM", "2024-03-25"],
])("dateFormat %s does not read %s", (dateFormat, text) => {
  expect(createPeriodReader(dateFormat)!(text, null)).toBeNull();
});

it.each(["DD.MM.YY", "DD MMM YYYY", "DD.MM", "constructor", "", "YYYYDDMM"])(
  "D5: dateFormat %j is not known",
  (dateFormat) => {
    expect(createPeriodReader(dateFormat)).toBeNull();
  },
);
