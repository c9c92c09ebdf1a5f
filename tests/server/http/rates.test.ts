import { describe, expect, it } from "vitest";
import { undo } from "../../../server/import/undo.ts";
import { importText } from "../../support/import-text.ts";
import { startApp } from "../../support/app.ts";

const app = startApp();

describe("GET /api/v1/rates/latest", () => {
  it("gives the inverse of the newest market rate with every digit, its age and the change", async () => {
    const { body, text } = await app.ask("latestRates", {}, { base: "KGS", quotes: "USD" });
    expect(text).toContain('"rate":0.011434174267,');
    expect(body.rates).toMatchObject([
      {
        base: "KGS",
        quote: "USD",
        decimals: 12,
        date: "2026-09-29",
        ageDays: 2,
        method: "inverse",
        source: "MARKET",
        legs: [
          {
            series: "FX/D.USD.KGS.MARKET",
            base: "USD",
            quote: "KGS",
            rate: 87.45712429,
            date: "2026-09-29",
          },
        ],
        previous: { date: "2026-09-28" },
      },
    ]);
  });

  it("gives published rates digit for digit, in the order asked for, and names what it lacks", async () => {
    const { body, text } = await app.ask("latestRates", {}, { base: "USD", quotes: "TMT,KGS,JPY" });
    expect(body.rates.map(({ quote, method }) => [quote, method])).toEqual([
      ["TMT", "published"],
      ["KGS", "published"],
    ]);
    expect(text).toContain('"rate":87.45712429,');
    expect(body.missing).toEqual(["JPY"]);
  });

  it("crosses through the pivot and tells both legs", async () => {
    const { body } = await app.ask("latestRates", {}, { base: "kgs", quotes: "kzt" });
    expect(body.rates[0]).toMatchObject({
      method: "cross",
      rate: 5.045145774,
      legs: [{ quote: "KGS" }, { quote: "KZT" }],
    });
  });

  it("carries the rate in force on a day for 14 days, and no longer", async () => {
    const latest = (date: string) =>
      app.ask("latestRates", {}, { base: "USD", quotes: "KGS", date });
    expect((await latest("2026-10-13")).body.rates[0]).toMatchObject({
      date: "2026-09-29",
      ageDays: 14,
    });
    const { body } = await app.refused("/api/v1/rates/latest?base=USD&quotes=KGS&date=2026-10-14");
    expect(body.type).toBe("/problems/no-rate");
  });

  it("compares with the publication before, over a gap, and never with a day that has none", async () => {
    const { body } = await app.ask(
      "latestRates",
      {},
      { base: "USD", quotes: "KGS", date: "2024-03-08" },
    );
    const [rate] = body.rates;
    expect(rate?.previous === null || rate!.previous.date < rate!.date).toBe(true);
    expect(rate?.changePercent === null || rate!.changePercent !== 0).toBe(true);
  });

  it("prefers an official source once there is one", async () => {
    await importText(app.database.pool, "date,base,quote,rate\n2026-09-30,USD,KGS,87.4500\n");
    const { body, text } = await app.ask("latestRates", {}, { base: "USD", quotes: "KGS" });
    expect(body.rates[0]).toMatchObject({
      source: "NBKR",
      decimals: 4,
      previous: null,
      change: null,
      changePercent: null,
    });
    expect(text).toContain('"rate":87.4500,');
    const market = await app.ask(
      "latestRates",
      {},
      { base: "USD", quotes: "KGS", source: "MARKET" },
    );
    expect(market.body.rates[0]).toMatchObject({ source: "MARKET", date: "2026-09-29" });
  });

  it("falls back to the next source where the better one has nothing: before its first day, and after an undo", async () => {
    const { id } = await importText(
      app.database.pool,
      "date,base,quote,rate\n2026-09-30,USD,TJS,9.2000\n",
    );
    const ask = async (query: Record<string, string>) =>
      (await app.ask("latestRates", {}, { base: "USD", quotes: "TJS", ...query })).body.rates[0]
        ?.source;
    expect(await ask({})).toBe("NBKR");
    expect(await ask({ date: "2026-09-29" })).toBe("MARKET");
    const { body } = await app.ask("pairObservations", { pair: "USD-TJS" }, { end: "2026-08" });
    expect([body.source, body.observations.length > 0]).toEqual(["MARKET", true]);
    await undo(app.database.pool, Number(id), "test");
    await expect.poll(() => ask({})).toBe("MARKET");
  });

  it("prefers daily rates to an official source's yearly mean", async () => {
    await importText(app.database.pool, "year,base,quote,rate\n2018,USD,UZS,8069\n", {
      source: "NBK",
    });
    const { body } = await app.ask("latestRates", {}, { base: "USD", quotes: "UZS" });
    expect(body.rates[0]).toMatchObject({ source: "MARKET", date: "2026-09-29" });
  });

  it("lists the base among its quotes as missing, and has no rate of a currency in itself", async () => {
    const { body } = await app.ask("latestRates", {}, { base: "USD", quotes: "USD,KGS" });
    expect([body.rates.map(({ quote }) => quote), body.missing]).toEqual([["KGS"], ["USD"]]);
    const refused = await app.refused("/api/v1/rates/latest?base=USD&quotes=USD");
    expect(refused.body).toMatchObject({
      type: "/problems/no-rate",
      detail: "USD has no rate in itself: one USD is one USD.",
    });
  });

  it("says which source has no rate, and on which day", async () => {
    const query = "base=EUR&quotes=KGS&source=NBK&date=2026-09-30";
    const { body } = await app.refused(`/api/v1/rates/latest?${query}`);
    expect(body).toMatchObject({
      type: "/problems/no-rate",
      detail: "NBK gives no rate of EUR in KGS on 2026-09-30 or in the 14 days before.",
    });
  });

  it("follows the ranks that an operator gives", async () => {
    const source = async () =>
      (await app.ask("latestRates", {}, { base: "USD", quotes: "KGS" })).body.rates[0]?.source;
    const rank = (rank: number) =>
      app.database.pool.query("update source set rank = $1 where source_code = 'MARKET'", [rank]);
    expect(await source()).toBe("NBKR");
    await rank(1);
    await expect.poll(source).toBe("MARKET");
    await rank(200);
  });

  it("refuses ten thousand characters of quotes", async () => {
    const quotes = "KGS,".repeat(2500);
    const { body } = await app.refused(`/api/v1/rates/latest?base=USD&quotes=${quotes}`);
    expect(body.errors?.[0]).toMatchObject({ parameter: "quotes" });
  });

  it.each([
    ["base=USD", "quotes"],
    ["base=USD&quotes=KGSX", "quotes"],
    ["base=US&quotes=KGS", "base"],
    ["base=USD&quotes=KGS&dat=2026-01-01", "dat"],
    ["base=USD&quotes=KGS&date=2026-02-30", "date"],
    ["base=USD&base=EUR&quotes=KGS", "base"],
    ["base=USD&quotes=KGS&asOf=2999-01-01", "asOf"],
    ["base=USD&quotes=KGS&source=NOBODY", "source"],
    ["base=USD&quotes=KGS,KZT,kgs", "quotes"],
    ["base=USD&quotes=KGS,", "quotes"],
    ["base=USD%00&quotes=KGS", "base"],
  ])("refuses ?%s and names %s", async (query, parameter) => {
    const { body } = await app.refused(`/api/v1/rates/latest?${query}`);
    expect(body).toMatchObject({ type: "/problems/invalid-query", errors: [{ parameter }] });
  });

  it("takes a source without a name for none that there is, also where the same was asked without one", async () => {
    await app.ask("latestRates", {}, { base: "USD", quotes: "KGS" });
    const { body } = await app.refused("/api/v1/rates/latest?base=USD&quotes=KGS&source=");
    expect(body.errors).toEqual([{ parameter: "source", message: "source: is empty" }]);
  });
});

describe("GET /api/v1/rates/currencies", () => {
  it("names currencies in the language asked for, and tells the manat's pegs", async () => {
    const { body } = await app.ask("currencies", {}, { lang: "ru" });
    const find = (code: string) => body.currencies.find((currency) => currency.code === code);
    expect(find("KGS")?.name).toBe("кыргызский сом");
    expect(find("TMT")?.regimes).toMatchObject([
      { kind: "peg", anchor: "USD", value: 2.85, from: "2009-01-01", to: "2014-12-31" },
      { kind: "peg", anchor: "USD", value: 3.5, from: "2015-01-01", to: null },
    ]);
    expect(find("KZT")?.quotedBy).toEqual([
      { source: "MARKET", since: "2024-03-02" },
      { source: "PWT", since: "1994-01-01" },
    ]);
  });
});
