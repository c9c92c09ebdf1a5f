import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { keepPicture, startSite } from "../support/browser.ts";
import { untilDrawn } from "../support/still-page.ts";

const site = startSite();

/** A4 less the margins of the style sheet, in CSS pixels. */
const paper = 680;

/** What of a page is cut at the right edge of the paper, or within a region that scrolls on a screen. */
const cutParts = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        const { display, overflowX } = getComputedStyle(element);
        const isSpoken = element.closest(".spoken") !== null;
        if (display === "inline" || display === "none" || isSpoken) continue;
        const isHidden = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
        if (isHidden || element.getBoundingClientRect().right > innerWidth + 1)
          found.push(`${element.localName}.${element.className}`);
      }
    };
    look(document.body);
    return found;
  });

/** Controls that would be on the paper; what leads to a receipt is a number there, and what sorts a table heads a column. */
const controls = async (page: Page) => {
  const visible: string[] = [];
  for (const one of await page
    .locator(":not(th) > button:not(.link), select, input, a.button")
    .all())
    if (await one.isVisible()) visible.push((await one.textContent()) ?? "");
  return visible;
};

describe("on paper", () => {
  it.each([
    ["rate", "/en/rates/usd-kgs"],
    ["rate-table", "/en/rates/usd-uzs?range=max&view=table"],
    ["compare", "/en/compare?as=index&s=usd-kgs~usd-kzt~usd-tjs~usd-uzs~usd-tmt"],
    ["indicator", "/en/indicators/trade"],
    ["series", "/en/sources/FX/D.USD.KGS.MARKET"],
    ["overview", "/en/"],
  ] as const)(
    "%s is light, without controls, whole, and says whose, where and when",
    async (name, path) => {
      await site.visit(
        path,
        async (page) => {
          await page.emulateMedia({ media: "print", colorScheme: "dark" });
          await untilDrawn(page);
          const ground = () => getComputedStyle(document.documentElement).backgroundColor;
          expect(await page.evaluate(ground)).toBe("rgb(255, 255, 255)");
          expect(await controls(page)).toEqual([]);
          expect(await page.getByRole("banner").isVisible()).toBe(false);
          expect(await page.locator("h1").isVisible()).toBe(true);
          const printed = page.locator(".printed");
          expect(await printed.isVisible()).toBe(true);
          expect(await printed.textContent()).toMatch(/Printed on \d+ \w+ 20\d\d from http/);
          expect(await printed.textContent()).toContain(path);
          for (const words of ["Source: ", "CC"])
            expect(await page.getByText(words).first().isVisible()).toBe(true);
          expect(await cutParts(page)).toEqual([]);
          await keepPicture(page, `print-${name}`);
        },
        { theme: "dark", width: paper },
      );
    },
  );

  it("a chart has its table below it, of at most 60 rows", async () => {
    const rowsOn = (page: Page) =>
      page
        .locator("kurs-series-table tbody tr")
        .evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).length);
    await site.visit("/en/rates/usd-kgs", async (page) => {
      expect(await rowsOn(page)).toBe(0);
      await page.emulateMedia({ media: "print" });
      expect(await rowsOn(page)).toBeGreaterThan(5);
      expect(await rowsOn(page)).toBeLessThanOrEqual(60);
      expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 5).toString()).toBe("%PDF-");
    });
    await site.visit("/en/rates/usd-kgs?view=table&range=max", async (page) => {
      expect(await rowsOn(page)).toBeGreaterThan(60);
      await page.emulateMedia({ media: "print" });
      expect(await rowsOn(page)).toBe(60);
      expect(await page.getByText("The newest 60 are shown").isVisible()).toBe(true);
    });
  });
});
