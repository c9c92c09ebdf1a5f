import { describe, expect, it } from "vitest";
import {
  aggregationOf,
  chooseBase,
  commonFrequency,
  rangeFor,
  rangesFor,
  transformOf,
} from "../../../client/pages/comparison-plan.ts";
import type { Frequency } from "../../../server/contract/period.ts";
import type { Kind } from "../../../server/contract/series.ts";
import { compared } from "./compared.ts";

const of = (kind: Kind, frequency: Frequency) => compared({ kind, frequency });

describe("transformOf", () => {
  it.each([
    [["KGS", "UZS"], null, "index"],
    [["USD_MN", "USD_MN"], null, "level"],
    [["KGS"], null, "level"],
    [["KGS", "UZS"], "level", "level"],
    [["KGS"], "yoy", "yoy"],
  ] as const)("of units %j, %s chosen, is %s", (units, as, expected) => {
    const series = units.map((unit) => compared({ unit }));
    expect(transformOf(series, { as })).toBe(expected);
  });
});

describe("commonFrequency", () => {
  it.each([
    ["D", ["D", "D"], null],
    ["M", ["D", "M"], null],
    ["A", ["D", "Q", "A"], null],
    ["Q", ["D", "M"], "q"],
    // Nobody knows the days of a month.
    ["M", ["D", "M"], "d"],
  ] as const)("is %s of rates by %j when %s is chosen", (expected, own, freq) => {
    const series = own.map((frequency) => of("rate", frequency));
    expect(commonFrequency(series, { freq })).toBe(expected);
  });

  it("leaves surveys out, which are told only as they were taken", () => {
    const series = [of("rate", "D"), of("survey", "A")];
    expect(commonFrequency(series, { freq: null })).toBe("D");
    expect(commonFrequency([of("survey", "A")], { freq: "q" })).toBe("A");
  });
});

describe("aggregationOf", () => {
  it.each([
    ["rate", "D", null, "avg"],
    ["flow", "M", null, "sum"],
    ["stock", "M", null, "avg"],
    ["survey", "M", null, null],
    ["flow", "A", null, null],
    ["rate", "D", "eop", "eop"],
    // A sum of rates means nothing.
    ["rate", "D", "sum", "avg"],
    ["percentage", "Q", "sum", "avg"],
    ["stock", "Q", "sum", "sum"],
  ] as const)("of a %s by %s with %s chosen is %s", (kind, frequency, agg, expected) => {
    expect(aggregationOf(of(kind, frequency), "A", { agg })).toBe(expected);
  });
});

describe("rangeFor", () => {
  it("is what was chosen, unless that is too short to show a line", () => {
    expect(rangeFor("D", { range: "1m" })).toBe("1m");
    expect(rangeFor("A", { range: "1y" })).toBe("max");
    expect(rangeFor("A", { range: "10y" })).toBe("10y");
    expect(rangesFor("M")).toEqual(["1y", "5y", "10y", "max"]);
  });
});

describe("chooseBase", () => {
  const answer = (frequency: Frequency, values: Record<string, number | null>) => ({
    frequency,
    observations: Object.entries(values).map(([period, value]) => ({ period, value })),
  });
  const som = answer("M", { "2026-01": 87, "2026-02": 87.5, "2026-03": 88 });
  const sum = answer("M", { "2026-01": null, "2026-02": 12_000, "2026-03": 12_100 });

  it("is the first period on which all have a value", () => {
    const base = chooseBase(new Map(Object.entries({ som, sum })), "M", null);
    expect(base?.period).toBe("2026-02");
    expect(Object.fromEntries(base?.each ?? [])).toEqual({ som: "2026-02", sum: "2026-02" });
    expect(base?.late).toEqual([]);
  });

  it("is the reader's, and who has nothing there begins with the next value and is named", () => {
    const base = chooseBase(new Map(Object.entries({ som, sum })), "M", "2026-01-01");
    expect(base?.period).toBe("2026-01");
    expect(base?.late).toEqual(["sum"]);
    expect(base?.each.get("sum")).toBe("2026-02");
  });

  it("is not that of a new source, which begins with its next value: it would hide what the others did", () => {
    const years = { "2000": 48, "2001": 49, "2024": 85, "2025": 86, "2026": 87 };
    const [long, longer] = [answer("A", years), answer("A", { ...years, "1999": 42 })];
    const fresh = answer("A", { "2025": 86.1, "2026": 87.1 });
    const base = chooseBase(new Map(Object.entries({ fresh, long, longer })), "A", null);
    expect([base?.period, base?.late, base?.each.get("fresh")]).toEqual([
      "2000",
      ["fresh"],
      "2025",
    ]);
    expect(chooseBase(new Map(Object.entries({ fresh, long })), "A", null)?.period).toBe("2025");
  });

  it("is none where no period has a value of all, or none follows", () => {
    const before = answer("M", { "2020-01": 1 });
    expect(chooseBase(new Map(Object.entries({ som, before })), "M", null)).toBeNull();
    expect(chooseBase(new Map(Object.entries({ som })), "M", "2027")).toBeNull();
    expect(chooseBase(new Map(), "M", null)).toBeNull();
  });

  it("asks no survey for a month: it begins with its next value", () => {
    const survey = answer("A", { "2024": 9.8, "2027": 10 });
    const base = chooseBase(new Map(Object.entries({ som, survey })), "M", null);
    expect(base?.period).toBe("2026-01");
    expect(base?.late).toEqual(["survey"]);
  });
});
