import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";

const app = startApp();

async function find(query: Record<string, string>): Promise<string[]> {
  const { body } = await app.ask("seriesList", {}, { limit: "1000", ...query });
  return body.series.map(({ dataset, key }) => `${dataset}/${key}`);
}

describe("GET /api/v1/series?key=", () => {
  it("lists what fits the mask, of one dataset or of all that have as many dimensions", async () => {
    const som = ["FX/D.USD.KGS.MARKET", "FX/D.USD.KZT.MARKET"];
    expect(await find({ dataset: "FX", key: "D.USD.KGS+KZT." })).toEqual(som);
    expect(await find({ dataset: "FX", key: "D.USD.KGS KZT.*" })).toEqual(som);
    const everywhere = await find({ key: "A..." });
    expect(new Set(everywhere.map((name) => name.split("/")[0]))).toEqual(
      new Set(["FX", "TRADE", "REFINERY"]),
    );
    expect(await find({ dataset: "FX", key: "D.XXX.." })).toEqual([]);
  });

  it.each([
    ["dataset=FX&key=D.US*.KGS.", "is no mask"],
    ["dataset=FX&key=D.USD.KGS", "the keys of FX are FREQ.BASE.QUOTE.SOURCE"],
    ["dataset=FX&key=*", "key has 1 segment"],
    ["key=D.USD", "those of TRADE are"],
    [`key=${"A.".repeat(300)}`, "400"],
    ["key=D.%00.KGS.", "NUL"],
  ])("refuses %s and names key", async (query, reason) => {
    const { body } = await app.refused(`/api/v1/series?${query}`);
    expect(body).toMatchObject({
      type: "/problems/invalid-query",
      errors: [{ parameter: "key", message: expect.stringContaining(reason) as string }],
    });
  });
});

describe("GET /api/v1/series?q=", () => {
  it("finds words in any language and script, also parts of them, and in codes", async () => {
    const som = await find({ q: "кыргызский сом" });
    expect(som).toContain("FX/D.USD.KGS.MARKET");
    expect(await find({ q: "Qirg'iziston SO`MI" })).toEqual(som);
    expect(await find({ q: "Қирғизистон соми" })).toEqual(som);
    expect(await find({ q: "usd/kgs market" })).toEqual(["FX/D.USD.KGS.MARKET"]);
    expect(await find({ q: "FX/D.USD.KGS.MARKET" })).toEqual(["FX/D.USD.KGS.MARKET"]);
    expect((await find({ q: "курс" })).every((name) => name.startsWith("FX/"))).toBe(true);
    expect(await find({ q: "ekspor" })).toEqual(await find({ q: "экспорт" }));
  });

  it("finds only what has every word", async () => {
    expect(await find({ q: "tenge refinery" })).toEqual([]);
    expect(await find({ q: "экспорт казахстан", dataset: "TRADE" })).toContain(
      "TRADE/A.KZ.EXPORTS.USD_MN",
    );
    expect(await find({ q: "qwertz" })).toEqual([]);
  });

  it.each(["", "%20", "%25%25", "ʻʻ", "💰", "x".repeat(10_000), "a%00b"])(
    "refuses %j",
    async (text) => {
      const { body } = await app.refused(`/api/v1/series?q=${text}`);
      expect(body.errors?.map(({ parameter }) => parameter)).toContain("q");
    },
  );
});

describe("the other filters of GET /api/v1/series", () => {
  it("country takes a country with its regions, and the rates of its currency on either side", async () => {
    const found = await find({ country: "KZ" });
    expect(found).toContain("FX/D.USD.KZT.MARKET");
    expect(found).toContain("TRADE/A.KZ.EXPORTS.USD_MN");
    expect(found).toContain("CONTRACEPTION/A.KZ-15.UNMET_NEED._T.PC");
    expect(found).not.toContain("FX/D.USD.KGS.MARKET");
    expect(await find({ country: "kz" })).toEqual(found);
    expect(await find({ country: "US" })).toContain("FX/D.USD.KZT.MARKET");
    expect(await find({ country: "ZW" })).toEqual([]);
  });

  it("all filters hold together, also from page to page", async () => {
    const query = { dataset: "FX", country: "KZ", frequency: "D", q: "доллар", limit: "1" };
    const first = await app.ask("seriesList", {}, query);
    expect(first.body.series).toHaveLength(1);
    expect(await find({ ...query, limit: "100" })).toEqual(["FX/D.USD.KZT.MARKET"]);
    expect(first.body.next).toBeNull();
  });

  it.each([
    ["dataset=NOPE", "unknown-dataset", undefined],
    ["source=NOPE", "invalid-query", [{ parameter: "source" }]],
    ["country=KZ-15", "invalid-query", [{ parameter: "country" }]],
    ["country=KAZ", "invalid-query", [{ parameter: "country" }]],
    ["frequency=B", "invalid-query", [{ parameter: "frequency" }]],
    ["dataset=%00", "invalid-query", [{ parameter: "dataset" }]],
    ["cursor=WyJcdTAwMDAiLCJ4Il0", "invalid-query", [{ parameter: "cursor" }]],
    ["cursor=WyJGWCJd", "invalid-query", [{ parameter: "cursor" }]],
  ])("refuses %s as %s", async (query, kind, errors) => {
    const { body } = await app.refused(`/api/v1/series?${query}`);
    expect(body.type).toBe(`/problems/${kind}`);
    if (errors) expect(body.errors).toMatchObject(errors);
  });
});
