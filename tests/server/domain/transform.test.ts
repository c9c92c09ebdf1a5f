import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Transform, transforms } from "../../../server/contract/derivation.ts";
import type { Status } from "../../../server/contract/observation.ts";
import { frequencies, type Frequency } from "../../../server/contract/period.ts";
import type { DerivedValue } from "../../../server/domain/derived-value.ts";
import { transform } from "../../../server/domain/transform.ts";
import { arbitrarySeries, nthPeriod, type Observed } from "../../support/arbitrary-series.ts";
import { plainTransform } from "../../support/plain-transform.ts";

const seriesOf = (frequency: Frequency, values: (string | null)[], status: Status = "A") =>
  values.map((value, i): Observed => ({ period: nthPeriod(frequency, i), value, status }));
const valuesOf = (
  series: DerivedValue[],
  units: Transform,
  frequency: Frequency,
  base: DerivedValue | null = null,
) => transform(series, { units, frequency, base }).map(({ value }) => value);
const missing = { value: null, status: "M" };

describe("transform(observations, asked)", () => {
  const quarters = seriesOf("Q", ["100", "103", "101", "106", "110"]);
  it.each([
    ["lin", "110"],
    ["chg", "4"],
    ["ch1", "10"],
    ["pch", "3.77358490566"],
    ["pc1", "10"],
    ["pca", "15.9704332347"],
    ["cch", "3.70412716803"],
    ["cca", "14.8165086721"],
    ["log", "4.70048036579"],
    ["yoy", "10"],
  ] as const)("gives as %s of the last of five quarters %s", (units, value) => {
    expect(valuesOf(quarters, units, "Q").at(-1)).toBe(value);
  });

  it.each([
    ["pch", "2", "-2.94117647059"],
    ["pca", "26.8241794563", "-30.1091577713"],
    ["cch", "1.98026272962", "-2.98529631497"],
    ["cca", "23.7631527554", "-35.8235557796"],
  ] as const)("gives as %s of three months nothing, %s and %s", (units, second, third) => {
    expect(valuesOf(seriesOf("M", ["100", "102", "99"]), units, "M")).toEqual([
      null,
      second,
      third,
    ]);
  });

  it("keeps the digits and the statuses of plain values", () => {
    const series = [
      ...seriesOf("D", ["87.4500"], "P"),
      { ...seriesOf("D", [null])[0]!, status: "H" },
    ];
    expect(transform(series as Observed[], { units: "lin", frequency: "D", base: null })).toEqual(
      series,
    );
  });

  it.each([
    ["D", 260],
    ["W", 52],
    ["M", 12],
    ["Q", 4],
    ["S", 2],
    ["A", 1],
  ] as const)("counts %i back for a year of frequency %s by observations", (frequency, n) => {
    const series = seriesOf(frequency, [...Array(n).keys(), n].map(String));
    const told = valuesOf(series, "ch1", frequency);
    expect(told).toEqual([...Array<null>(n).fill(null), String(n)]);
  });

  it("keeps every period, null with status M where a value is missing at either end", () => {
    const series = seriesOf("D", ["1", null, "3", "4"]);
    const told = transform(series, { units: "chg", frequency: "D", base: null });
    expect(told).toEqual([
      { period: "2019-01-01", ...missing },
      { period: "2019-01-02", ...missing },
      { period: "2019-01-03", ...missing },
      { period: "2019-01-04", value: "1", status: "A" },
    ]);
  });

  it.each([
    ["pch", ["0", "5"]],
    ["pca", ["0", "5"]],
    ["pc1", ["0.00", "5"]],
    ["cch", ["0", "5"]],
    ["cca", ["-5", "5"]],
    ["cch", ["-5", "-5"]],
    ["log", ["1", "0.0"]],
    ["log", ["1", "-2"]],
    ["yoy", ["0", "5"]],
  ] as const)("tells no %s of %s: it is not defined", (units, values) => {
    const told = transform(seriesOf("A", [...values]), { units, frequency: "A", base: null });
    expect(told[1]).toMatchObject(missing);
  });

  it("indexes against the base, and tells nothing without one or against zero", () => {
    const series = seriesOf("M", ["80", "100", null, "90"]);
    expect(valuesOf(series, "index", "M", series[0])).toEqual(["100", "125", null, "112.5"]);
    expect(valuesOf(series, "pcb", "M", series[0])).toEqual(["0", "25", null, "12.5"]);
    expect(valuesOf(series, "index", "M")).toEqual([null, null, null, null]);
    const zero = { period: "2019-01-01", value: "0", status: "A" } as const;
    expect(valuesOf(series, "index", "M", zero)).toEqual([null, null, null, null]);
  });

  it("rounds half-even to twelve significant digits, and never writes an exponent", () => {
    const index = (value: string) => {
      const base = { period: "2018-01-01", value: "100", status: "A" } as const;
      return valuesOf(seriesOf("A", [value]), "index", "A", base)[0];
    };
    expect(index("0.1234567890125")).toBe("0.123456789012");
    expect(index("0.1234567890135")).toBe("0.123456789014");
    expect(index("0.12345678901250001")).toBe("0.123456789013");
    expect(index("-999999999999.5")).toBe("-1000000000000");
    expect(index("0.000000000001230")).toBe("0.00000000000123");
    expect(index("12345678901234567890")).toBe("12345678901200000000");
    expect(valuesOf(seriesOf("D", ["0.00000001", "100000000"]), "pca", "D")[1]).toBe(
      `1${"0".repeat(4162)}`,
    );
  });

  it("has the least sure status of what it is made of", () => {
    const statuses: Status[] = ["A", "B", "U", "P", "E", "F", "A"];
    const series = seriesOf("A", ["1", "1", "1", "1", "1", "1", "1"]).map((one, i) => ({
      ...one,
      status: statuses[i]!,
    }));
    const told = transform(series, { units: "chg", frequency: "A", base: null });
    expect(told.map(({ status }) => status).join("")).toBe("MBUPEFF");
    const logs = transform(series, { units: "log", frequency: "A", base: null });
    expect(logs.map(({ status }) => status)).toEqual(statuses);
  });

  it("reckons with the value before rounding where that is told, and keeps counts", () => {
    const third = { numerator: 1n, denominator: 3n };
    const series: DerivedValue[] = [
      { period: "2019-01-01", value: "0.3", status: "A", count: 3, exact: third },
      { period: "2020-01-01", value: "0.5", status: "A", count: 2 },
    ];
    expect(transform(series, { units: "pch", frequency: "A", base: null })).toEqual([
      { period: "2019-01-01", ...missing, count: 3 },
      { period: "2020-01-01", value: "50", status: "A", count: 2 },
    ]);
  });

  it.each(transforms.flatMap((units) => frequencies.map((each) => [units, each] as const)))(
    "agrees with the formula of %s as it is written, of frequency %s",
    (units, frequency) => {
      const asked = arbitrarySeries(frequency, 40).chain((series) =>
        fc.record({
          series: fc.constant(series),
          base: fc.constantFrom(...series.filter(({ value }) => value !== null), null),
        }),
      );
      fc.assert(
        fc.property(asked, ({ series, base }) => {
          expect(transform(series, { units, frequency, base })).toEqual(
            plainTransform(series, units, frequency, base),
          );
        }),
        { numRuns: 20 },
      );
    },
  );

  it.each(["log", "cch", "cca", "pca", "pch"] as const)(
    "gives every digit of %s right where values hardly move, and where they leap",
    (units) => {
      const value = fc.oneof(
        fc.integer({ min: 9_999_990, max: 10_000_010 }).map((n) => (n / 1e7).toFixed(7)),
        fc.integer({ min: 1, max: 10 ** 9 }).map((n) => `${n}`),
        fc.integer({ min: 1, max: 10 ** 6 }).map((n) => (n / 1e6).toFixed(6)),
      );
      fc.assert(
        fc.property(fc.array(value, { minLength: 2, maxLength: 12 }), (values) => {
          const series = seriesOf("M", values);
          expect(valuesOf(series, units, "M")).toEqual(
            plainTransform(series, units, "M", null).map(({ value: plain }) => plain),
          );
        }),
        { numRuns: 100 },
      );
    },
  );
});
