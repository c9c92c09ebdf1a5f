import { describe, expect, it } from "vitest";
import { en as locale } from "../../../client/format/locales/en.ts";
import { asOfText, changeOf, rateCards, tickerItems } from "../../../client/pages/overview-text.ts";
import { tableObservations } from "../../../client/pages/rate-parts.ts";
import {
  movementWords,
  pegOf,
  readOut,
  summaryWords,
  unitWords,
} from "../../../client/pages/rate-words.ts";
import { en as texts } from "../../../client/strings/en.ts";
import type { Observations } from "../../../server/contract/observation.ts";
import type { Rate } from "../../../server/contract/rate.ts";
import type { Source } from "../../../server/contract/source.ts";

const reader = { texts, locale };
const rate = (base: string, quote: string, value: number, changePercent: number | null): Rate => ({
  base,
  quote,
  rate: value,
  decimals: 4,
  date: "2026-09-29",
  ageDays: 0,
  method: base === "USD" ? "published" : "inverse",
  legs: [],
  source: "MARKET",
  previous: { rate: value, date: "2026-09-28" },
  change: null,
  changePercent,
});
const source = (kind: Source["kind"]): Source => ({
  code: "MARKET",
  name: "Some market",
  kind,
  homepage: null,
  licence: null,
  licenceUrl: null,
  attribution: null,
  rank: 1,
  pivot: null,
  seriesCount: 1,
  lastImport: null,
});
const peg = {
  kind: "peg",
  anchor: "USD",
  value: 3.5,
  from: "2015-01-01",
  to: null,
  caveat: null,
} as const;
const currencies = [{ code: "TMT", name: "manat", quotedBy: [], regimes: [peg] }];
const latest = {
  perDollar: [rate("USD", "KGS", 87.45, 0.12)],
  inDollars: [rate("KGS", "USD", 0.01143511, -0.12), rate("UZS", "USD", 0.00008309402, -0.0001)],
  names: { KGS: "Kyrgyz som" },
  currencies,
  sources: [source("market")],
};

describe("the ticker", () => {
  it("quotes a small rate per 1,000 and a tiny change as what it is", () => {
    const { items, shared } = tickerItems(latest, reader, (code) => code);
    expect(
      items.map(({ one, other, change }) => `${one} = ${other} ${change.glyph} ${change.text}`),
    ).toEqual(["1 KGS = 0.011435 USD ▼ −0.12%", "1,000 UZS = 0.083094 USD ▼ <0.01%"]);
    expect(shared).toBe("Market rate, 29 Sept 2026 · Some market");
  });

  it("says each item's date where they differ", () => {
    const inDollars = [latest.inDollars[0]!, { ...latest.inDollars[1]!, date: "2026-09-28" }];
    const { items, shared } = tickerItems({ ...latest, inDollars }, reader, (code) => code);
    expect(items.map(({ date }) => date)).toEqual(["29 Sept", "28 Sept"]);
    expect(shared).toBe("");
  });
});

it("a peg of an official source is fixed; a market shows its own movement", () => {
  const manat = rate("USD", "TMT", 3.4998, -0.21);
  expect(changeOf(manat, latest, reader).text).toBe("−0.21%");
  expect(changeOf(manat, { currencies, sources: [source("official")] }, reader).text).toBe("fixed");
});

it("a card has the digits of the publisher and the date that its change is measured from", () => {
  const [card] = rateCards(latest, {}, reader, (code) => code);
  expect(card).toMatchObject({ one: "1 USD", rate: "87.4500", versus: "vs 28 Sept", lowHigh: [] });
  expect(asOfText(latest.perDollar[0]!, reader)).toBe("Rates as of 29 Sept 2026.");
});

describe("words about a pair", () => {
  const reading = (quote: string, changePercent: number | null) => ({
    ...latest,
    pair: { base: "USD", quote },
    there: rate("USD", quote, 87, changePercent),
    back: rate(quote, "USD", 0.01, null),
  });
  it.each([
    ["KGS", 0.12, "The som weakened."],
    ["UZS", -0.3, "The sum strengthened."],
    ["GBP", 1, "GBP weakened."],
    ["KGS", 0, ""],
    ["KGS", null, ""],
  ])("of %s that rose by %s per cent: %j", (quote, change, words) => {
    expect(movementWords(reading(quote, change), texts)).toBe(words);
  });

  it("find the peg that holds now", () => {
    expect(pegOf(reading("TMT", 0))).toEqual({ code: "TMT", regime: peg });
    expect(pegOf(reading("KGS", 0))).toBeUndefined();
  });
});

const answer: Observations = {
  series: "",
  title: "",
  frequency: "D",
  unit: "KGS",
  decimals: 4,
  source: "MARKET",
  method: "published",
  observations: [
    { period: "2026-09-01", value: 87.345 },
    { period: "2026-09-25", value: 87.345 },
    { period: "2026-09-28", value: 87.45 },
  ],
  next: null,
};
const shown = { answer, pair: { base: "USD", quote: "KGS" }, nominal: 1 };

describe("readOut", () => {
  it("is measured from the publication before, however many days ago, and says a gap", () => {
    const [first, second, third] = answer.observations.map((one) => readOut(one, shown, reader));
    expect(first?.text).toBe("Tue 1 Sept 2026 · 87.3450 KGS per USD");
    expect(second?.text).toBe("Fri 25 Sept 2026 · 87.3450 KGS per USD · ● 0% vs 1 Sept");
    expect(second?.spoken).toContain("gap of 24 days");
    expect(third?.text).toBe("Mon 28 Sept 2026 · 87.4500 KGS per USD · ▲ +0.12% vs 25 Sept");
    expect(third?.spoken).toBe(
      "Mon 28 Sept 2026, 87.4500 KGS per USD, up 0.12 per cent vs 25 Sept",
    );
  });
});

it("the summary says what moved, the extremes, and how many gaps", () => {
  expect(summaryWords(shown, reader)).toBe(
    "From 1 Sept 2026 to 28 Sept 2026 the price of 1 USD rose from 87.3450 to 87.4500 KGS (+0.12%). " +
      "Highest 87.4500 on 28 Sept 2026; lowest 87.3450 on 1 Sept 2026. Observations: 3; gaps: 1.",
  );
  expect(summaryWords({ ...shown, answer: { ...answer, observations: [] } }, reader)).toBe("");
});

it("the unit names the nominal where there is one", () => {
  expect(unitWords({ ...shown, pair: { base: "UZS", quote: "USD" }, nominal: 1000 }, reader)).toBe(
    "USD per 1,000 UZS",
  );
});

it("a long table has the last day of each month, a short one every day", () => {
  const days = Array.from({ length: 500 }, (_, i) => ({
    period: new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
    value: i,
  }));
  expect(tableObservations(days.slice(0, 400))).toHaveLength(400);
  expect(
    tableObservations(days)
      .slice(0, 2)
      .map(({ period }) => period),
  ).toEqual(["2025-01-31", "2025-02-28"]);
  expect(tableObservations(days).at(-1)).toEqual(days.at(-1));
});
