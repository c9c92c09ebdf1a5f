import fc from "fast-check";
import { expect, it } from "vitest";
import { createZoneDay, isMoment } from "../../../server/csv/zone-day.ts";

const almaty = createZoneDay("Asia/Almaty")!;

it.each([
  ["2024-02-28T18:30:00Z", "2024-02-28", "2024-02-29"],
  // From 1 March 2024 on Almaty is at UTC+5: the same half hour before midnight no longer crosses it.
  ["2024-02-29T18:30:00Z", "2024-02-29", "2024-02-29"],
  ["2024-03-01T18:30:00Z", "2024-03-01", "2024-03-01"],
  ["2024-03-01T19:00:00Z", "2024-03-01", "2024-03-02"],
  ["2026-04-01T00:00:00+06:00", "2026-04-01", "2026-03-31"],
  ["2026-04-01T00:00:00+0500", "2026-04-01", "2026-04-01"],
  ["2026-04-01 23:59:59.999-05:00", "2026-04-01", "2026-04-02"],
  ["24.05.2026 11:30 PM+00:00", "2026-05-24", "2026-05-25"],
  ["24.05.2026 12:30 AM+00:00", "2026-05-24", "2026-05-24"],
])("D7: %s is the day in Almaty of that moment", (text, written, day) => {
  expect(almaty(text, written)).toBe(day);
});

it.each(["2026-04-01", "2026-04-01 23:59", "2026-04-01T23:59:00", "24.05.2026", "20-11-2026"])(
  "D7: %s has no offset, and keeps its day",
  (text) => {
    expect(isMoment(text)).toBe(false);
    expect(almaty(text, "2026-04-01")).toBe("2026-04-01");
  },
);

it("D7: the day of a moment in UTC is the day that its ISO form begins with", () => {
  const inUtc = createZoneDay("UTC")!;
  const moment = fc.date({
    min: new Date("1900-01-01"),
    max: new Date("2199-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moment, (date) => {
      const text = date.toISOString();
      expect(inUtc(text, text.slice(0, 10))).toBe(text.slice(0, 10));
    }),
  );
});

it.each(["Mars/Olympus", "", "Almaty"])("there is no zone %j", (zone) => {
  expect(createZoneDay(zone)).toBeNull();
});
