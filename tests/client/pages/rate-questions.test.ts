import { describe, expect, it } from "vitest";
import { withoutUnfinished } from "../../../client/pages/rate-figure.ts";
import { receiptOfNewest, receiptOfObservation } from "../../../client/pages/rate-receipt.ts";
import { readAmount } from "../../../client/pages/read-amount.ts";
import { countriesOf, shownEvents } from "../../../client/pages/read-events.ts";
import { addressOfRates } from "../../../client/pages/read-rate.ts";
import { plainView, type View } from "../../../client/pages/view.ts";
import { en } from "../../../client/format/locales/en.ts";
import { ru } from "../../../client/format/locales/ru.ts";
import { rateOf, reader, readingOf, shownOf } from "./rate-reading.ts";

describe("the address of exactly what a view shows", () => {
  const addressWith = (view: Partial<View>, reading = readingOf()) =>
    addressOfRates(reading, { ...plainView, ...view }, "json").replace("/api/v1/rates/", "");
  it.each([
    [{}, "USD-KGS/observations?start=2025-09-29&source=NBKR"],
    [{ dir: "inv", range: "max" }, "KGS-USD/observations?source=NBKR"],
    [
      { from: "2026-01", to: "2026-02" },
      "USD-KGS/observations?start=2026-01&end=2026-02&source=NBKR",
    ],
    [
      { range: "max", as: "pct", base: "2026-01-05" },
      "USD-KGS/observations?units=pcb&base=2026-01-05&source=NBKR",
    ],
    [
      { range: "max", freq: "m", agg: "sum", as: "yoy" },
      "USD-KGS/observations?frequency=M&aggregate=avg&units=yoy&source=NBKR",
    ],
    [{ range: "max", asof: "2026-10-02" }, "USD-KGS/observations?source=NBKR&asOf=2026-10-02"],
    // A month of monthly means would be a point.
    [
      { range: "1m", freq: "m", agg: "eop" },
      "USD-KGS/observations?frequency=M&aggregate=eop&source=NBKR",
    ],
  ] as const)("of %j", (view, address) => {
    expect(addressWith(view)).toBe(address);
  });

  it("reaches back to the rate that was in force on the first day of a range, if that is the first shown", () => {
    const startOf = (view: Partial<View>, first: string) =>
      /start=([^&]*)/.exec(
        addressOfRates(readingOf(), { ...plainView, ...view }, "csv", first),
      )?.[1];
    expect(startOf({}, "2025-09-23")).toBe("2025-09-23");
    expect(startOf({}, "2025-10-04")).toBe("2025-09-29");
    expect(startOf({ from: "2026-01-05" }, "2026-01-02")).toBe("2026-01-05");
    expect(startOf({ freq: "m" }, "2025-10")).toBe("2025-09-29");
  });

  it("never asks yearly rates to be daily", () => {
    const leg = {
      series: "FX/A.USD.KGS.PWT",
      base: "USD",
      quote: "KGS",
      rate: 1,
      date: "2017-01-01",
    };
    const yearly = readingOf({ there: rateOf("USD", "KGS", { legs: [leg], date: "2017-01-01" }) });
    expect(addressWith({ freq: "d" }, yearly)).toBe("USD-KGS/observations?source=NBKR");
  });
});

describe("a receipt", () => {
  it("of a published rate is the rate's own, of the inverse that of what it is made of", () => {
    const legs = [{ series: "FX/D.USD.KGS.NBKR", period: "2026-09-29", decimals: 4 }];
    const told = "1 USD = 87.4500 KGS";
    expect(receiptOfNewest(readingOf(), null, reader)).toEqual({
      legs,
      told,
      derived: null,
      asOf: null,
    });
    const one = { period: "2026-09-28", value: 0.011449 };
    const inverse = shownOf([one], { pair: { base: "KGS", quote: "USD" } }, { method: "inverse" });
    expect(receiptOfObservation(one, readingOf(), inverse, "2026-10-02", reader)).toEqual({
      legs: [{ series: "FX/D.USD.KGS.NBKR", period: "2026-09-28" }],
      told: "Mon 28 Sept 2026 · 0.011449 USD per KGS",
      derived: "inverse",
      asOf: "2026-10-02",
    });
  });

  it("of a mean of many rates is none", () => {
    const one = { period: "2026-09", value: 87.4, count: 21 };
    const shown = shownOf([one], {}, { frequency: "M", aggregate: "avg" });
    expect(receiptOfObservation(one, readingOf(), shown, null, reader)).toBeNull();
  });
});

it("an index of a month that is not over is left out, its level is not", () => {
  const observations = [
    { period: "2026-08", value: 100, count: 20 },
    { period: "2026-09", value: 101, count: 20 },
  ];
  const { answer } = shownOf(observations, {}, { frequency: "M", aggregate: "avg" });
  const index = { ...answer, units: "index" as const };
  const count = (told: typeof answer, today: string) =>
    withoutUnfinished(told, today).answer.observations.length;
  expect([
    count(index, "2026-09-29"),
    count(index, "2026-10-01"),
    count(answer, "2026-09-29"),
  ]).toEqual([1, 2, 2]);
});

describe("an amount", () => {
  it.each([
    ["1500.25", en, "1500.25"],
    ["1,500.25", en, "1500.25"],
    ["1 500", en, "1500"],
    ["1500,25", en, null], // Is it one and a half thousand, or fifteen hundred thousand?
    ["1\u00a0500,25", ru, "1500.25"],
    ["1500.25", ru, "1500.25"],
    ["1,500,000", ru, null],
    ["0", en, null],
    ["-5", en, null],
    ["1e5", en, null],
    ["", en, null],
  ])("%j is read as it is meant, or not at all", (typed, locale, amount) => {
    expect(readAmount(typed, locale)).toBe(amount);
  });
});

describe("the events of a view", () => {
  const events = [{ id: 12 }, { id: 15 }, { id: 20 }];
  it.each([
    ["1", [12, 15, 20]],
    ["0", []],
    ["12~20", [12, 20]],
    ["15", [15]],
  ])("ev=%s lets be seen %j", (ev, ids) => {
    expect(shownEvents({ ev }, events).map(({ id }) => id)).toEqual(ids);
  });

  it("are those of the countries of both currencies but the dollar's", () => {
    expect(countriesOf({ base: "USD", quote: "KGS" })).toEqual(["KG"]);
    expect(countriesOf({ base: "KZT", quote: "RUB" })).toEqual(["KZ", "RU"]);
  });
});
