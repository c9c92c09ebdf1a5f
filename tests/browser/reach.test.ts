import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { startSite } from "../support/browser.ts";
import { overflow, seenElements, tabStops } from "../support/page-elements.ts";
import { untilDrawn } from "../support/still-page.ts";

const site = startSite();

const pages = [
  "/en/",
  "/ru/rates/usd-kgs",
  "/en/rates/usd-uzs?view=table&range=1m",
  "/en/compare?s=usd-kgs~usd-kzt~usd-tjs~usd-uzs~usd-tmt",
  "/en/indicators/contraception",
  "/en/events",
  "/en/sources",
  "/en/sources/FX/D.USD.KGS.MARKET",
  "/en/api",
];

/** Of each row of buttons, scrolled so far: whether it goes on to the right, and whether it says so. */
async function choiceRows(page: Page, left: number) {
  const choices = page.locator("kurs-choice");
  await choices.evaluateAll((rows, to) => {
    for (const row of rows) row.shadowRoot?.querySelector("[role=group]")?.scrollTo(to, 0);
  }, left);
  await untilDrawn(page);
  return choices.evaluateAll((rows) =>
    rows.map((row) => {
      const { scrollWidth, clientWidth, scrollLeft } = row.shadowRoot!.querySelector("div")!;
      return {
        goesOn: scrollWidth - clientWidth - scrollLeft > 1,
        fades: row.hasAttribute("more-after"),
      };
    }),
  );
}

describe.each(pages)("%s", (path) => {
  it("can be read and pressed: small, large, zoomed, and in twice as large a text", async () => {
    await site.visit(path, async (page) => {
      const wide = await seenElements(page);
      const small = wide.filter(({ textSize }) => textSize !== null && textSize < 11.99);
      expect(small.map(({ name, textSize }) => `${name}: ${textSize} px`)).toEqual([]);
      const slim = wide.filter(
        ({ isTarget, isInSentence, width, height }) =>
          isTarget && !isInSentence && Math.min(width, height) < 23.9,
      );
      expect(slim.map(({ name, width, height }) => `${name}: ${width} × ${height}`)).toEqual([]);

      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      await untilDrawn(page);
      expect(await overflow(page), "with text of 200 %").toBe(0);
      await page.evaluate(() => (document.documentElement.style.fontSize = ""));

      await page.setViewportSize({ width: 320, height: 640 });
      await untilDrawn(page);
      expect(await overflow(page), "zoomed to 400 %").toBe(0);

      await page.setViewportSize({ width: 360, height: 800 });
      await untilDrawn(page);
      const low = (await seenElements(page)).filter(
        ({ name, isTarget, height }) =>
          isTarget && /^(button|select|input)\b(?!\.link)/.test(name) && height < 43.9,
      );
      expect(low.map(({ name, height }) => `${name}: ${height} px`)).toEqual([]);

      const [before, after] = [await choiceRows(page, 0), await choiceRows(page, 1_000)];
      expect(before).toEqual(before.map(({ goesOn }) => ({ goesOn, fades: goesOn })));
      expect(after).toEqual(after.map(() => ({ goesOn: false, fades: false })));
      if (path.includes("compare")) expect(before.some(({ fades }) => fades)).toBe(true);
    });
  });
});

describe("with the Tab key", () => {
  it.each(pages.slice(0, 5))(
    "all of %s is reached in the order of the eye, each stop with a ring and uncovered",
    async (path) => {
      await site.visit(path, async (page) => {
        const stops = await tabStops(page);
        expect(stops.length).toBeGreaterThan(10);
        for (const { name, ring, isCovered } of stops) {
          if (ring !== null) expect(ring, name).toBeGreaterThanOrEqual(2);
          expect(isCovered, name).toBe(false);
        }
        const back = stops.filter((stop, i) => {
          const before = stops[i - 1];
          return (
            before &&
            !stop.isInRegion &&
            !before.isInRegion &&
            stop.y < before.y - 12 &&
            stop.x <= before.x
          );
        });
        expect(back.map(({ name }) => name)).toEqual([]);
        expect(stops.filter(({ role }) => role === "slider").length).toBeLessThanOrEqual(1);
      });
    },
  );
});

it("the som has one colour, on the overview, its own page and beside others", async () => {
  const blue = "rgb(13, 82, 181)";
  await site.visit("/en/", async (page) => {
    const line = page.locator("kurs-rate-card", { hasText: "KGS" }).locator("svg path").first();
    expect(await line.evaluate((path) => getComputedStyle(path).stroke)).toBe(blue);
  });
  await site.visit("/en/compare?s=usd-tmt~usd-kgs", async (page) => {
    const mark = page.locator(".chosen li", { hasText: "Kyrgyz" }).locator(".mark");
    expect(await mark.evaluate((span) => getComputedStyle(span).color)).toBe(blue);
  });
  for (const path of ["/en/rates/usd-kgs", "/en/compare?s=usd-tmt~usd-kgs"])
    await site.visit(path, async (page) => {
      const inked = await page.locator("canvas").evaluate((canvas) => {
        const { width, height } = canvas as HTMLCanvasElement;
        const { data } = (canvas as HTMLCanvasElement)
          .getContext("2d")!
          .getImageData(0, 0, width, height);
        let count = 0;
        for (let i = 0; i < data.length; i += 4)
          if (data[i] === 13 && data[i + 1] === 82 && data[i + 2] === 181) count += 1;
        return count;
      });
      expect(inked, path).toBeGreaterThan(200);
    });
});
