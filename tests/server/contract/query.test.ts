import { describe, expect, it } from "vitest";
import { EndBound, Moment, StartBound, wholeNumber } from "../../../server/contract/query.ts";

describe("Moment", () => {
  it.each([
    ["2026-08-19", "2026-08-19T23:59:59.999Z"],
    ["2026-08-19T12:00", "2026-08-19T12:00:00.000Z"],
    ["2026-08-19T12:00:00Z", "2026-08-19T12:00:00.000Z"],
    ["2026-08-19T12:00:00.250Z", "2026-08-19T12:00:00.250Z"],
    ["2026-08-19T12:00:00+06:00", "2026-08-19T06:00:00.000Z"],
    ["2026-08-19T12:00:00 06:00", "2026-08-19T06:00:00.000Z"],
  ])("reads %s as %s", (text, moment) => {
    expect(Moment.parse(text)).toBe(moment);
  });

  it.each(["2026-02-30", "yesterday", "2026-08", "2026-08-19T25:00", "2026-08-19T12", ""])(
    "refuses %j",
    (text) => {
      expect(Moment.safeParse(text).success).toBe(false);
    },
  );
});

describe("StartBound and EndBound", () => {
  it.each([
    ["2026-Q1", "2026-01-01", "2026-03-31"],
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-01-15", "2026-01-15", "2026-01-15"],
  ])("cover the whole of %s: from %s to %s", (text, first, last) => {
    expect(StartBound.parse(text)).toBe(first);
    expect(EndBound.parse(text)).toBe(last);
  });
});

describe("wholeNumber(1, 100)", () => {
  it.each(["0", "101", "-1", "1.5", "1e2", "", " 1", "9999999999999"])("refuses %j", (text) => {
    expect(wholeNumber(1, 100).safeParse(text).success).toBe(false);
  });
});
