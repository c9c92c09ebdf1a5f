import { describe, expect, it } from "vitest";
import { en as locale } from "../../../client/format/locales/en.ts";
import { fileNameOf } from "../../../client/pages/comparison-file-name.ts";
import { linesOf } from "../../../client/pages/comparison-lines.ts";
import { comparisonRows } from "../../../client/pages/comparison-table.ts";
import {
  describeValue,
  notesOf,
  subtitleOf,
  summaryOf,
} from "../../../client/pages/comparison-words.ts";
import type { Comparison } from "../../../client/pages/read-comparison.ts";
import { plainView } from "../../../client/pages/view.ts";
import { en as texts } from "../../../client/strings/en.ts";
import type { Observations } from "../../../server/contract/observation.ts";
import { compared, comparedRate } from "./compared.ts";

const reader = { texts, locale };
const [som, sum] = [comparedRate("KGS"), comparedRate("UZS")];

function answer(series: string, values: Record<string, number>): Observations {
  const observations = Object.entries(values).map(([period, value]) => ({ period, value }));
  const head = { title: "", frequency: "D", unit: "IX", decimals: 8, source: "MARKET" } as const;
  return { ...head, series, observations, next: null };
}

const index: Comparison = {
  lineup: {
    series: [som, sum],
    missing: [],
    currencies: ["KGS", "UZS"].map((code) => ({ code, name: code, quotedBy: [], regimes: [] })),
    sources: [],
  },
  view: plainView,
  as: "index",
  common: "D",
  span: { start: null, end: null },
  base: { period: "2026-11-18", each: new Map([["usd-uzs", "2026-11-19"]]), late: ["usd-uzs"] },
  answers: new Map([
    ["usd-kgs", answer("KGS-USD", { "2026-11-18": 100, "2026-11-20": 99.88 })],
    ["usd-uzs", answer("UZS-USD", { "2026-11-19": 100, "2026-11-20": 100.001 })],
  ]),
  unfinished: [],
  asks: [],
};
const monthly = { common: "M" as const };

describe("subtitleOf", () => {
  it.each([
    [{}, "Index, 18 Nov 2026 = 100. Rates: value of the local currency, falling when it weakens"],
    [
      { view: { ...plainView, dir: "inv" as const } },
      "Index, 18 Nov 2026 = 100. Rates: price of a dollar, rising when the local currency weakens",
    ],
    [
      { common: "A" as const },
      "Index, 18 Nov 2026 = 100. Rates: value of the local currency, falling when it weakens. Annual mean of daily rates",
    ],
    [
      { view: { ...plainView, scale: "log" as const } },
      "Index, 18 Nov 2026 = 100. Rates: value of the local currency, falling when it weakens. Log scale: equal distances are equal percentages",
    ],
    // Per cent since the base are zero there, where no logarithm is.
    [
      { as: "pct" as const, view: { ...plainView, scale: "log" as const } },
      "Change since 18 Nov 2026, per cent. Rates: value of the local currency, falling when it weakens",
    ],
    [{ as: "level" as const, base: null }, "Each in its own unit"],
    [{ as: "level" as const, ...monthly }, "Each in its own unit. Monthly mean of daily rates"],
    [
      { as: "yoy" as const, ...monthly, view: { ...plainView, agg: "eop" as const } },
      "Change on a year before, per cent. Rates: value of the local currency, falling when it weakens. Monthly last of daily rates",
    ],
  ])("of %j", (changes, text) => {
    expect(subtitleOf({ ...index, ...changes }, reader)).toBe(`${text}. 18 Nov 2026–20 Nov 2026`);
  });

  it("names one unit where all have it", () => {
    const lineup = { ...index.lineup, series: [som] };
    const levels = {
      as: "level" as const,
      lineup,
      answers: new Map([["usd-kgs", answer("USD-KGS", { "2026-11-20": 87.45 })]]),
    };
    expect(subtitleOf({ ...index, ...levels }, reader)).toBe("KGS per USD. 20 Nov 2026");
  });
});

