import { describe, expect, it } from "vitest";
import { openApiDocument } from "../../../server/http/openapi/openapi.ts";
import { startApp } from "../../support/app.ts";

const app = startApp();

describe("every answer", () => {
  it("may be read from any page on the web, and says nothing of what it is made with", async () => {
    for (const path of ["/api/v1/datasets", "/api/v1/nowhere"]) {
      const { headers } = await fetch(`${app.address}${path}`);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      );
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    }
  });

  it("lets a page elsewhere ask with the headers of caches and streams, and read those of paging", async () => {
    const address = `${app.address}/api/v1/series/FX/D.USD.KGS.MARKET/observations`;
    const asked = {
      origin: "https://x.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "if-none-match",
    };
    const preflight = await fetch(address, { method: "OPTIONS", headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("*");
    expect(preflight.headers.get("access-control-allow-headers")).toMatch(/if-none-match/i);
    expect(preflight.headers.get("access-control-allow-methods")).not.toMatch(/POST|PUT|DELETE/);
    const { headers } = await fetch(address);
    expect(headers.get("access-control-expose-headers")).toMatch(/ETag.*Link/);
    const nul = await fetch(`${app.address}/api/v1/datasets/%00`);
    expect([nul.status, nul.headers.get("access-control-allow-origin")]).toEqual([404, "*"]);
  });

  it("outside the API has the strict policy of a page", async () => {
    for (const path of ["/nowhere", "/apis", "/healthz"]) {
      const { headers } = await fetch(`${app.address}${path}`);
      expect(headers.get("content-security-policy")).toContain("script-src 'self'");
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it.each([
    "/api/v1/nowhere",
    "/nowhere",
    "/api/v1/series/FX",
    "/%00",
    "/api/v1/datasets/%00",
    "/api/v1/series/FX/%E0%A4%A",
  ])("to %s is a problem, never HTML, and kept by no cache", async (path) => {
    const { response, body } = await app.refused(path);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(body.status).toBeLessThan(500);
  });

  it.each([
    "/api/v1/series?asOf=0000-01-01",
    "/api/v1/series/FX/D.USD.KGS.MARKET/observations?start=0000",
    "/api/v1/rates/latest?base=USD&quotes=KGS&date=0000-01-01",
    "/api/v1/events?start=0000",
    "/api/v1/events?cursor=WyJ4IiwieSJd",
    "/api/v1/imports?cursor=WyJ4Il0",
  ])("to %s names the parameter that is impossible", async (path) => {
    const { body } = await app.refused(path);
    const [, parameter] = /[?&](asOf|start|date|cursor)=/.exec(path) ?? [];
    expect(body).toMatchObject({ type: "/problems/invalid-query", errors: [{ parameter }] });
  });

  it.each(["/api/v1/imports", "/api/v1/imports/1/changes?format=csv", "/api/v1/openapi.json"])(
    "to %s names what it varies by, and has a strong tag for each way of packing it",
    async (path) => {
      const ask = (coding: string, tag = "") => {
        const headers = { "Accept-Encoding": coding, "If-None-Match": tag };
        return fetch(app.address + path, { headers });
      };
      const codings = ["identity", "gzip", "br"];
      const answers = await Promise.all(codings.map((coding) => ask(coding)));
      const tags = answers.map(({ headers }) => headers.get("etag") ?? "");
      expect(new Set(tags).size).toBe(codings.length);
      expect(answers.map(({ headers }) => headers.get("content-encoding"))).toEqual([
        null,
        "gzip",
        "br",
      ]);
      for (const [i, { headers }] of answers.entries()) {
        expect(tags[i]).toMatch(/^"/);
        expect(headers.get("vary")).toBe("Accept, Accept-Encoding, Accept-Language");
        expect((await ask(codings[i]!, tags[i])).status).toBe(304);
        expect((await ask("deflate", tags[i])).status).toBe(i === 0 ? 304 : 200);
      }
    },
  );

  it.each([
    ["application/xml", null],
    ["application/json; charset=utf-8", "application/json"],
    ["text/csv; header=present, application/json;q=0.9", "text/csv"],
    ["text/csv; header=absent", null],
  ])("to Accept: %s is %s, and null a problem", async (accept, type) => {
    const path = "/api/v1/series/FX/D.USD.KGS.MARKET/observations?last=1";
    for (const _ of ["made", "kept"]) {
      const { status, headers } = await fetch(app.address + path, { headers: { accept } });
      expect([status, headers.get("content-type")]).toEqual(
        type === null
          ? [406, "application/problem+json; charset=utf-8"]
          : [200, `${type}; charset=utf-8`],
      );
    }
  });
});

describe("GET /healthz and /readyz", () => {
  it("say that the process lives and that the database is migrated", async () => {
    expect((await app.ask("health")).body).toEqual({ status: "ok" });
    expect((await app.ask("ready")).body).toEqual({ status: "ok" });
  });

  it("take no parameters", async () => {
    const { body } = await app.refused("/healthz?x=1");
    expect(body.errors).toMatchObject([{ parameter: "x" }]);
  });
});

describe("GET /api/v1/events", () => {
  it("pages newest first, filters by country, kind and range, and counts all that match", async () => {
    const { body } = await app.ask("events", {}, { limit: "5" });
    expect(body.total).toBe(14);
    expect(body.events).toHaveLength(5);
    expect(body.events[0]).toMatchObject({
      start: "2025-11-27",
      countries: ["KG", "KZ", "TJ"],
      kind: "security",
    });
    const rest = await app.ask("events", {}, { limit: "100", cursor: body.next! });
    expect(rest.body.events).toHaveLength(9);
    const uz = await app.ask("events", {}, { country: "UZ" });
    expect(uz.body.events.map(({ title }) => title)).toEqual(["Sum rates unified"]);
    const span = await app.ask(
      "events",
      {},
      { start: "2022-01-05", end: "2022-01-05", kind: "politics" },
    );
    expect(span.body.events).toMatchObject([{ start: "2022-01-02", end: "2022-01-11" }]);
  });
});

describe("GET /api/v1/sources", () => {
  it("lists who publishes, official before market before others, with licence and attribution", async () => {
    const { body } = await app.ask("sources");
    const market = body.sources.find(({ code }) => code === "MARKET");
    expect(market).toMatchObject({
      kind: "market",
      licence: "CC0-1.0",
      seriesCount: 10,
      lastImport: { id: 2 },
    });
    const ranks = body.sources.map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect((await app.ask("source", { code: "PWT" })).body.attribution).toContain("Feenstra");
  });
});

describe("GET /api/v1/openapi.json", () => {
  it("is the OpenAPI document, with the address of this server", async () => {
    const response = await fetch(`${app.address}/api/v1/openapi.json`);
    const document = (await response.json()) as ReturnType<typeof openApiDocument>;
    expect(document).toEqual(JSON.parse(JSON.stringify(openApiDocument(app.address))));
    expect(document.servers).toEqual([{ url: app.address }]);
  });
});
