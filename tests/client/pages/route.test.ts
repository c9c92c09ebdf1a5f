import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressOfPage,
  type Page,
  readRoute,
  type Route,
  writeRoute,
} from "../../../client/pages/route.ts";
import { plainView, type View } from "../../../client/pages/view.ts";
import { languages } from "../../../server/contract/language.ts";
import { view } from "./arbitrary-view.ts";

const currency = fc.constantFrom("USD", "KGS", "KZT");
const page: fc.Arbitrary<Page> = fc.oneof(
  fc.record({ name: fc.constantFrom("overview", "compare", "events", "sources", "api", "import") }),
  fc.integer({ min: 1, max: 999_999_999 }).map((id): Page => ({ name: "import-report", id })),
  fc
    .tuple(currency, currency)
    .filter(([base, quote]) => base !== quote)
    .map(([base, quote]): Page => ({ name: "rate", base, quote })),
  fc.constantFrom("REFINERY", "TRADE").map((dataset): Page => ({ name: "indicator", dataset })),
  fc
    .constantFrom("D.USD.KGS.MARKET", "A.KZ-15.UNMET_NEED._T.PC", "A.A@B.C$D")
    .map((key): Page => ({ name: "series", dataset: "FX", key })),
  fc.constant<Page>({ name: "not-found", path: "no/such/page" }),
);
const route: fc.Arbitrary<Route> = fc
  .record({ language: fc.constantFrom(...languages), page, view })
  // Levels are a choice on the compare page alone.
  .filter(({ page: { name }, view: { as } }) => name === "compare" || as !== "level");

describe("writeRoute", () => {
  it("writes an address that reads back as the same route, with nothing ignored", () => {
    fc.assert(
      fc.property(route, (asked) => {
        const { pathname, search } = new URL(writeRoute(asked), "http://kurs");
        expect(readRoute(pathname, search, "en")).toEqual({ route: asked, ignored: [] });
      }),
    );
  });

  it.each([
    [{ name: "overview" }, {}, "/ru/"],
    [{ name: "rate", base: "USD", quote: "KGS" }, {}, "/ru/rates/usd-kgs"],
    [
      { name: "compare" },
      { s: ["usd-kgs", "usd-uzs", "TRADE/A.KG.IMPORTS.USD_MN"], as: "level" },
      "/ru/compare?as=level&s=usd-kgs~usd-uzs~TRADE/A.KG.IMPORTS.USD_MN",
    ],
    [{ name: "import" }, {}, "/ru/import"],
    [{ name: "import-report", id: 12 }, {}, "/ru/import/12"],
    [
      { name: "series", dataset: "FX", key: "D.USD.KGS.MARKET" },
      {},
      "/ru/sources/FX/D.USD.KGS.MARKET",
    ],
    [
      { name: "rate", base: "USD", quote: "UZS" },
      { view: "table", range: "5y", dir: "inv" },
      "/ru/rates/usd-uzs?dir=inv&range=5y&view=table",
    ],
    [
      { name: "indicator", dataset: "TRADE" },
      { m: "EXPORTS.USD_MN" },
      "/ru/indicators/trade?m=EXPORTS.USD_MN",
    ],
  ] as [Page, Partial<View>, string][])("%j with %j is %s", (asked, changes, address) => {
    expect(addressOfPage("ru", asked, changes)).toBe(address);
  });
});

describe("readRoute", () => {
  it("knows levels as a choice on the compare page, and as the default elsewhere", () => {
    const asOn = (path: string) => readRoute(path, "?as=level", "en").route.view.as;
    expect(asOn("/en/compare")).toBe("level");
    expect(asOn("/en/rates/usd-kgs")).toBeNull();
    const page: Page = { name: "rate", base: "USD", quote: "KGS" };
    expect(addressOfPage("en", page, { as: "level" })).toBe("/en/rates/usd-kgs");
  });

  it("takes the preferred language where the path has none", () => {
    expect(readRoute("/", "", "tg").route).toEqual({
      language: "tg",
      page: { name: "overview" },
      view: plainView,
    });
  });

  it.each([
    ["/ru/rates/USD-KGS", "/ru/rates/usd-kgs"],
    ["/ru/indicators/Trade", "/ru/indicators/trade"],
    ["/ru/rates", "/ru/"],
    ["/ru/indicators/", "/ru/"],
  ])("%s is %s", (path, address) => {
    expect(writeRoute(readRoute(path, "", "en").route)).toBe(address);
  });

  it.each([
    "/en/rates/usd",
    "/en/rates/usd-usd",
    "/en/rates/usd-kgs/x",
    "/en/compare/usd-kgs",
    "/en/sources/FX",
    "/en/sources/fx/D.USD",
    "/en/sources/FX/D",
    "/en/sources/FX/D.USD/x",
    "/en/indicators/7",
    "/en/events/7",
    "/en/import/0",
    "/en/import/x",
    "/en/import/7/x",
  ])("%s leads nowhere", (path) => {
    expect(readRoute(path, "", "en").route.page.name).toBe("not-found");
  });

  it("keeps path and query when only the language changes", () => {
    const { route: found } = readRoute("/en/rates/usd-kgs", "?range=5y", "en");
    expect(writeRoute({ ...found, language: "ky" })).toBe("/ky/rates/usd-kgs?range=5y");
  });
});