describe("notesOf", () => {
  it("says who begins late, and that values in several currencies are nominal", () => {
    expect(notesOf(index, reader)).toEqual([
      "UZS (value of UZS in USD): nothing on 18 Nov 2026, so that its next value, of 19 Nov 2026, is 100.",
      "Currencies differ: the values are nominal, and prices did not rise alike everywhere.",
    ]);
  });

  it("says what is left out, what has nothing to show, and what a survey is", () => {
    const survey = compared({ id: "S/A.KZ", name: "Unmet need", kind: "survey", unit: "PC" });
    const lineup = { ...index.lineup, series: [som, survey] };
    const notes = notesOf({ ...index, base: null, lineup, unfinished: ["usd-kgs"] }, reader);
    expect(notes).toEqual([
      "KGS (value of KGS in USD): the period that is not over (figures to 20 Nov 2026) is left out.",
      "Unmet need: nothing in this range.",
      "Unmet need: a survey, shown as it was taken.",
    ]);
  });
});

describe("what is said of the lines", () => {
  const lines = linesOf(index, reader);

  it("labels each with its last value and its change since the base", () => {
    expect(lines.map(({ label, latest, change }) => [label, latest, change])).toEqual([
      ["KGS", "99.9", "−0.12%"],
      ["UZS", "100.0", "▲ <0.01%"],
    ]);
  });

  it("reads out one value with its period, and sums up each line", () => {
    const [line] = lines;
    const last = line?.observations.at(-1);
    if (!line || !last) throw new Error("no line");
    expect(describeValue(line, last, index, reader)).toEqual({
      text: "20 Nov 2026 · KGS · 99.9 · −0.12%",
      spoken: "20 Nov 2026, KGS (value of KGS in USD), 99.9, down 0.12 per cent",
    });
    expect(summaryOf(index, lines, reader)).toBe(
      "KGS (value of KGS in USD): from 18 Nov 2026 to 20 Nov 2026 down from 100.0 to 99.9 (−0.12%). " +
        "UZS (value of UZS in USD): from 19 Nov 2026 to 20 Nov 2026 almost unchanged at 100.0 (▲ <0.01%).",
    );
  });

  it.each([
    ["index", "quote", "KGS", "KGS (value of KGS in USD)"],
    ["index", "inv", "USD/KGS", "KGS (price of USD in KGS)"],
    ["yoy", "inv", "USD/KGS", "KGS (price of USD in KGS)"],
    ["level", "quote", "KGS", "KGS (USD/KGS)"],
    ["level", "inv", "KGS", "KGS (KGS/USD)"],
  ] as const)("names what is drawn: %s, %s", (as, dir, label, name) => {
    const [line] = linesOf({ ...index, as, view: { ...plainView, dir } }, reader);
    expect([line?.label, line?.name]).toEqual([label, name]);
  });

  it("names the source where one was chosen, and the value of a currency in one that is not the dollar", () => {
    const pair = { base: "KGS", quote: "UZS", source: "MARKET" };
    const cross = comparedRate("UZS", { pair });
    const lineup = { ...index.lineup, series: [som, cross] };
    const names = linesOf({ ...index, lineup }, reader).map(({ label, name }) => [label, name]);
    expect(names[1]).toEqual(["UZS/KGS", "UZS (value of UZS in KGS), MARKET"]);
  });

  it("saves files under the names of what is drawn, a part of them under its own", () => {
    expect(fileNameOf(index)).toBe("kgs-usd-uzs-usd-index-2026-11-18-2026-11-20");
    const level = { ...index, as: "level" as const };
    expect(fileNameOf(level, ["usd-uzs"])).toBe("usd-uzs-2026-11-19-2026-11-20");
  });

  it("tables every period that some line has, newest first, with a dash where one has none", () => {
    expect(comparisonRows(index, lines, reader)).toEqual({
      isThinned: false,
      rows: [
        { head: "20 Nov 2026", cells: ["99.9", "100.0"] },
        { head: "19 Nov 2026", cells: ["–", "100.0"] },
        { head: "18 Nov 2026", cells: ["100.0", "–"] },
      ],
    });
  });

  it("draws per cent since the base from zero", () => {
    const [line] = linesOf({ ...index, as: "pct" }, reader);
    expect(line?.observations[0]?.value).toBe(0);
    expect(line?.latest).toBe("−0.12%");
  });
});
