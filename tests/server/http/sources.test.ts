import { describe, expect, it } from "vitest";
import { startApp } from "../../support/app.ts";
import { postRates } from "../../support/post-rates.ts";

const app = startApp();

const put = (change: unknown, headers: Record<string, string> = {}) => ({
  method: "PUT",
  headers: {
    Authorization: `Bearer ${app.token}`,
    "Content-Type": "application/json",
    ...headers,
  },
  body: typeof change === "string" ? change : JSON.stringify(change),
});
const change = async (code: string, said: unknown) =>
  (await app.ask("putSource", { code }, {}, put(said))).body;

describe("GET /api/v1/sources/{code}", () => {
  it("tells who it is in the language asked for, how many series it has and the last import", async () => {
    const { body } = await app.ask("source", { code: "NBKR" }, { lang: "ky" });
    expect(body).toMatchObject({
      name: "Кыргыз Республикасынын Улуттук банкы",
      pivot: "KGS",
      seriesCount: 0,
      lastImport: null,
    });
    const imported = await postRates(app, { "2026-08-17": "87.45" });
    const after = await app.ask("source", { code: "NBKR" });
    expect(after.body).toMatchObject({ seriesCount: 1, lastImport: { id: imported.id } });
  });

  it("is a problem for a code that no source has", async () => {
    expect((await app.refused("/api/v1/sources/NOPE")).body.type).toBe("/problems/not-found");
  });
});

describe("PUT /api/v1/sources/{code}", () => {
  it("completes a source that an import brought, and leaves what it does not name", async () => {
    await postRates(app, { "2026-08-17": "87.45" }, "BAZAAR");
    expect((await app.ask("source", { code: "BAZAAR" })).body.name).toBe("BAZAAR");
    await change("BAZAAR", { kind: "market", rank: 150, homepage: "https://example.org/" });
    const changed = await change("BAZAAR", { name: "Dordoi bazaar", licence: "CC0-1.0" });
    expect(changed).toMatchObject({
      name: "Dordoi bazaar",
      kind: "market",
      rank: 150,
      homepage: "https://example.org/",
      licence: "CC0-1.0",
      attribution: null,
      seriesCount: 1,
    });
    expect((await app.ask("source", { code: "BAZAAR" })).body).toEqual(changed);
    expect((await change("BAZAAR", { homepage: null })).homepage).toBeNull();
    expect(await change("BAZAAR", {})).toMatchObject({ homepage: null, licence: "CC0-1.0" });
  });

  it("renames its code, its series and what these are found by; other languages stay", async () => {
    const series = { dataset: "FX", key: "D.USD.KGS.BAZAAR" };
    await change("BAZAAR", { name: { en: "Osh bazaar", ky: "Ош базары" } });
    await change("BAZAAR", { name: "Osh market" });
    expect((await app.ask("series", series)).body.title).toBe(
      "US dollar in Kyrgyz som, Osh market",
    );
    const kyrgyz = (await app.ask("series", series, { lang: "ky" })).body;
    expect(kyrgyz).toMatchObject({ source: { name: "Ош базары" } });
    expect(kyrgyz.title).toContain("Ош базары");
    const { dimensions } = (await app.ask("dataset", { dataset: "FX" })).body;
    const codes = dimensions.find(({ code }) => code === "SOURCE")?.codes;
    expect(codes).toContainEqual({ code: "BAZAAR", title: "Osh market" });
    const found = await app.ask("seriesList", {}, { q: "базары Osh market" });
    expect(found.body.series.map(({ key }) => key)).toEqual([series.key]);
    expect((await app.ask("seriesList", {}, { q: "dordoi" })).body.series).toEqual([]);
  });

  it("changes one language of a name, and null takes one away, though never English", async () => {
    const nameIn = async (lang: string) =>
      (await app.ask("source", { code: "BAZAAR" }, { lang })).body.name;
    await change("BAZAAR", { name: "Jayma bazaar" });
    expect((await change("BAZAAR", { name: { ru: "Икс", kk: "Икс базары" } })).name).toBe(
      "Jayma bazaar",
    );
    expect(await Promise.all(["ru", "kk", "tk"].map(nameIn))).toEqual([
      "Икс",
      "Икс базары",
      "Jayma bazaar",
    ]);
    await change("BAZAAR", { name: { kk: null } });
    expect(await nameIn("kk")).toBe("Икс");
    await change("BAZAAR", { name: { ru: null } });
    expect(await nameIn("kk")).toBe("Jayma bazaar");
  });

  it("changes which source answers for a pair", async () => {
    const query = { base: "USD", quotes: "KGS", date: "2026-08-17" };
    const answering = async () =>
      (await app.ask("latestRates", {}, query)).body.rates.map(({ source }) => source);
    await change("BAZAAR", { rank: 1 });
    expect(await answering()).toEqual(["BAZAAR"]);
    await change("BAZAAR", { rank: 900 });
    expect(await answering()).toEqual(["NBKR"]);
  });

  it("is refused without a token", async () => {
    const { body } = await app.refused(
      "/api/v1/sources/NBKR",
      put({ rank: 1 }, { Authorization: "Bearer kurs_wrong" }),
    );
    expect(body.type).toBe("/problems/unauthorized");
    expect((await app.ask("source", { code: "NBKR" })).body.rank).toBe(10);
  });

  it.each([
    [{ rank: -1 }, "rank"],
    [{ rank: "1" }, "rank"],
    [{ homepage: "javascript:alert(1)" }, "homepage"],
    [{ homepage: "nowhere" }, "homepage"],
    [{ name: "" }, "name"],
    [{ name: { en: null } }, "name"],
    [{ name: null }, "name"],
    [{ name: { ru: "" } }, "name.ru"],
    [{ licence: "a\0b" }, "licence"],
    [{ attribution: "\ud800" }, "attribution"],
    [{ colour: "red" }, "colour"],
    [[], "body"],
    ["null", "body"],
  ])("refuses %j and names %s", async (said, parameter) => {
    const { body } = await app.refused("/api/v1/sources/NBKR", put(said));
    expect(body).toMatchObject({ type: "/problems/invalid-body", errors: [{ parameter }] });
  });

  it("refuses what is no JSON, another type, too much, a parameter, and a code that there is not", async () => {
    const path = "/api/v1/sources/NBKR";
    const kindOf = async (at: string, init: RequestInit) =>
      (await app.refused(at, init)).body.type.slice("/problems/".length);
    expect(await kindOf(path, put("{"))).toBe("invalid-body");
    expect(await kindOf(path, put("a", { "Content-Type": "text/csv" }))).toBe("unsupported-media");
    expect(await kindOf(path, put({ licence: "x".repeat(300_000) }))).toBe("too-large");
    expect(await kindOf(`${path}?dryRun=true`, put({}))).toBe("invalid-query");
    expect(await kindOf("/api/v1/sources/NOPE", put({ rank: 1 }))).toBe("not-found");
  });
});
