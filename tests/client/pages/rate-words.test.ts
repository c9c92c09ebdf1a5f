import { describe, expect, it } from "vitest";
import { changeOf } from "../../../client/pages/overview-text.ts";
import { subtitleWords } from "../../../client/pages/rate-subtitle.ts";
import { largestMoveWords, summaryWords } from "../../../client/pages/rate-summary.ts";
import { tableObservations } from "../../../client/pages/rate-table.ts";
import {
  figureText,
  movementWords,
  pegOf,
  readOut,
  unitWords,
} from "../../../client/pages/rate-words.ts";
import { peg, rateOf, reader, readingOf, shownOf, sourceOf } from "./rate-reading.ts";

const { texts } = reader;

it("a peg of an official source is fixed; a market shows its own movement", () => {
  const manat = rateOf("USD", "TMT", { rate: 3.4998, changePercent: -0.21 });
  const { currencies } = readingOf();
  const changeAt = (kind: "market" | "official") =>
    changeOf(manat, { currencies, sources: [sourceOf(kind)] }, reader).text;
  expect([changeAt("market"), changeAt("official")]).toEqual(["−0.21%", "fixed"]);
});

describe("words about a pair", () => {
  it.each([
    ["USD", "KGS", 0.12, "The som weakened."],
    ["USD", "UZS", -0.3, "The sum strengthened."],
    ["UZS", "USD", -0.3, "The sum weakened."],
    ["UZS", "USD", 0.3, "The sum strengthened."],
    ["USD", "GBP", 1, "GBP weakened."],
    ["USD", "KGS", 0, ""],
  ])("%s/%s that moved by %s per cent: whose currency weakened", (base, quote, change, words) => {
    expect(movementWords({ base, quote }, change, texts)).toBe(words);
  });

  it("find the peg that holds now", () => {
    const manat = { base: "USD", quote: "TMT" };
    expect(pegOf(readingOf({ pair: manat }))).toEqual({ code: "TMT", regime: peg });
    expect(pegOf(readingOf())).toBeUndefined();
    const past = { code: "TMT", name: "", quotedBy: [], regimes: [{ ...peg, to: "2014-12-31" }] };
    expect(pegOf(readingOf({ pair: manat, currencies: [past] }))).toBeUndefined();
  });

  it("name the nominal where there is one", () => {
    const pair = { base: "UZS", quote: "USD" };
    expect(unitWords({ pair, nominal: 1000 }, reader)).toBe("USD per 1,000 UZS");
  });
});

const days = [
  { period: "2026-09-01", value: 87.345 },
  { period: "2026-09-25", value: 87.345 },
  { period: "2026-09-28", value: 87.45 },
];

describe("readOut", () => {
  it("is measured from the publication before, however many days ago", () => {
    const shown = shownOf(days);
    const [first, second, third] = days.map((one) => readOut(one, shown, reader));
    expect(first?.text).toBe("Tue 1 Sept 2026 · 87.3450 KGS per USD");
    expect(second?.text).toBe("Fri 25 Sept 2026 · 87.3450 KGS per USD · ● 0% vs 1 Sept");
    expect(third?.text).toBe("Mon 28 Sept 2026 · 87.4500 KGS per USD · ▲ +0.12% vs 25 Sept");
    expect(third?.spoken).toBe(
      "Mon 28 Sept 2026, 87.4500 KGS per USD, up 0.12 per cent vs 25 Sept",
    );
  });

  it("of a change in a year says no change of the change", () => {
    const shown = shownOf(days, { as: "yoy" }, { units: "yoy" });
    expect(readOut(days[2]!, shown, reader).text).toBe("Mon 28 Sept 2026 · +87.5%");
  });
});

describe("a number", () => {
  it("has the publisher's digits; a mean, which nobody published, has five", () => {
    const one = { period: "2026-09", value: 87.43258338, count: 29 };
    expect(figureText({ period: "2026-09-28", value: 87.45 }, shownOf([]), reader)).toBe("87.4500");
    const monthly = { frequency: "M", decimals: 8 } as const;
    const mean = shownOf([one], {}, { ...monthly, aggregate: "avg" });
    const last = shownOf([one], {}, { ...monthly, aggregate: "eop" });
    expect([figureText(one, mean, reader), figureText(one, last, reader)]).toEqual([
      "87.433",
      "87.43258338",
    ]);
  });

  it.each([
    ["index", "97.8"],
    ["pct", "−2.18%"],
    ["yoy", "+97.8%"],
  ] as const)("as %s is %s", (as, text) => {
    const one = { period: "2026-09-28", value: 97.8199519928 };
    expect(figureText(one, shownOf([one], { as }), reader)).toBe(text);
  });
});

describe("below a chart", () => {
  it("the summary says what moved, the extremes, and how many gaps", () => {
    expect(summaryWords(shownOf(days), reader)).toBe(
      "From 1 Sept 2026 to 28 Sept 2026 the price of 1 USD rose from 87.3450 to 87.4500 KGS (+0.12%). " +
        "Highest 87.4500 on 28 Sept 2026; lowest 87.3450 on 1 Sept 2026. Observations: 3; gaps: 1.",
    );
    expect(summaryWords(shownOf([]), reader)).toBe("");
  });

  it("the largest move is told with the event that was near, and that none was", () => {
    const event = { id: 7, start: "2026-09-20", end: null, title: "Summit", text: "", rank: 0 };
    const languages = { title: "en", text: "en" };
    const listed = [{ ...event, languages, source: { name: "", url: null } }];
    const told = "Largest move shown: +0.12% (28 Sept 2026), from 87.3450 to 87.4500.";
    expect(largestMoveWords(shownOf(days), undefined, reader)).toBe(told);
    expect(largestMoveWords(shownOf(days), listed, reader)).toBe(
      `${told} Around it: 1. Summit (20 Sept 2026).`,
    );
    expect(largestMoveWords(shownOf(days), [], reader)).toBe(
      `${told} Kurs knows of no event within 14 days of it.`,
    );
    expect(largestMoveWords(shownOf(days.slice(0, 2)), [], reader)).toBe("");
    const apart = shownOf([days[0]!, days.at(-1)!]);
    expect(largestMoveWords(apart, undefined, reader)).toContain("(1 Sept 2026–28 Sept 2026)");
  });
});

it("the subtitle says the transform, its base, the unit, how rates were made coarser, the scale, and of which time", () => {
  const index = shownOf(days, { as: "index" }, { units: "index" });
  expect(subtitleWords(index, "lin", "D", reader)).toBe(
    "Index, 1 Sept 2026 = 100. KGS per USD. 1 Sept 2026–28 Sept 2026",
  );
  const mean = shownOf([], {}, { frequency: "M", aggregate: "avg" });
  expect(subtitleWords(mean, "log", "D", reader)).toBe(
    "KGS per USD. Monthly mean of daily rates. Log scale: equal distances are equal percentages",
  );
});

it("a long table has the last day of each month, a short one every day", () => {
  const many = Array.from({ length: 500 }, (_, i) => ({
    period: new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
    value: i,
  }));
  expect(tableObservations(many.slice(0, 400))).toHaveLength(400);
  const shown = tableObservations(many);
  expect(shown.slice(0, 2).map(({ period }) => period)).toEqual(["2025-01-31", "2025-02-28"]);
  expect(shown.at(-1)).toEqual(many.at(-1));
});
