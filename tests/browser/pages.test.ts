import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  inEachShape,
  keepPicture,
  overflowOf,
  seriousFaults,
  startSite,
  visibleText,
} from "../support/browser.ts";

const site = startSite();

const pages = [
  ["overview", "/en/"],
  ["rate", "/en/rates/usd-kgs"],
  ["rate-inverse", "/en/rates/usd-uzs?dir=inv&range=max"],
  ["rate-manat", "/en/rates/usd-tmt"],
  ["rate-table", "/en/rates/usd-kgs?view=table"],
  ["refinery", "/en/indicators/refinery"],
  ["contraception-region", "/en/indicators/contraception?by=region"],
  ["contraception-age", "/en/indicators/contraception?by=age"],
  ["trade", "/en/indicators/trade"],
  ["events", "/en/events"],
  ["sources", "/en/sources"],
  ["api", "/en/api"],
  ["overview-ru", "/ru/"],
  ["rate-ru", "/ru/rates/usd-kzt"],
] as const;

/** The other pages have a test file each, which looks at them in both themes and at every width. */
const lookedAtHere = pages.filter(([name]) =>
  ["rate-manat", "trade", "refinery", "overview-ru", "rate-ru"].includes(name),
);

describe("in either theme", () => {
  it.each(lookedAtHere)(
    "the page %s opens without an error, and axe finds nothing serious",
    async (name, path) => {
      const look = async (page: Page) => {
        expect(await page.locator("h1").count()).toBe(1);
        await inEachShape(page, [1280, 768, 360], async (width, theme) => {
          const overflow = await overflowOf(page);
          expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0);
          await keepPicture(page, `${name}-${theme}-${width}`);
          if (width !== 768) expect(await seriousFaults(page), `${width} px, ${theme}`).toEqual([]);
        });
      };
      await site.visit(path, look, { theme: "dark" });
    },
  );
});

describe("what is printed", () => {
  it.each(pages)(
    "on %s has no signed zero, no exponent, and no hyphen for a minus",
    async (name, path) => {
      await site.visit(path, async (page) => {
        const text = await visibleText(page);
        expect(text.length).toBeGreaterThan(200);
        expect(text).not.toMatch(/[-−+]0([.,]0+)?\s?%/);
        expect(text).not.toMatch(/[▲▼●]\s*[+−]?0[.,]0+\s?%/);
        expect(text).not.toMatch(/\d[eE][-+−]?\d/);
        expect(text).not.toMatch(/\b0[.,]00008\b/);
        // The API's examples are code.
        if (name !== "api") expect(text).not.toMatch(/(^|[\s(])-\d/m);
      });
    },
  );
});
