import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../server/contract/period.ts";
import {
  judgeBesideOther,
  judgeUnchanged,
  mayBeLong,
  workingDays,
} from "../../../server/domain/rate-notices.ts";

/** 3 August 2026 is a Monday. */
const monday = "2026-08-03";
const unchanged = { series: "FX/D.USD.KGS.X", line: 7, value: "87.4500", since: monday };
const apart = {
  series: "FX/D.USD.KGS.X",
  line: 7,
  period: monday,
  otherSeries: "FX/D.USD.KGS.NBKR",
  days: 1,
};

describe("judgeUnchanged(rate)", () => {
  it.each([
    ["the Monday two weeks later, ten working days", "2026-08-17", null],
    ["the Tuesday after it, eleven", "2026-08-18", "unchanged"],
    ["the same day", monday, null],
  ])("asks on %s", (_, period, code) => {
    expect(judgeUnchanged({ ...unchanged, period })?.code ?? null).toBe(code);
  });

  it("says since when the rate is the same, as a notice of its line", () => {
    expect(judgeUnchanged({ ...unchanged, period: "2026-08-31" })).toEqual({
      line: 7,
      column: null,
      text: "87.4500",
      code: "unchanged",
      severity: "notice",
      message: "FX/D.USD.KGS.X is 87.4500 since 2026-08-03, for 20 working days: is it stale?",
    });
  });
});

describe("mayBeLong(run)", () => {
  it.each([
    ["a short run that may go on before the file", monday, true, true],
    ["a short run", "2026-08-17", false, false],
    ["a long run", "2026-08-18", false, true],
  ])("of %s", (_, to, isOpen, expected) => {
    expect(mayBeLong({ from: monday, to, isOpen })).toBe(expected);
  });
});

describe("judgeBesideOther(rate)", () => {
  it.each([
    ["100", "103", null],
    ["100", "97", null],
    ["100", "103.0001", "other-source"],
    ["100", "96.9999", "other-source"],
  ])("beside %s of another source, of %s", (otherValue, value, code) => {
    expect(judgeBesideOther({ ...apart, value, otherValue })?.code ?? null).toBe(code);
  });

  it("says how far it is from which series, and on how many days", () => {
    const rate = { ...apart, value: "91.8", otherValue: "87.4500", days: 12 };
    expect(judgeBesideOther(rate)).toMatchObject({
      line: 7,
      text: "91.8",
      severity: "notice",
      message:
        "FX/D.USD.KGS.X on 2026-08-03, 91.8, is +4.97 % away from FX/D.USD.KGS.NBKR, 87.4500. On 12 days of the file they are over 3 % apart.",
    });
  });
});

it("workingDays(after, until) agrees with a count day by day", () => {
  const isWorkingDay = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 30_000 }), fc.nat(60), (first, length) => {
      const after = addDays("1970-01-01", first);
      const days = Array.from({ length }, (_, i) => addDays(after, i + 1));
      expect(workingDays(after, days.at(-1) ?? after)).toBe(days.filter(isWorkingDay).length);
    }),
  );
});
