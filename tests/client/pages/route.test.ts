import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressOfPage,
  type Page,
  readRoute,
  type Route,
  writeRoute,
} from "../../../client/pages/route.ts";
import {
  nominals,
  plainView,
  ranges,
  readView,
  type View,
  writeView,
} from "../../../client/pages/view.ts";
import { languages } from "../../../client/strings/strings.ts";

const code = fc.stringMatching(/^[A-Z][A-Z0-9_.-]{0,20}$/);
const bound = fc.constantFrom("1994", "2026-03", "2026-11-20");
const view: fc.Arbitrary<View> = fc.record({
  range: fc.constantFrom(...ranges),
  from: fc.option(bound),
  to: fc.option(bound),
  dir: fc.constantFrom("quote", "inv"),
  nom: fc.constantFrom(...nominals),
  m: fc.option(code),
  geo: fc.option(code),
  by: fc.constantFrom("region", "age"),
  view: fc.constantFrom("chart", "table"),
});
const currency = fc.constantFrom("USD", "KGS", "KZT");
const page: fc.Arbitrary<Page> = fc.oneof(
  fc.record({ name: fc.constantFrom("overview", "events", "sources", "api") }),
  fc
    .tuple(currency, currency)
    .filter(([base, quote]) => base !== quote)
    .map(([base, quote]): Page => ({ name: "rate", base, quote })),
  fc.constantFrom("REFINERY", "TRADE").map((dataset): Page => ({ name: "indicator", dataset })),
  fc.constant<Page>({ name: "not-found", path: "no/such/page" }),
);
const route: fc.Arbitrary<Route> = fc.record({
  language: fc.constantFrom(...languages),
  page,
  view,
});

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
  it("takes the preferred language where the path has none", () => {
    expect(readRoute("/", "", "tg").route).toEqual({
      language: "tg",
      page: { name: "overview" },
      view: plainView,
    });
  });

  it.each([
    "/en/rates",
    "/en/rates/usd",
    "/en/rates/usd-usd",
    "/en/rates/usd-kgs/x",
    "/en/compare",
    "/en/indicators/",
    "/en/events/7",
  ])("%s leads nowhere", (path) => {
    expect(readRoute(path, "", "en").route.page.name).toBe("not-found");
  });

  it("keeps path and query when only the language changes", () => {
    const { route: found } = readRoute("/en/rates/usd-kgs", "?range=5y", "en");
    expect(writeRoute({ ...found, language: "ky" })).toBe("/ky/rates/usd-kgs?range=5y");
  });
});

describe("readView", () => {
  it("leaves out what it does not know, and tells it as it was written", () => {
    const { view: read, ignored } = readView("?scale=foo&range=7x&from=2026-02-30&dir=inv&m=<b>");
    expect(read).toEqual({ ...plainView, dir: "inv" });
    expect(ignored).toEqual(["scale=foo", "range=7x", "from=2026-02-30", "m=<b>"]);
  });

  it("writes nothing of a plain view, and keys in alphabetical order", () => {
    expect(writeView(plainView)).toBe("");
    fc.assert(
      fc.property(view, (asked) => {
        const keys = [...new URLSearchParams(writeView(asked)).keys()];
        expect(keys).toEqual([...keys].sort());
      }),
    );
  });
});
