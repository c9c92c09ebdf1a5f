import { describe, expect, it } from "vitest";
import type { SeriesList } from "../../../server/contract/series.ts";
import { type Answer, startApp } from "../../support/app.ts";

const app = startApp();
const som = { dataset: "FX", key: "D.USD.KGS.MARKET" };

describe("GET /api/v1/datasets", () => {
  it("lists the four datasets with their dimensions in key order and how far they reach", async () => {
    const { body } = await app.ask("datasets");
    expect(body.datasets.map(({ code }) => code)).toEqual([
      "FX",
      "TRADE",
      "REFINERY",
      "CONTRACEPTION",
    ]);
    expect(body.datasets[0]).toMatchObject({
      title: "Exchange rates",
      firstPeriod: "1994",
      lastPeriod: "2026-09-29",
      seriesCount: 15,
    });
    expect(body.datasets[0]?.dimensions.map(({ code }) => code)).toEqual([
      "FREQ",
      "BASE",
      "QUOTE",
      "SOURCE",
    ]);
  });

  it("gives one dataset with the titles of its codes in the language asked for", async () => {
    const { body } = await app.ask("dataset", { dataset: "CONTRACEPTION" }, { lang: "ru" });
    const ages = body.dimensions.find(({ code }) => code === "AGE")?.codes ?? [];
    expect(ages.map(({ code }) => code).slice(0, 3)).toContain("Y15T19");
    expect(ages.find(({ code }) => code === "_T")?.total).toBe(true);
    expect(body.kind).toBe("survey");
  });

  it("takes the language from Accept-Language when the query names none", async () => {
    const { body } = await app.ask(
      "datasets",
      {},
      {},
      { headers: { "Accept-Language": "kk;q=0.9, de" } },
    );
    expect(body.datasets[0]?.title).toBe("Валюта бағамдары");
  });

  it("has no dataset of another code", async () => {
    expect((await app.refused("/api/v1/datasets/NOPE")).body.type).toBe(
      "/problems/unknown-dataset",
    );
  });
});

describe("GET /api/v1/series", () => {
  it("pages through every series once", async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: "7", ...(cursor && { cursor }) };
      const { body }: Answer<SeriesList> = await app.ask("seriesList", {}, query);
      names.push(...body.series.map(({ dataset, key }) => `${dataset}/${key}`));
      cursor = body.next;
    } while (cursor !== null);
    const whole = await app.ask("seriesList", {}, { limit: "1000" });
    expect(names).toEqual(whole.body.series.map(({ dataset, key }) => `${dataset}/${key}`));
    expect(new Set(names).size).toBe(names.length);
  });

  it("filters by dataset, source and frequency", async () => {
    const { body } = await app.ask(
      "seriesList",
      {},
      { dataset: "FX", source: "PWT", frequency: "A" },
    );
    expect(body.series.length).toBeGreaterThan(0);
    expect(body.series.every(({ key }) => key.startsWith("A.USD.") && key.endsWith(".PWT"))).toBe(
      true,
    );
  });

  it("tells of one series what it is, how far it reaches, who publishes it and how to cite it", async () => {
    const { body } = await app.ask("series", som);
    expect(body).toMatchObject({
      frequency: "D",
      unit: "KGS",
      kind: "rate",
      decimals: 8,
      dimensions: { FREQ: "D", BASE: "USD", QUOTE: "KGS", SOURCE: "MARKET" },
      source: { code: "MARKET" },
      firstPeriod: "2024-03-02",
      lastPeriod: "2026-09-29",
      observationCount: 203,
    });
    expect(body.citation).toContain("FX/D.USD.KGS.MARKET");
  });

  it.each([
    ["TRADE", "A.KZ.EXPORTS.PC_GDP", "percentage"],
    ["TRADE", "A.KZ.EXPORTS.USD_MN", "flow"],
    ["REFINERY", "A.PETROMIDIA.CAPACITY.T_MN", "stock"],
    ["CONTRACEPTION", "A.KZ-15.UNMET_NEED._T.PC", "survey"],
  ])("says that %s/%s is a %s", async (dataset, key, kind) => {
    expect((await app.ask("series", { dataset, key })).body.kind).toBe(kind);
  });

  it("has no series of another name, and refuses a cursor that it did not make", async () => {
    expect((await app.refused("/api/v1/series/FX/D.USD.KGS.NOPE")).body.type).toBe(
      "/problems/unknown-series",
    );
    expect((await app.refused("/api/v1/series?cursor=zzz")).body.errors).toMatchObject([
      { parameter: "cursor" },
    ]);
  });
});

