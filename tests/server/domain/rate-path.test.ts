import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newestRate, ratesAlong } from "../../../server/domain/path-rates.ts";
import { findPaths, type PairSeries } from "../../../server/domain/rate-path.ts";

const pair = (base: string, quote: string, more: Partial<PairSeries> = {}): PairSeries => {
  const { source = "MARKET", frequency = "D" } = more;
  const series = `FX/${frequency}.${base}.${quote}.${source}`;
  return { seriesId: 1, series, frequency, base, quote, source, rank: 200, pivot: "USD", ...more };
};
const status = "A" as const;
const som = pair("USD", "KGS");
const tenge = pair("USD", "KZT");
const nbkr = { source: "NBKR", rank: 10, pivot: "KGS" };

/** The best path. */
const findPath = (pairs: readonly PairSeries[], base: string, quote: string) =>
  findPaths(pairs, base, quote)[0] ?? null;

describe("findPaths(pairs, base, quote)", () => {
  it("takes the published pair", () => {
    expect(findPath([som, tenge], "USD", "KGS")).toEqual({
      source: "MARKET",
      rank: 200,
      frequency: "D",
      method: "published",
      legs: [{ pair: som, inverted: false }],
    });
  });

  it("takes the inverse where the pair is published the other way round", () => {
    expect(findPath([som], "KGS", "USD")).toMatchObject({
      method: "inverse",
      legs: [{ inverted: true }],
    });
  });

  it("crosses through the pivot of one source", () => {
    expect(findPath([som, tenge], "KGS", "KZT")).toMatchObject({
      method: "cross",
      legs: [
        { pair: som, inverted: true },
        { pair: tenge, inverted: false },
      ],
    });
  });

  const own = { pivot: null };
  const ownPairs = [pair("USD", "KGS", own), pair("USD", "KZT", own)];
  const through = (pairs: readonly PairSeries[]) =>
    findPaths(pairs, "KGS", "KZT").map(({ legs }) => {
      const [first] = legs;
      return first?.inverted ? first.pair.base : first?.pair.quote;
    });

  it("crosses a source without a pivot through whatever gives both legs: USD, EUR, RUB, then by code", () => {
    const codes = ["UZS", "RUB", "CNY", "EUR", "AED", "USD"];
    const pairs = codes.flatMap((code) => [pair(code, "KGS", own), pair("KZT", code, own)]);
    expect(through(pairs)).toEqual(["USD", "EUR", "RUB", "AED", "CNY", "UZS"]);
    expect(through(pairs.toReversed())).toEqual(through(pairs));
  });

  it("crosses through the pivot alone where the source names one", () => {
    const pairs = ["USD", "EUR"].flatMap((code) => [pair(code, "KGS"), pair(code, "KZT")]);
    expect(through(pairs)).toEqual(["USD"]);
  });

  it("is the same whatever pairs that give no second leg come beside", () => {
    const codes = fc.constantFrom("EUR", "RUB", "AED", "CNY", "UZS");
    const unrelated = codes.map((code) => pair(code, "KGS", own));
    fc.assert(
      fc.property(fc.array(unrelated), (beside) => {
        expect(through([...beside, ...ownPairs])).toEqual(["USD"]);
      }),
    );
  });

  it("prefers the source with the better rank, even when its path is a cross", () => {
    const official = [pair("USD", "KGS", nbkr), pair("KZT", "KGS", nbkr)];
    expect(findPath([tenge, ...official], "USD", "KZT")).toMatchObject({
      source: "NBKR",
      method: "cross",
    });
  });

  it("prefers the published rate between sources of one rank", () => {
    const nbk = pair("USD", "KZT", { source: "NBK", rank: 10, pivot: "KZT" });
    const crossing = [pair("USD", "KGS", nbkr), pair("KZT", "KGS", nbkr)];
    expect(findPath([...crossing, nbk], "USD", "KZT")).toMatchObject({
      source: "NBK",
      method: "published",
    });
  });

  it("takes a yearly series only where the source has no daily one", () => {
    const yearly = pair("USD", "KGS", { frequency: "A" });
    expect(findPath([yearly, som], "USD", "KGS")?.legs[0]?.pair).toBe(som);
    expect(findPath([yearly], "USD", "KGS")?.legs[0]?.pair).toBe(yearly);
    expect(findPaths([yearly, som], "USD", "KGS")).toHaveLength(1);
  });

  it("takes daily rates before an official source's yearly ones, and keeps those for later", () => {
    const yearly = pair("USD", "KGS", { ...nbkr, frequency: "A" });
    expect(findPaths([yearly, som], "USD", "KGS").map(({ source }) => source)).toEqual([
      "MARKET",
      "NBKR",
    ]);
  });

  it("drops a source's yearly pair even where its daily path is a cross", () => {
    const yearly = pair("KGS", "KZT", { frequency: "A" });
    expect(findPaths([yearly, som, tenge], "KGS", "KZT")).toMatchObject([
      { frequency: "D", method: "cross" },
    ]);
  });

  it("never crosses a year with a month", () => {
    expect(
      findPath(
        [pair("USD", "KGS", { frequency: "A" }), pair("USD", "KZT", { frequency: "M" })],
        "KGS",
        "KZT",
      ),
    ).toBeNull();
  });

  it("never joins legs of two sources, and answers nothing where there is no path", () => {
    expect(findPath([som, pair("USD", "KZT", { source: "OTHER" })], "KGS", "KZT")).toBeNull();
    expect(findPath([], "USD", "KGS")).toBeNull();
  });
});

