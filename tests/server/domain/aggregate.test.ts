import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Aggregation, aggregations } from "../../../server/contract/derivation.ts";
import type { Status } from "../../../server/contract/observation.ts";
import { addDays, frequencies, type Frequency } from "../../../server/contract/period.ts";
import { aggregate } from "../../../server/domain/aggregate.ts";
import { invertRate } from "../../../server/domain/derive-rate.ts";
import { arbitrarySeries, nthPeriod, type Observed } from "../../support/arbitrary-series.ts";
import { plainAggregate } from "../../support/plain-aggregate.ts";

const later = "2031-06-01";
const onDays = (first: string, values: (string | null)[], status: Status = "A"): Observed[] =>
  values.map((value, i) => ({ period: addDays(first, i), value, status }));
const run = (count: number, frequency: Frequency, first = 0): Observed[] =>
  Array.from({ length: count }, (_, i) => ({
    period: nthPeriod(frequency, first + i),
    value: "10.0",
    status: "A",
  }));
const coarsen = (
  series: Observed[],
  from: Frequency,
  to: Frequency,
  method: Aggregation = "avg",
  { decimals = 2, today = later } = {},
) => aggregate(series, { from, to, method, decimals, today }).map(({ exact: _, ...told }) => told);

describe("aggregate(observations, coarsening)", () => {
  const week = onDays("2026-08-17", ["86.90", "87.00", "87.10", "87.20"]);
  it.each([
    ["avg", "87.05"],
    ["eop", "87.20"],
    ["sum", "348.20"],
    ["min", "86.90"],
    ["max", "87.20"],
    ["first", "86.90"],
  ] as const)("gives as the %s of Monday to Thursday %s, of four values", (method, value) => {
    expect(coarsen(week, "D", "W", method)).toEqual([
      { period: "2026-08-17", value, status: "A", count: 4 },
    ]);
  });

  it("keeps the decimals of the source in a mean, rounded half-even", () => {
    const mean = (values: string[], decimals: number) =>
      coarsen(onDays("2026-08-17", values), "D", "W", "avg", { decimals, today: "2026-08-20" })[0]
        ?.value;
    expect(mean(["100.1", "100.4", "100.9"], 1)).toBe("100.5");
    expect(mean(["0.1", "0.2"], 1)).toBe("0.2");
    expect(mean(["0.2", "0.3"], 1)).toBe("0.2");
    expect(mean(["-0.1", "0.0", "0.0"], 1)).toBe("0.0");
    expect(mean(["87", "87"], 4)).toBe("87.0000");
  });

  it("tells a mean before rounding too, to reckon with", () => {
    const [told] = aggregate(onDays("2026-08-17", ["1.0", "1.0", "1.0", "1.1"]), {
      ...{ from: "D", to: "W", method: "avg", decimals: 1, today: later },
    });
    expect(told).toMatchObject({ value: "1.0", exact: { numerator: 41n, denominator: 40n } });
  });

  it("means rates in the published direction, of which the inverse is the inverse of the mean", () => {
    const rates = onDays("2026-08-17", ["87.0000", "88.0000", "86.0000", "87.0000", "90.0000"]);
    const [mean] = coarsen(rates, "D", "W", "avg", { decimals: 4 });
    expect(mean?.value).toBe("87.6000");
    expect(invertRate(mean?.value ?? "")).toBe("0.01141553");
  });

  it("sums exactly, with the most decimals of its values", () => {
    const [sum] = coarsen(onDays("2026-08-17", ["0.1", "0.20", "7", "-0.003"]), "D", "W", "sum");
    expect(sum?.value).toBe("7.297");
  });

  it("takes the last value that is there as the end of a period", () => {
    const [end] = coarsen(onDays("2026-08-17", ["1", "2", "3", "4", null]), "D", "W", "eop");
    expect(end).toMatchObject({ value: "4", count: 4 });
  });

  it.each([
    ...[
      ["D", "W", 4],
      ["D", "M", 17],
      ["D", "Q", 52],
      ["D", "S", 104],
      ["D", "A", 208],
    ],
    ...[
      ["W", "M", 3],
      ["W", "Q", 10],
      ["W", "S", 20],
      ["W", "A", 39],
      ["M", "Q", 3],
    ],
    ...[
      ["M", "S", 6],
      ["M", "A", 12],
      ["Q", "S", 2],
      ["Q", "A", 4],
      ["S", "A", 2],
    ],
  ] as [Frequency, Frequency, number][])(
    "from %s to %s leaves out a first and last period with fewer than %i values",
    (from, to, least) => {
      // 2019-01-07 begins a week; of the other frequencies the first period of 2019 begins every longer one.
      const first = to === "W" ? 6 : 0;
      expect(coarsen(run(least, from, first), from, to)).toHaveLength(1);
      expect(coarsen(run(least - 1, from, first), from, to)).toEqual([]);
    },
  );

  it("tells the period that holds today as far as it goes, as provisional", () => {
    const told = (status: Status) =>
      coarsen(onDays("2026-11-01", ["87.1", "87.3"], status), "D", "M", "avg", {
        ...{ decimals: 1, today: "2026-11-20" },
      });
    expect(told("A")).toEqual([{ period: "2026-11-01", value: "87.2", status: "P", count: 2 }]);
    expect(told("U")[0]?.status).toBe("P");
    expect(told("F")[0]?.status).toBe("F");
    const quarter = coarsen(run(1, "M"), "M", "Q", "sum", { today: "2019-03-31" });
    expect(quarter).toEqual([{ period: "2019-01-01", value: "10.0", status: "P", count: 1 }]);
    expect(coarsen(run(1, "M"), "M", "Q", "sum", { today: "2019-04-01" })).toEqual([]);
  });

  it("holds a period that lacks a month for missing, but takes what there is of days and weeks", () => {
    const months = run(9, "M").filter((_, i) => i !== 4);
    expect(coarsen(months, "M", "Q", "sum")).toEqual([
      { period: "2019-01-01", value: "30.0", status: "A", count: 3 },
      { period: "2019-04-01", value: null, status: "M", count: 2 },
      { period: "2019-07-01", value: "30.0", status: "A", count: 3 },
    ]);
    const days = run(90, "D").filter((_, i) => i < 31 || i > 57);
    expect(coarsen(days, "D", "M").map(({ value, count }) => [value, count])).toEqual([
      ["10.00", 31],
      ["10.00", 1],
      ["10.00", 31],
    ]);
  });

  it("shows an empty period between others as missing", () => {
    const series = [...run(31, "D"), ...run(31, "D", 59)];
    expect(coarsen(series, "D", "M")[1]).toEqual({
      ...{ period: "2019-02-01", value: null, status: "M", count: 0 },
    });
  });

  it("lets a week at New Year be one, and belong to the period that holds its Thursday", () => {
    const days = onDays("2025-12-29", ["1", "2", "3", "4", "5", "6", "7"]);
    expect(coarsen(days, "D", "W", "sum")).toEqual([
      { period: "2025-12-29", value: "28", status: "A", count: 7 },
    ]);
    const weeks = ["2025-12-22", "2025-12-29", "2026-01-05", "2026-01-26"].map(
      (period): Observed => ({ period, value: "1", status: "A" }),
    );
    const told = coarsen(weeks, "W", "M", "sum", { today: "2025-12-25" });
    expect(told.map(({ period, value }) => [period, value])).toEqual([
      ["2025-12-01", "1"],
      ["2026-01-01", "3"],
    ]);
    const atNewYear = coarsen(weeks.slice(1, 2), "W", "M", "sum", { today: "2025-12-30" });
    expect(atNewYear).toEqual([{ period: "2026-01-01", value: "1", status: "P", count: 1 }]);
  });

  it("has the least sure status of the values that it is made of", () => {
    const series = onDays("2026-08-17", ["1", "2", "3", "4"]);
    const statuses: Status[] = ["A", "B", "U", "A"];
    const mixed = series.map((one, i) => ({ ...one, status: statuses[i]! }));
    expect(coarsen(mixed, "D", "W", "avg")[0]?.status).toBe("U");
    expect(coarsen(mixed, "D", "W", "eop")[0]?.status).toBe("A");
  });

  it("has nothing to say of a series without observations", () => {
    expect(coarsen([], "D", "M")).toEqual([]);
  });

  it.each([
    ...[
      ["D", "W", 60],
      ["D", "M", 150],
      ["D", "Q", 200],
      ["W", "M", 30],
      ["W", "A", 120],
    ],
    ...[
      ["M", "Q", 30],
      ["M", "S", 30],
      ["M", "A", 50],
      ["Q", "S", 20],
      ["Q", "A", 20],
      ["S", "A", 20],
    ],
  ] as [Frequency, Frequency, number][])(
    "agrees with the rules read aloud, from %s to %s",
    (from, to, maxLength) => {
      const asked = fc.record({
        series: arbitrarySeries(from, maxLength),
        method: fc.constantFrom(...aggregations),
        decimals: fc.integer({ min: 0, max: 5 }),
        days: fc.integer({ min: 0, max: frequencies.indexOf(from) > 1 ? 2000 : 400 }),
      });
      fc.assert(
        fc.property(asked, ({ series, method, decimals, days }) => {
          const today = addDays("2019-01-01", days);
          const plain = plainAggregate(series, from, to, method, decimals, today);
          expect(coarsen(series, from, to, method, { decimals, today })).toEqual(plain);
        }),
        { numRuns: 60 },
      );
    },
  );
});
