import { describe, expect, it } from "vitest";
import { en } from "../../../client/format/locales/en.ts";
import { barsOf, needDots } from "../../../client/pages/bars.ts";
import { columnsOf, emptyYears } from "../../../client/pages/columns.ts";
import { barKinds, chooseFigure, yearsOf } from "../../../client/pages/indicator-figure.ts";
import { valueChange, valueText } from "../../../client/pages/indicator-value.ts";
import { chooseMeasure, measuresOf } from "../../../client/pages/measures.ts";
import { plainView } from "../../../client/pages/view.ts";
import { en as texts } from "../../../client/strings/en.ts";
import { dataset, reading } from "./dataset.ts";

const need = dataset("survey", {
  FREQ: ["A"],
  REF_AREA: [{ code: "W1", total: true }, { code: "KZ", total: true }, "KZ-15", "KZ-71"],
  INDICATOR: ["UNMET_NEED", "CURRENT_USE"],
  AGE: [{ code: "_T", total: true }, "Y15T19", "Y20T24", "Y25T29"],
  UNIT_MEASURE: ["PC", "PS_MN"],
});
const of2024 = (value: number) => [
  { period: "2024", value, ...(Number.isInteger(value) && { decimals: 0 }) },
];
const readings = [
  reading(need, "A.KZ.UNMET_NEED._T.PC", [{ period: "2015", value: 9.8 }, ...of2024(18)]),
  reading(need, "A.KZ.UNMET_NEED.Y25T29.PC", of2024(25)),
  reading(need, "A.KZ.UNMET_NEED.Y15T19.PC", of2024(25.8)),
  reading(need, "A.KZ.UNMET_NEED.Y20T24.PC", of2024(27.8)),
  reading(need, "A.W1.UNMET_NEED._T.PC", of2024(15)),
  reading(need, "A.KZ-71.UNMET_NEED._T.PC", of2024(23)),
  reading(need, "A.KZ-15.UNMET_NEED._T.PC", of2024(26.7)),
];
const wish = { dataset: need, readings, view: plainView, texts, locale: en };

describe("barsOf", () => {
  it("sorts regions by value, with the country's average among them and the world apart", () => {
    expect(barsOf("region", wish).map(({ name, kind, text }) => [name, kind, text])).toEqual([
      ["kz-15", "part", "26.7%"],
      ["kz-71", "part", "23%"],
      ["kz", "average", "18%"],
      ["w1", "reference", "15%"],
    ]);
  });

  it("keeps ages in their natural order, whatever their values", () => {
    expect(barsOf("age", wish).map(({ name, kind }) => [name, kind])).toEqual([
      ["_t", "average"],
      ["y15t19", "part"],
      ["y20t24", "part"],
      ["y25t29", "part"],
    ]);
  });

  it("orders regions by name or as the dataset lists them, where the reader wants it", () => {
    const names = (sort: "name" | "geo") =>
      barsOf("region", { ...wish, view: { ...plainView, sort } }).map(({ name }) => name);
    expect(names("name")).toEqual(["kz", "kz-15", "kz-71", "w1"]);
    expect(names("geo")).toEqual(["w1", "kz", "kz-15", "kz-71"]);
  });

  it("takes the year that is asked for, and leaves out what has none of it", () => {
    const of2015 = barsOf("region", { ...wish, view: { ...plainView, year: "2015" } });
    expect(of2015.map(({ name, text }) => [name, text])).toEqual([["kz", "9.8%"]]);
    expect(yearsOf(readings)).toEqual(["2024", "2015"]);
  });

  it("tells few cases, what is suppressed, and a true zero apart", () => {
    const told = [
      reading(need, "A.KZ.UNMET_NEED._T.PC", of2024(18)),
      reading(need, "A.KZ-15.UNMET_NEED._T.PC", [{ period: "2024", value: 17.4, status: "U" }]),
      reading(need, "A.KZ-71.UNMET_NEED._T.PC", [{ period: "2024", value: null, status: "Q" }]),
      reading(need, "A.W1.UNMET_NEED._T.PC", of2024(0)),
    ];
    const bars = barsOf("region", { ...wish, readings: told });
    expect(bars.map(({ name, value, text, hollow }) => [name, value, text, hollow])).toEqual([
      ["kz", 18, "18%", false],
      ["kz-15", 17.4, "(17.4%)", true],
      ["w1", 0, "0%", false],
      ["kz-71", null, "suppressed (fewer than 25)", false],
    ]);
    expect(needDots(bars)).toBe(true);
    expect(needDots(barsOf("region", wish))).toBe(false);
  });

  it("tells shares and what is between them with the decimals of the data, so that they add up", () => {
    const answer = { unit: "PC", decimals: 2 };
    const [first, last] = [
      { period: "2014", value: 55.74, decimals: 2 },
      { period: "2024", value: 45, decimals: 0 },
    ];
    const change = valueChange(first, last, answer, en);
    expect([first, last].map((one) => valueText(one, answer, en))).toEqual(["55.74%", "45%"]);
    expect(change.text).toBe("−10.74\u00a0pp");
    expect(valueChange(first, last, { ...answer, unit: "USD_MN" }, en).text).toBe("−19.3%");
  });

  it("gives regions and ages the colour of their country", () => {
    expect(barsOf("age", wish).map(({ code }) => code)).toEqual(["KZ", "KZ", "KZ", "KZ"]);
  });
});

