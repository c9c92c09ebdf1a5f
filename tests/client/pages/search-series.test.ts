import { describe, expect, it } from "vitest";
import { foundOptions, namedPair } from "../../../client/pages/search-series.ts";
import type { Series } from "../../../server/contract/series.ts";

const known = [
  { code: "KGS", name: "Kyrgyz som", quotedBy: [], regimes: [] },
  { code: "KZT", name: "Kazakh tenge", quotedBy: [], regimes: [] },
];

function series(changes: Partial<Series>): Series {
  return {
    dataset: "FX",
    key: "D.USD.KGS.MARKET",
    title: "US dollar in Kyrgyz som, Market",
    frequency: "D",
    unit: "KGS",
    kind: "rate",
    decimals: 4,
    dimensions: { FREQ: "D", BASE: "USD", QUOTE: "KGS", SOURCE: "MARKET" },
    source: { code: "MARKET", name: "Market" },
    firstPeriod: "2024-03-02",
    lastPeriod: "2026-09-29",
    observationCount: 203,
    lastImport: null,
    citation: "",
    ...changes,
  };
}

describe("namedPair", () => {
  it.each([
    ["kgs kzt", { base: "KGS", quote: "KZT" }],
    ["KGS/KZT", { base: "KGS", quote: "KZT" }],
    [" usd – kgs ", { base: "USD", quote: "KGS" }],
    ["kgs kgs", null],
    ["kgs abc", null],
    ["kyrgyz som", null],
    ["kgs", null],
  ])("reads %j as %j", (words, pair) => {
    expect(namedPair(words, known)).toEqual(pair);
  });
});

describe("foundOptions", () => {
  it("offers each pair once, before the series, and says what tells series apart", () => {
    const annual = series({ key: "A.USD.KGS.PWT", title: "US dollar in Kyrgyz som, yearly" });
    expect(foundOptions([{ base: "KGS", quote: "KZT" }], [series({}), annual], known)).toEqual([
      { id: "kgs-kzt", text: "Kazakh tenge (KGS/KZT)", note: "" },
      { id: "usd-kgs", text: "Kyrgyz som (USD/KGS)", note: "" },
      {
        id: "FX/D.USD.KGS.MARKET",
        text: "US dollar in Kyrgyz som, Market",
        note: "2024–2026",
      },
      {
        id: "FX/A.USD.KGS.PWT",
        text: "US dollar in Kyrgyz som, yearly",
        note: "Market, 2024–2026",
      },
    ]);
  });
});
