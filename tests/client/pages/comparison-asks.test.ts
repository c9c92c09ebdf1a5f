import { describe, expect, it } from "vitest";
import {
  addressOfAsk,
  asksOf,
  columnOf,
  type ComparisonWish,
} from "../../../client/pages/comparison-asks.ts";
import { lineCodes, shortLabel } from "../../../client/pages/comparison-lines.ts";
import { plainView } from "../../../client/pages/view.ts";
import type { AlignedObservations } from "../../../server/contract/observation.ts";
import { compared, comparedRate } from "./compared.ts";

const wish: ComparisonWish = {
  as: "level",
  common: "D",
  span: { start: "2025-11-20", end: null },
  base: null,
  view: plainView,
};
const som = comparedRate("KGS");
const imports = compared();
const exports = compared({ id: "TRADE/A.KG.EXPORTS.USD_MN" });
const addressesOf = (series: Parameters<typeof asksOf>[0], changes: Partial<ComparisonWish>) =>
  asksOf(series, { ...wish, ...changes }).map((ask) =>
    addressOfAsk(ask, changes.as ?? "level", "json"),
  );

describe("asksOf", () => {
  it("asks levels as the address names the pair, or turned round", () => {
    expect(addressesOf([som], {})).toEqual(["/api/v1/rates/USD-KGS/observations?start=2025-11-20"]);
    expect(addressesOf([som], { view: { ...plainView, dir: "inv" } })[0]).toContain("/KGS-USD/");
  });

  it("asks an index for the value of the local currency, or for the price of a dollar", () => {
    const index: Partial<ComparisonWish> = { as: "index", base: new Map([[som.id, "2025-11-21"]]) };
    expect(addressesOf([som], index)).toEqual([
      "/api/v1/rates/KGS-USD/observations?start=2025-11-20&units=index&base=2025-11-21",
    ]);
    const inv = { ...plainView, dir: "inv" as const };
    expect(addressesOf([som], { ...index, view: inv })[0]).toContain("/USD-KGS/");
  });

  it("names per cent since the base as what they are in the address of what is shown", () => {
    const base = new Map([[som.id, "2025-11-21"]]);
    expect(addressesOf([som], { as: "pct", base })).toEqual([
      "/api/v1/rates/KGS-USD/observations?start=2025-11-20&units=pcb&base=2025-11-21",
    ]);
  });

  it("leaves out a series that has no base", () => {
    expect(asksOf([som, imports], { ...wish, as: "index", base: new Map() })).toEqual([]);
  });

  it("asks stored series that are told alike in one table, and names the state of a day", () => {
    const view = { ...plainView, asof: "2026-01-31" };
    expect(addressesOf([imports, som, exports], { common: "A", view })).toEqual([
      "/api/v1/rates/USD-KGS/observations?start=2025-11-20&frequency=A&aggregate=avg&asOf=2026-01-31",
      "/api/v1/observations?series=TRADE/A.KG.IMPORTS.USD_MN,TRADE/A.KG.EXPORTS.USD_MN&start=2025-11-20&asOf=2026-01-31",
    ]);
  });

  it("asks surveys apart, as they were taken, and a rate of one source of that source", () => {
    const survey = compared({ id: "C/A.KZ", kind: "survey" });
    const monthly = compared({ id: "T/M.KG", frequency: "M" });
    const market = comparedRate("KGS", { pair: { base: "USD", quote: "KGS", source: "MARKET" } });
    const asks = asksOf([survey, monthly, market], { ...wish, common: "Q" });
    expect(asks.map((ask) => addressOfAsk(ask, "level", "csv"))).toEqual([
      "/api/v1/rates/USD-KGS/observations?start=2025-11-20&frequency=Q&aggregate=avg&source=MARKET&format=csv",
      "/api/v1/observations?series=C/A.KZ&start=2025-11-20&format=csv",
      "/api/v1/observations?series=T/M.KG&start=2025-11-20&frequency=Q&aggregate=sum&format=csv",
    ]);
  });
});

describe("columnOf", () => {
  it("gives one column as an answer of its own, without the periods of which it says nothing", () => {
    const head = { title: "", frequency: "A", unit: "USD_MN", decimals: 0, source: "S" } as const;
    const table: AlignedObservations = {
      frequency: "A",
      periods: ["2023", "2024", "2025"],
      series: [
        { ...head, series: "A", values: [1, null, null], statuses: ["A", "M", null] },
        { ...head, series: "B", values: [null, 2, 3], counts: [null, 12, 7] },
        { ...head, series: "C", decimals: 2, values: [1, 2, null], valueDecimals: [2, 1, null] },
      ],
      next: null,
    };
    expect(columnOf(table, 0)?.observations).toEqual([
      { period: "2023", value: 1 },
      { period: "2024", value: null, status: "M" },
    ]);
    expect(columnOf(table, 1)?.observations).toEqual([
      { period: "2024", value: 2, count: 12 },
      { period: "2025", value: 3, count: 7 },
    ]);
    expect(columnOf(table, 2)?.observations).toEqual([
      { period: "2023", value: 1 },
      { period: "2024", value: 2, decimals: 1 },
    ]);
    expect(columnOf(table, 3)).toBeNull();
  });
});

describe("lineCodes and shortLabel", () => {
  it("give an entity its colour once, and another series of it a colour that is free", () => {
    const pwt = comparedRate("KGS", { id: "FX/A.USD.KGS.PWT", detail: "PWT" });
    const codes = lineCodes([som, pwt, comparedRate("KZT")]);
    expect([...codes.values()]).toEqual(["KGS", "KZT", "TJS-2"]);
    expect(shortLabel(pwt, [som, pwt], wish)).toBe("KGS PWT");
    expect(shortLabel(som, [som, imports], wish)).toBe("KGS");
  });
});
