import { describe, expect, it } from "vitest";
import { en as locale } from "../../../client/format/locales/en.ts";
import { barsOf } from "../../../client/pages/bars.ts";
import { columnsOf } from "../../../client/pages/columns.ts";
import { figureAsks } from "../../../client/pages/figure-asks.ts";
import { fileName, fileNameOfRates } from "../../../client/pages/file-name.ts";
import { plainView } from "../../../client/pages/view.ts";
import { en as texts } from "../../../client/strings/en.ts";
import { dataset, reading } from "./dataset.ts";
import { shownOf } from "./rate-reading.ts";

describe("a file's name tells what is in it", () => {
  it("of rates: the pair as shown, the source, how they are told, and the days", () => {
    const days = ["2025-11-20", "2026-11-20"].map((period) => ({ period, value: 87 }));
    expect(fileNameOfRates(shownOf(days))).toBe("usd-kgs-nbkr-2025-11-20-2026-11-20");
    const pair = { base: "KGS", quote: "USD" };
    expect(fileNameOfRates(shownOf(days.slice(1), { pair, as: "pct" }))).toBe(
      "kgs-usd-nbkr-pct-2026-11-20",
    );
  });

  it("whatever the codes are, without what file systems refuse", () => {
    expect(fileName("TRADE", "A.KG.IMPORTS/USD_MN", null, "2015", undefined, "2015", "")).toBe(
      "trade-a-kg-imports-usd_mn-2015",
    );
  });
});

describe("the tables that hold what a figure shows", () => {
  const refinery = dataset("flow", {
    FREQ: ["S", "A"],
    COMPANY: ["R"],
    MEASURE: ["NET"],
    UNIT_MEASURE: ["USD_MN"],
  });
  const years = ["2021", "2024"].map((period) => ({ period, value: 1 }));
  const halves = ["2024-S1", "2024-S2", "2025-S1"].map((period) => ({ period, value: 1 }));
  const results = [
    reading(refinery, "A.R.NET.USD_MN", years),
    reading(refinery, "S.R.NET.USD_MN", halves),
  ];

  it("have the half-year that stands beside the years, and not those that the years tell", () => {
    const shown = columnsOf(results, locale).filter(({ series }) => series !== "");
    expect(figureAsks(shown, results, {})).toEqual([
      { frequency: "A", first: "2021", last: "2024", query: { series: "TEST/A.R.NET.USD_MN" } },
      {
        frequency: "S",
        first: "2025-S1",
        last: "2025-S1",
        query: { series: "TEST/S.R.NET.USD_MN", start: "2025-S1" },
      },
    ]);
  });

  it("have the regions of the year that is shown, and neither ages nor other years", () => {
    const survey = dataset("survey", {
      FREQ: ["A"],
      REF_AREA: [{ code: "KZ", total: true }, "KZ-15"],
      INDICATOR: ["UNMET_NEED"],
      AGE: [{ code: "_T", total: true }, "Y15T19"],
      UNIT_MEASURE: ["PC"],
    });
    const both = ["2015", "2024"].map((period) => ({ period, value: 18 }));
    const readings = [
      reading(survey, "A.KZ.UNMET_NEED._T.PC", both),
      reading(survey, "A.KZ.UNMET_NEED.Y15T19.PC", both),
      reading(survey, "A.KZ-15.UNMET_NEED._T.PC", both.slice(1)),
    ];
    const asksOf = (year: string | null) => {
      const wish = { dataset: survey, readings, view: { ...plainView, year }, texts, locale };
      return figureAsks(barsOf("region", wish), readings, { asOf: "2026-01-31" });
    };
    expect(asksOf(null).map(({ query }) => query)).toEqual([
      {
        series: "TEST/A.KZ.UNMET_NEED._T.PC,TEST/A.KZ-15.UNMET_NEED._T.PC",
        start: "2024",
        asOf: "2026-01-31",
      },
    ]);
    expect(asksOf("2015").map(({ query }) => query)).toEqual([
      { series: "TEST/A.KZ.UNMET_NEED._T.PC", end: "2015", asOf: "2026-01-31" },
    ]);
  });

  it("hold at most fifty series each", () => {
    const shown = Array.from({ length: 51 }, (_, i) => ({ series: `T/${i}`, period: "2024" }));
    const counts = figureAsks(shown, [], {}).map(({ query }) => query.series.split(",").length);
    expect(counts).toEqual([50, 1]);
  });
});