describe("GET /api/v1/series/{dataset}/{key}/observations", () => {
  it("gives exactly the digits of the file", async () => {
    const { body, text } = await app.ask("observations", som, { last: "1" });
    expect(body.observations).toEqual([{ period: "2026-09-29", value: 87.45712429 }]);
    expect(text).toContain('"value":87.45712429}');
  });

  it("cuts to the range, a coarse bound covering its whole span, and then to the last n", async () => {
    const ask = (query: Record<string, string>) => app.ask("observations", som, query);
    const august = (await ask({ start: "2026-08", end: "2026-08" })).body.observations;
    expect(august.map(({ period }) => period.slice(0, 7))).toEqual(august.map(() => "2026-08"));
    expect((await ask({ start: "2026-08", end: "2026-08", last: "2" })).body.observations).toEqual(
      august.slice(-2),
    );
    expect((await ask({ end: "1990" })).body.observations).toEqual([]);
  });

  it("writes periods in the series' own form, and the status where it is not normal", async () => {
    const key = { dataset: "REFINERY", key: "S.ROMPETROL_RAFINARE.NET_RESULT.USD_MN" };
    const { body } = await app.ask("observations", key);
    expect(body.observations).toEqual([{ period: "2025-S1", value: -53, status: "P" }]);
  });

  it("gives CSV by format or by Accept, with an ASCII minus and the digits as stored", async () => {
    const path = `${app.address}/api/v1/series/REFINERY/A.ROMPETROL_RAFINARE.NET_RESULT.USD_MN/observations`;
    const byFormat = await fetch(`${path}?format=csv`);
    const byAccept = await fetch(path, { headers: { Accept: "text/csv" } });
    const expected =
      "period,value,status\r\n2017,80,A\r\n2022,90.3,A\r\n2023,-270.5,A\r\n2024,-78,A\r\n";
    expect(byFormat.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await byFormat.text()).toBe(expected);
    expect(await byAccept.text()).toBe(expected);
  });

  it.each([
    "last=0",
    "last=-1",
    "last=1.5",
    "start=2026-13",
    "end=soon",
    "format=xml",
    "lats=1",
    "start=2026-01-01&start=2026-01-02",
  ])("refuses ?%s and names the parameter", async (query) => {
    const { body } = await app.refused(`/api/v1/series/FX/D.USD.KGS.MARKET/observations?${query}`);
    expect(body).toMatchObject({
      type: "/problems/invalid-query",
      errors: [{ parameter: query.split("=")[0] }],
    });
  });
});

describe("GET /api/v1/series/{dataset}/{key}/observations/{period}", () => {
  it("shows the receipt, down to the line of the file", async () => {
    const { body } = await app.ask("receipt", { ...som, period: "2026-09-29" });
    expect(body).toMatchObject({
      source: "MARKET",
      value: 87.45712429,
      import: { by: "fixtures", file: "market-rates.csv" },
      line: 2022,
      text: "2026-09-29,USD,KGS,87.45712429",
      supersededBy: null,
    });
  });

  it("has none for a day without a publication, nor for what is no day", async () => {
    for (const period of ["1999-01-01", "2026-09", "soon"]) {
      const { body } = await app.refused(
        `/api/v1/series/FX/D.USD.KGS.MARKET/observations/${period}`,
      );
      expect(body.type).toBe("/problems/not-found");
    }
  });
});
