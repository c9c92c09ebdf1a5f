import { describe, expect, it } from "vitest";
import { addDays, readPeriod } from "../../../server/contract/period.ts";
import { deriveObservations, selectDerived } from "../../../server/domain/derive-observations.ts";
import { KursError } from "../../../server/domain/kurs-error.ts";
import type { Observed } from "../../support/arbitrary-series.ts";

type Asked = Parameters<typeof deriveObservations>[2];

const today = "2031-06-01";
const plain: Asked = {
  frequency: "D",
  aggregate: "avg",
  units: "lin",
  base: null,
  start: null,
  end: null,
  last: null,
  order: "asc",
};
/** 1 January to 30 June of 2026, worth 1.0, 2.0, 3.0 … */
const days = Array.from({ length: 181 }, (_, i): Observed => {
  return { period: addDays("2026-01-01", i), value: `${i + 1}.0`, status: "A" };
});
const daily = { frequency: "D", decimals: 1 } as const;
const derive = (asked: Partial<Asked>) =>
  deriveObservations(days, daily, { ...plain, ...asked }, today);
const told = (asked: Partial<Asked>) =>
  derive(asked).map(({ period, value }) => `${period} ${value}`);

describe("deriveObservations(observations, measure, asked, today)", () => {
  it("leaves observations as they are when nothing is asked", () => {
    expect(derive({})).toEqual(days);
  });

  it("cuts to periods whose first day is in the span, then to the last, then orders", () => {
    const span = { start: "2026-01-15", end: "2026-05-01" };
    expect(told({ ...span, frequency: "M", aggregate: "eop" })).toEqual([
      "2026-02-01 59.0",
      "2026-03-01 90.0",
      "2026-04-01 120.0",
      "2026-05-01 151.0",
    ]);
    expect(told({ ...span, frequency: "M", aggregate: "eop", last: 2, order: "desc" })).toEqual([
      "2026-05-01 151.0",
      "2026-04-01 120.0",
    ]);
    expect(told({ last: 2 })).toEqual(["2026-06-29 180.0", "2026-06-30 181.0"]);
  });

  it("makes coarser before it transforms, and transforms before it cuts", () => {
    const asked = { frequency: "M", aggregate: "eop", units: "chg", start: "2026-03-01" } as const;
    expect(told(asked)).toEqual([
      "2026-03-01 31",
      "2026-04-01 30",
      "2026-05-01 31",
      "2026-06-01 30",
    ]);
    expect(derive(asked)[0]).toEqual({ period: "2026-03-01", value: "31", status: "A", count: 31 });
  });

  it("judges by the whole series whether a period has too little", () => {
    const asked = { frequency: "M", start: "2026-01-01", end: "2026-01-31" } as const;
    const cut = deriveObservations(days.slice(0, 16), daily, { ...plain, ...asked }, today);
    expect(cut).toEqual([]);
    expect(derive(asked)).toHaveLength(1);
  });

  it("rounds once: a change of means is that of the means before they were rounded", () => {
    const values = ["1.0", "1.0", "1.0", "1.1", "2.0", "2.0", "2.0", "2.1"];
    const weeks = values.map((value, i): Observed => {
      return { period: addDays("2026-08-17", i + (i > 3 ? 3 : 0)), value, status: "A" };
    });
    const asked = { ...plain, frequency: "W", units: "pch" } as const;
    const [, change] = deriveObservations(weeks, daily, asked, today);
    // 2.025 against 1.025, not 2.0 against 1.0.
    expect(change?.value).toBe("97.5609756098");
  });

  it("indexes against the first value of the span, whatever the last ones are", () => {
    const asked = { units: "index", start: "2026-01-02", end: "2026-01-04" } as const;
    expect(told({ ...asked, last: 2 })).toEqual(["2026-01-03 150", "2026-01-04 200"]);
  });

  it("indexes against the base that is named, also one that is out of the span", () => {
    const base = readPeriod("2026-01");
    const asked = { units: "index", frequency: "M", aggregate: "first", base } as const;
    expect(told({ ...asked, start: "2026-02-01", last: 1 })).toEqual(["2026-06-01 15200"]);
  });

  it.each(["2025-12-31", "2026-01", "2026-W10"])(
    "refuses the base %s, which has no value",
    (text) => {
      const asked = () => derive({ units: "index", base: readPeriod(text) });
      expect(asked).toThrow(KursError);
      expect(asked).toThrow(
        expect.objectContaining({
          kind: "invalid-query",
          message: `base: there is no value for ${text}`,
          errors: [{ parameter: "base", message: `base: there is no value for ${text}` }],
        }),
      );
    },
  );

  it("has no values of an index over a span without any", () => {
    const none = days.map((one) => ({ ...one, value: null }));
    const asked = { ...plain, units: "index", last: 1 } as const;
    expect(deriveObservations(none, daily, asked, today)).toEqual([
      { period: "2026-06-30", value: null, status: "M" },
    ]);
  });
});

describe("selectDerived(observations, asked)", () => {
  it("takes observations that have the frequency already, with their counts", () => {
    const months = [
      { period: "2026-01-01", value: "0.5", status: "P", count: 20 },
      { period: "2026-02-01", value: "0.75", status: "A", count: 19 },
    ] as const;
    const asked = { ...plain, frequency: "M", units: "pch", last: 1 } as const;
    expect(selectDerived(months, asked)).toEqual([
      { period: "2026-02-01", value: "50", status: "P", count: 19 },
    ]);
  });
});
