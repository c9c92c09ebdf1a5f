import { describe, expect, it } from "vitest";
import { derivationOf } from "../../../server/http/observation-question.ts";
import { startApp } from "../../support/app.ts";

const app = startApp();
const rates = "/api/v1/series/FX/D.USD.KGS.MARKET/observations";
const longText = "x".repeat(10_000);
const hundred = Array.from({ length: 100 }, (_, n) => `FX/D.USD.KGS.S${n}`).join(",");

describe("a question for observations is refused, with the parameter named, for", () => {
  it.each([
    ["aggregate=avg", "aggregate"],
    ["base=2026", "base"],
    ["units=pch&base=2026", "base"],
    ["units=index&base=1990-01-01", "base"],
    ["units=index&base=2026-08", "base"],
    ["sep=%3B", "sep"],
    ["decimal=%2C&format=ndjson", "decimal"],
    ["format=csv&decimal=%2C", "decimal"],
    ["format=csv&decimal=%2C&sep=%2C", "decimal"],
    ["start=2026-02&end=2026-01", "start"],
    ["start=2026-02-30", "start"],
    ["last=-1", "last"],
    ["last=100001", "last"],
    ["limit=0", "limit"],
    ["lats=1", "lats"],
    ["frequency=H", "frequency"],
    ["units=PCH", "units"],
    ["asOf=2999-01-01", "asOf"],
    ["cursor=zzz", "cursor"],
    ["cursor=WzEsIngiXQ", "cursor"],
    ["start=%00", "start"],
    [`start=${longText}`, "start"],
    [`cursor=${longText}`, "cursor"],
    [`${longText}=1`, longText],
  ])("?%.60s", async (query, parameter) => {
    const { body } = await app.refused(`${rates}?${query}`);
    expect(body).toMatchObject({ type: "/problems/invalid-query", errors: [{ parameter }] });
  });

  it("a frequency finer than the series' own, and a sum of percentages", async () => {
    const share = "/api/v1/series/TRADE/A.KZ.EXPORTS.PC_GDP/observations";
    for (const [query, parameter] of [
      ["frequency=D", "frequency"],
      ["frequency=A&aggregate=sum", "aggregate"],
    ]) {
      const { body } = await app.refused(`${share}?${query}`);
      expect(body.errors).toMatchObject([{ parameter }]);
    }
  });

  it("a survey made coarser, and a percentage summed while it is", () => {
    const measure = { name: "S/M.KZ", frequency: "M", kind: "survey" } as const;
    expect(() => derivationOf({ frequency: "A" }, measure)).toThrow(/^frequency: .*survey/);
    const share = { ...measure, kind: "percentage" } as const;
    expect(() => derivationOf({ frequency: "A", aggregate: "sum" }, share)).toThrow(/^aggregate: /);
    expect(derivationOf({ frequency: "A" }, share)).toMatchObject({ aggregate: "avg" });
    expect(derivationOf({}, measure)).toMatchObject({ frequency: "M", isCoarser: false });
  });

  it.each(["D.*.KGS.MARKET", "D.USD.KGS+KZT.MARKET", "D.USD..MARKET", "D.USD.%20.MARKET"])(
    "the key %s, which is a mask",
    async (key) => {
      for (const rest of ["observations", "observations/2026-09-29"]) {
        const { body } = await app.refused(`/api/v1/series/FX/${key}/${rest}`);
        expect(body).toMatchObject({
          type: "/problems/unknown-series",
          errors: [
            { parameter: "key", message: expect.stringContaining("/api/v1/series") as string },
          ],
        });
      }
    },
  );

  it("a series that is not there, whatever its name", async () => {
    for (const key of ["D.USD.KGS.NOPE", longText]) {
      const { body } = await app.refused(`/api/v1/series/FX/${key}/observations`);
      expect(body.type).toBe("/problems/unknown-series");
    }
  });
});

describe("a table of several series is refused, with the parameter named, for", () => {
  it.each([
    ["", "series"],
    ["series=", "series"],
    ["series=FX", "series"],
    [`series=${hundred}`, "series"],
    [`series=${longText}`, "series"],
    ["series=FX/D.*.KGS.MARKET", "series"],
    ["series=FX/D.USD.KGS.NOPE", "series"],
    ["series=FX/D.USD.KGS.MARKET:up", "series"],
    ["series=FX/D.USD.KGS.MARKET,FX/D.USD.KGS.MARKET", "series"],
    ["series=FX/D.USD.KGS.MARKET:pch,FX/D.USD.KGS.MARKET&units=pch", "series"],
    ["series=FX/D.USD.KGS.MARKET,TRADE/A.KZ.EXPORTS.USD_MN", "frequency"],
    ["series=FX/D.USD.KGS.MARKET,TRADE/A.KZ.EXPORTS.USD_MN&frequency=M", "frequency"],
    ["series=FX/D.USD.KGS.MARKET:pch&base=2026", "base"],
    ["series=FX/D.USD.KGS.MARKET:index&base=1990-01-01", "base"],
    ["series=FX/D.USD.KGS.MARKET&sep=%3B", "sep"],
    ["series=FX/D.USD.KGS.MARKET&limit=1&cursor=zzz", "cursor"],
  ])("?%.80s", async (query, parameter) => {
    const { body, response } = await app.refused(`/api/v1/observations?${query}`);
    expect(body.errors).toMatchObject([{ parameter }]);
    expect([400, 404]).toContain(response.status);
  });

  it("a series that is not there: a 404 that names it", async () => {
    const { body } = await app.refused("/api/v1/observations?series=FX/D.USD.KGS.NOPE");
    expect(body.type).toBe("/problems/unknown-series");
    expect(body.detail).toContain("FX/D.USD.KGS.NOPE");
  });
});
