import { describe, expect, it } from "vitest";
import { en as locale } from "../../../client/format/locales/en.ts";
import { inForceOn } from "../../../client/pages/in-force.ts";
import { moveOf, moversOf, sinceTexts } from "../../../client/pages/movers.ts";
import { rateCards } from "../../../client/pages/overview-cards.ts";
import { countsText } from "../../../client/pages/import-words.ts";
import { asOfText, changeOf, endsOf } from "../../../client/pages/overview-text.ts";
import { tickerOf } from "../../../client/pages/overview-ticker.ts";
import { en as texts } from "../../../client/strings/en.ts";
import type { ImportReport } from "../../../server/contract/import-report.ts";
import type { Observations } from "../../../server/contract/observation.ts";
import type { Rate } from "../../../server/contract/rate.ts";
import type { Source } from "../../../server/contract/source.ts";

const reader = { texts, locale };
const code = (quote: string) => quote;
const rate = (quote: string, now: number, before: number | null, changePercent = 0): Rate => ({
  base: "USD",
  quote,
  rate: now,
  decimals: 4,
  date: "2026-09-29",
  ageDays: 0,
  method: "published",
  legs: [],
  source: "MARKET",
  previous: before === null ? null : { rate: before, date: "2026-09-28" },
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
const [som, sum, manat] = [
  rate("KGS", 87.45, 87.345, 0.120213),
  rate("UZS", 11932.64, 11932.6, 0.000335),
  rate("TMT", 3.4998, 3.5072, -0.21),
];
const latest = {
  perDollar: [som, sum],
  names: { KGS: "Kyrgyz som" },
  currencies,
  sources: [source("market")],
};
const year = (observations: Observations["observations"]): Observations => ({
  series: "",
  title: "",
  frequency: "D",
  unit: "KGS",
  decimals: 4,
  source: "MARKET",
  observations,
  next: null,
});

describe("the ticker", () => {
  it("reads rates the other way round, small ones per 1,000, and a tiny change as what it is", () => {
    const { items, shared, old } = tickerOf(latest, reader, code);
    expect(
      items.map(({ one, other, change }) => `${one} = ${other} ${change.glyph} ${change.text}`),
    ).toEqual(["1 KGS = 0.011435 USD ▼ −0.12%", "1,000 UZS = 0.083804 USD ▼ <0.01%"]);
    expect(shared).toBe("Market rate, 29 Sept 2026 · Some market");
    expect(old).toBe(false);
  });

  it("says date, kind and age of each item where they differ", () => {
    const perDollar = [som, { ...sum, date: "2026-09-20", ageDays: 9 }];
    const { items, shared } = tickerOf({ ...latest, perDollar }, reader, code);
    expect(items.map(({ date, kind, old }) => [date, kind, old])).toEqual([
      ["29 Sept", "market", false],
      ["20 Sept", "market", true],
    ]);
    expect(shared).toBe("");
  });

  it("calls a peg of an official source fixed, and lets a market show its own movement", () => {
    const texts = (kind: Source["kind"]) =>
      tickerOf({ ...latest, perDollar: [manat], sources: [source(kind)] }, reader, code).items.map(
        ({ change }) => `${change.glyph} ${change.text}`,
      );
    expect(texts("official")).toEqual(["■ fixed"]);
    expect(texts("market")).toEqual(["▲ +0.21%"]);
    expect(changeOf(manat, latest, reader).text).toBe("−0.21%");
  });
});

describe("a card", () => {
  it("has the digits of the publisher and the date that its change is measured from", () => {
    const [card] = rateCards(latest, {}, reader, code);
    expect(card).toMatchObject({
      one: "1 USD",
      rate: "87.4500",
      versus: "vs 28 Sept",
      lowHigh: [],
    });
    expect(card?.yearChange).toBeNull();
    expect(asOfText(endsOf([som, sum])!, reader)).toBe("Rates as of 29 Sept 2026.");
    const ends = endsOf([{ ...sum, date: "2026-11-20" }, som])!;
    expect(asOfText(ends, reader)).toBe("Rates as of 29 Sept 2026–20 Nov 2026.");
  });

  it("counts a year from the rate in force on its first day: for low, high and change", () => {
    const KGS = year([
      { period: "2025-09-22", value: 79 },
      { period: "2025-09-23", value: 80 },
      { period: "2026-01-10", value: 86 },
      { period: "2026-09-29", value: 87.45 },
    ]);
    const [card] = rateCards(latest, { KGS }, reader, code);
    expect(card?.lowHigh).toEqual(["80.0000", "87.4500"]);
    expect(card?.yearChange?.text).toBe("+9.31%");
    expect(card?.span[0]).toBe(card?.points[0]?.x);
  });
});

describe("the table of movers", () => {
  const KGS = year([
    { period: "2025-09-01", value: 80 },
    { period: "2026-08-28", value: 86 },
    { period: "2026-09-22", value: null, status: "M" },
    { period: "2026-09-21", value: 87 },
  ]);

  it("measures from the rate in force so long ago, and from none that is older than a fortnight", () => {
    expect(inForceOn(KGS.observations, "2026-08-29")?.value).toBe(86);
    expect(inForceOn(KGS.observations, "2025-09-15")?.value).toBe(80);
    expect(inForceOn(KGS.observations, "2025-09-16")).toBeUndefined();
    const texts = (["day", "week", "month", "year"] as const).map(
      (horizon) => moveOf(som, KGS, horizon, latest, reader).change.text,
    );
    expect(texts).toEqual(["+0.12%", "+0.52%", "+1.69%", "—"]);
  });

  it("names the day that a column is measured from only where all rates are", () => {
    const UZS = year([{ period: "2026-08-27", value: 12000 }]);
    expect(sinceTexts(latest, { KGS, UZS }, reader)).toEqual(["vs 28 Sept", "", "", ""]);
    expect(sinceTexts({ ...latest, perDollar: [som] }, { KGS }, reader)).toEqual([
      "vs 28 Sept",
      "vs 21 Sept",
      "vs 28 Aug",
      "",
    ]);
  });

  it("sorts by how much a rate moved, and has nothing to sort by where there is nothing before", () => {
    const [mover] = moversOf(latest, { KGS }, reader, code);
    expect(mover?.moves.map(({ size }) => size !== null && size > 1)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(moversOf(latest, {}, reader, code)[1]?.moves[1]?.size).toBeNull();
  });
});

it("an update says what it added, revised and withdrew, and that it changed nothing", () => {
  const counts = { read: 0, added: 2030, revised: 3, unchanged: 0, rejected: 0, warnings: 0 };
  const report = (own: Partial<ImportReport["counts"]>) =>
    countsText({ counts: { ...counts, ...own } } as ImportReport, reader);
  expect(report({})).toBe("2,030 added, 3 revised");
  expect(report({ added: 0, revised: 0, withdrawn: 5 })).toBe("5 withdrawn");
  expect(report({ added: 0, revised: 0 })).toBe("nothing changed");
});