describe("measuresOf", () => {
  const trade = dataset("flow", {
    FREQ: ["A"],
    REF_AREA: ["KG", "KZ"],
    FLOW: ["EXPORTS", "IMPORTS"],
    UNIT_MEASURE: ["USD_MN", "PC_GDP"],
  });
  const series = [
    "A.KZ.IMPORTS.PC_GDP",
    "A.KZ.EXPORTS.PC_GDP",
    "A.KZ.EXPORTS.USD_MN",
    "A.KG.EXPORTS.USD_MN",
  ].map((key) => reading(trade, key, of2024(1)).series);
  const measures = measuresOf(trade, series);

  it("names the unit only where a thing is measured in several", () => {
    expect(measures.map(({ code }) => code)).toEqual([
      "EXPORTS.USD_MN",
      "EXPORTS.PC_GDP",
      "IMPORTS",
    ]);
  });

  it("chooses the one that is named, the first unit of a bare code, and the first of all", () => {
    const chosen = (m: string | null) => chooseMeasure(measures, m)?.code;
    expect(["IMPORTS", "EXPORTS.PC_GDP", "EXPORTS", "NONSENSE", null].map(chosen)).toEqual([
      "IMPORTS",
      "EXPORTS.PC_GDP",
      "EXPORTS.USD_MN",
      "EXPORTS.USD_MN",
      "EXPORTS.USD_MN",
    ]);
  });
});

describe("chooseFigure", () => {
  const measure = (list: typeof readings) => ({
    ...measuresOf(
      need,
      list.map(({ series }) => series),
    )[0]!,
  });
  const years = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ period: String(2000 + i), value: i }));
  const flow = { ...need, kind: "flow" as const };

  it("draws a survey as bars, by all that tells its figures apart", () => {
    expect(chooseFigure(need, measure(readings))).toBe("bars");
    expect(barKinds(need, measure(readings))).toEqual(["region", "age"]);
    expect(barKinds(need, measure(readings.slice(0, 1)))).toEqual(["period"]);
  });

  it("draws a flow of one place as columns, histories of several as lines, a few years of several as bars", () => {
    const places = (count: number, length: number) =>
      measure(
        ["KZ", "W1"]
          .slice(0, count)
          .map((place) => reading(flow, `A.${place}.UNMET_NEED._T.PC`, years(length))),
      );
    expect(chooseFigure(flow, places(1, 8))).toBe("columns");
    expect(chooseFigure(flow, places(1, 25))).toBe("lines");
    expect(chooseFigure(flow, places(2, 8))).toBe("lines");
    expect(chooseFigure(flow, places(2, 2))).toBe("bars");
  });
});

describe("columnsOf", () => {
  const refinery = dataset("flow", {
    FREQ: ["S", "A"],
    COMPANY: ["R"],
    MEASURE: ["NET"],
    UNIT_MEASURE: ["USD_MN"],
  });
  const columns = columnsOf(
    [
      reading(
        refinery,
        "A.R.NET.USD_MN",
        [
          { period: "2021", value: 90.3 },
          { period: "2024", value: -78, decimals: 0 },
        ],
        "USD_MN",
      ),
      reading(
        refinery,
        "S.R.NET.USD_MN",
        [
          { period: "2024-S1", value: -20 },
          { period: "2025-S1", value: -53, status: "P", decimals: 0 },
        ],
        "USD_MN",
      ),
    ],
    en,
  );

  it("keeps a place for every year, and joins none that nobody published", () => {
    expect(columns.map(({ period, value }) => [period, value])).toEqual([
      ["2021", 90.3],
      ["2022", null],
      ["2023", null],
      ["2024", -78],
      ["2025-S1", -53],
    ]);
    expect(emptyYears(columns)).toEqual(["2022", "2023"]);
  });

  it("writes the year of a half-year in line with the others, and the half below", () => {
    expect(columns.map(({ name }) => name).slice(-2)).toEqual(["2024", ["2025", "H1"]]);
  });

  it("marks what is not final, and prints a minus that is one", () => {
    expect(columns.map(({ provisional }) => provisional)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(columns.map(({ text }) => text)).toEqual(["90.3", "", "", "−78", "−53"]);
  });
});
