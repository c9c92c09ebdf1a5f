import { describe, expect, it } from "vitest";
import { en as locale } from "../../../client/format/locales/en.ts";
import { seriesPictureWords, withinSpan } from "../../../client/pages/series-figure.ts";
import { gapsOf } from "../../../client/pages/series-gaps.ts";
import { logOf, revisionsOf } from "../../../client/pages/series-log.ts";
import { ratesAcross, currencyOfEvent } from "../../../client/pages/read-event-rates.ts";
import { en as texts } from "../../../client/strings/en.ts";
import type { ImportReport } from "../../../server/contract/import-report.ts";
import type { Observations } from "../../../server/contract/observation.ts";
import { dataset, reading } from "./dataset.ts";
import { sourceOf } from "./rate-reading.ts";

const answer = (frequency: Observations["frequency"], periods: string[]): Observations => ({
  series: "",
  title: "",
  frequency,
  unit: "KGS",
  decimals: 4,
  source: "MARKET",
  observations: periods.map((period, i) => ({ period, value: i })),
  next: null,
});

describe("the known gaps", () => {
  it("are longer than holidays, newest first, with the days on both sides", () => {
    const days = ["2026-01-05", "2026-01-14", "2026-03-01", "2026-03-02", "2026-04-01"];
    expect(gapsOf(answer("D", days))).toEqual([
      { after: "2026-03-02", before: "2026-04-01" },
      { after: "2026-01-14", before: "2026-03-01" },
    ]);
  });

  it("are told in the periods of the series", () => {
    expect(gapsOf(answer("A", ["2017", "2022", "2023"]))).toEqual([
      { after: "2017", before: "2022" },
    ]);
    expect(gapsOf(answer("Q", ["2025-Q4", "2026-Q1"]))).toEqual([]);
  });
});

it("the picture of a series says its unit and direction, whose it is, and the day", () => {
  const rates = dataset("rate", { FREQ: ["A"], BASE: ["USD"], QUOTE: ["KGS"] });
  const sales = dataset("flow", { FREQ: ["A"], MEASURE: ["SALES"], UNIT_MEASURE: ["USD_MN"] });
  const wordsOf = (of: typeof rates, key: string, unit: string) => {
    const series = { ...reading(of, key, []).series, unit };
    const told = { series, dataset: of, source: sourceOf("official"), currencies: [] };
    return seriesPictureWords(told, "2026-11-23", { texts, locale });
  };
  expect(wordsOf(rates, "A.USD.KGS", "KGS")).toEqual({
    title: "A.USD.KGS",
    subtitle: "KGS for 1 USD · Frequency: Annual · TEST/A.USD.KGS",
    source: "Source: Some source via Kurs",
    date: "23 Nov 2026",
  });
  expect(wordsOf(sales, "A.SALES.USD_MN", "USD_MN").subtitle).toMatch(/^usd_mn · /);
});

it("a span takes what begins within it, and open ends take all", () => {
  const years = answer("A", ["2016", "2017", "2018"]);
  const shown = (start: string | null, end: string | null) =>
    withinSpan(years, { start, end }).observations.map(({ period }) => period);
  expect(shown("2017", null)).toEqual(["2017", "2018"]);
  expect(shown(null, "2017-06")).toEqual(["2016", "2017"]);
  expect(shown(null, null)).toHaveLength(3);
});

describe("the log of a series", () => {
  const report = (id: number, state: ImportReport["state"], series: string): ImportReport => ({
    id,
    dryRun: false,
    state,
    at: "2026-11-23T07:58:27.438Z",
    by: "somebody",
    file: null,
    mapping: null,
    mappingName: null,
    counts: { read: 2, added: 0, revised: 2, unchanged: 0, rejected: 0, warnings: 0 },
    series: [{ series, added: 0, revised: 2, first: "2026-09-28", last: "2026-09-29" }],
    revisions: [
      { series, line: 2, period: "2026-09-28", from: 87.1, to: 87.2, percent: 0.1 },
      { series, line: 3, period: "2026-09-29", from: 87.1, to: 87.3, percent: 0.2 },
      { series: "FX/other", line: 4, period: "2026-09-30", from: 1, to: 2, percent: 100 },
    ],
    problems: [],
    problemCount: 0,
    alreadyImported: null,
    undoes: null,
    undoneBy: null,
  });
  const imports = [
    report(3, "committed", "FX/a"),
    report(2, "refused", "FX/a"),
    report(1, "committed", "FX/b"),
  ];

  it("has the imports that were stored and changed it", () => {
    expect(logOf("FX/a", imports).map(({ report: { id } }) => id)).toEqual([3]);
    expect(logOf("FX/c", imports)).toEqual([]);
  });

  it("has its own revisions, the latest period first", () => {
    expect(revisionsOf("FX/a", imports).map(({ id, period, to }) => [id, period, to])).toEqual([
      [3, "2026-09-29", 87.3],
      [3, "2026-09-28", 87.2],
    ]);
  });
});

describe("the rates around an event", () => {
  it("are of the first of its countries that has a currency here", () => {
    expect(currencyOfEvent(["RU", "UZ", "KZ"])).toBe("UZS");
    expect(currencyOfEvent(["RU"])).toBeNull();
  });

  it("go from the last before the day to the first on it, and are not told where one is missing", () => {
    const rates = answer("D", ["2017-09-01", "2017-09-05", "2017-09-06"]);
    expect(ratesAcross(rates, "2017-09-05")).toEqual({
      before: { period: "2017-09-01", value: 0 },
      after: { period: "2017-09-05", value: 1 },
    });
    expect(ratesAcross(rates, "2017-09-01")).toBeNull();
    expect(ratesAcross(rates, "2017-09-07")).toBeNull();
  });
});