describe("newestRate(path, values)", () => {
  const cross = findPath([som, tenge], "KGS", "KZT")!;
  const values = (somDay: string, tengeDay: string) => [
    [{ period: somDay, value: "87.4500", status }],
    [{ period: tengeDay, value: "505.15", status }],
  ];

  it("dates a cross by its older leg", () => {
    expect(newestRate(cross, values("2026-11-20", "2026-11-18"))).toMatchObject({
      date: "2026-11-18",
      rate: "5.77644",
      decimals: 5,
    });
  });

  it("joins legs that lie 14 days apart, and none further", () => {
    expect(newestRate(cross, values("2026-11-20", "2026-11-06"))).not.toBeNull();
    expect(newestRate(cross, values("2026-11-20", "2026-11-05"))).toBeNull();
  });

  it("is nothing when a leg has no figure", () => {
    expect(newestRate(cross, [[], [{ period: "2026-11-20", value: "505.15", status }]])).toBeNull();
  });
});

describe("ratesAlong(path, values)", () => {
  it("keeps a published rate digit for digit", () => {
    const published = findPath([som], "USD", "KGS")!;
    const rates = ratesAlong(published, [[{ period: "2026-11-20", value: "87.4500", status }]]);
    expect(rates).toMatchObject([{ date: "2026-11-20", rate: "87.4500", decimals: 4 }]);
  });

  it("gives a cross only on the days that both legs have", () => {
    const cross = findPath([som, tenge], "KGS", "KZT")!;
    const day = (period: string, value: string) => ({ period, value, status });
    const rates = ratesAlong(cross, [
      [day("2026-11-18", "87"), day("2026-11-19", "87"), day("2026-11-20", "87")],
      [day("2026-11-17", "500"), day("2026-11-18", "500"), day("2026-11-20", "500")],
    ]);
    expect(rates.map(({ date }) => date)).toEqual(["2026-11-18", "2026-11-20"]);
  });

  it("tells the least sure status, and a day of which a leg has no figure", () => {
    const cross = findPath([som, tenge], "KGS", "KZT")!;
    const rates = ratesAlong(cross, [
      [
        { period: "2026-11-19", value: "87", status: "P" },
        { period: "2026-11-20", value: null, status: "H" },
      ],
      [
        { period: "2026-11-19", value: "500", status: "B" },
        { period: "2026-11-20", value: "500", status: "A" },
      ],
    ]);
    expect(rates).toMatchObject([
      { rate: "5.74713", status: "P" },
      { date: "2026-11-20", rate: null, status: "H" },
    ]);
  });
});
