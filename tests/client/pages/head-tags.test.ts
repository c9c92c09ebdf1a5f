import { describe, expect, it } from "vitest";
import { describePage, headLinks } from "../../../client/pages/head-tags.ts";
import type { Page, Route } from "../../../client/pages/route.ts";
import { plainView } from "../../../client/pages/view.ts";
import { en } from "../../../client/strings/en.ts";

const route: Route = {
  language: "ru",
  page: { name: "rate", base: "USD", quote: "KGS" },
  view: { ...plainView, view: "table", range: "5y" },
};

describe("headLinks", () => {
  it("names the address itself, the same in seven languages, and English for any other reader", () => {
    const links = headLinks(route, "https://kurs.example");
    const query = "rates/usd-kgs?range=5y&view=table";
    expect(links[0]).toEqual({
      rel: "canonical",
      hreflang: null,
      href: `https://kurs.example/ru/${query}`,
    });
    expect(links.slice(1).map(({ rel, hreflang, href }) => [rel, hreflang, href])).toEqual(
      ["en", "ru", "kk", "ky", "uz", "tg", "tk", "x-default"].map((language) => [
        "alternate",
        language,
        `https://kurs.example/${language === "x-default" ? "en" : language}/${query}`,
      ]),
    );
  });
});

describe("describePage", () => {
  it.each([
    [route.page, "The USD/KGS exchange rate today"],
    [{ name: "indicator", dataset: "TRADE" }, "Foreign trade: figures of Central Asia"],
    [{ name: "series", dataset: "FX", key: "D.USD" }, "Foreign trade: where the figures come from"],
    [{ name: "compare" }, "Central Asian exchange rates and indicators compared"],
    [{ name: "not-found", path: "x" }, "There is no such page."],
  ] as [Page, string][])("of %j begins with %s", (page, text) => {
    expect(describePage({ ...route, page }, "Foreign trade", en)).toMatch(new RegExp(`^${text}`));
  });
});
