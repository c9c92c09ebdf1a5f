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

const ending = createPeriodReader(undefined, { dayOfPeriod: "last" })!;

it.each([
  ["2024-02-29", "M", "2024-02-01"],
  ["2026-09-30", "Q", "2026-07-01"],
  ["2026-06-30", "S", "2026-01-01"],
  ["2026-12-31", "S", "2026-07-01"],
  ["2026-12-31", "A", "2026-01-01"],
] as const)("the last day %s (FREQ %s) is the period of %s", (text, frequency, start) => {
  expect(ending(text, frequency)).toMatchObject({ start, frequency, notice: { code: "last-day" } });
});

it.each([
  ["2024-02-28", "M"],
  ["2026-10-31", "Q"],
  ["2026-09-30", "S"],
  ["2026-11-30", "A"],
  ["2026-11-22", "W"],
  ["2026-11-01", "M"],
  ["2026-11", "Q"],
] as const)("where dates are last days, %s (FREQ %s) is no period", (text, frequency) => {
  expect(ending(text, frequency)).toBeNull();
});

it("where dates are last days, what needs no date to be read is read as ever", () => {
  expect(ending("2026-11", "M")).toEqual({ start: "2026-11-01", frequency: "M" });
  expect(ending("2026-11-20", "D")).toEqual({ start: "2026-11-20", frequency: "D" });
});

it("D7: a zone that is none is no convention", () => {
  expect(() => createPeriodReader(undefined, { zone: "Asia/Semey" })).toThrow(RangeError);
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
  ["D MMM YYYY", "17 Mar 2026", "2026-03-17", "D"],
  ["D MMM YYYY", "9 мая 2024 г.", "2024-05-09", "D"],
  ["D MMM YYYY", "1 сент. 2024", "2024-09-01", "D"],
  ["YYYY [ж.] D MMM", "2024 ж. 9 мамыр", "2024-05-09", "D"],
  ["D-MMM, YYYY", "9-may, 2024", "2024-05-09", "D"],
  ["D MMM YYYY", "9 maý 2024", "2024-05-09", "D"],
  ["D MMM YYYY", "5 қаңтар 2024", "2024-01-05", "D"],
  ["MMM D, YYYY", "Aug 30, 2019", "2019-08-30", "D"],
  ["DD-MMM-YYYY", "03-Jan-2023", "2023-01-03", "D"],
  ["YYYY[M]MM[D]DD", "2025M07D08", "2025-07-08", "D"],
  ["DD.MM.YY", "24.05.26", "2026-05-24", "D"],
  ["DD.MM.YY", "24.05.70", "1970-05-24", "D"],
  ["DD.MM.YY", "24.05.69", "2069-05-24", "D"],
  ["MMM YYYY", "сентябрь 2024", "2024-09-01", "M"],
  ["MM.YYYY", "09.2024", "2024-09-01", "M"],
  ["[Q]Q YYYY", "Q3 2024", "2024-07-01", "Q"],
  ["DD.MM.YYYY", "24.05.2026 23:59:00", "2026-05-24", "D"],
  ["EXCEL", "45678", "2025-01-21", "D"],
  ["EXCEL", "45678.5", "2025-01-21", "D"],
  ["EXCEL-1904", "44216", "2025-01-21", "D"],
] as const)("D1, D4-D7: dateFormat %s reads %s as %s, %s", (format, text, start, frequency) => {
  expect(createPeriodReader(format)!(text, null)).toEqual({ start, frequency });
});

it.each(["қан", "каз", "кар", "sept1", "x", "17 Foo 2026"])("D6: %s is no month", (name) => {
  expect(createPeriodReader("D MMM YYYY")!(`9 ${name} 2024`, null)).toBeNull();
});

it("D4: serial 60, the day that Excel invented, is no period", () => {
  expect(createPeriodReader("EXCEL")!("60", null)).toBeNull();
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

it.each(["DD.MM", "constructor", "", "YYYY-YY", "DD YYYY", "YYYY-MM Q", "week"])(
  "dateFormat %j is not known",
  (dateFormat) => {
    expect(createPeriodReader(dateFormat)).toBeNull();
  },
);
