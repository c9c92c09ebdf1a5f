import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { importText } from "../support/import-text.ts";
import {
  inEachShape,
  keepPicture,
  overflowOf,
  seriousFaults,
  startSite,
  visibleText,
} from "../support/browser.ts";
import { reload } from "../support/still-page.ts";

const site = startSite();

const searchOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);
const need = "/en/indicators/contraception";
/** Shares of women of whom few were asked, too few, and none with an unmet need. */
const surveyed = [
  "FREQ,REF_AREA,INDICATOR,AGE,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS",
  "A,KZ,DEMAND_SATISFIED,_T,PC,2024,45.2,A",
  "A,KZ-15,DEMAND_SATISFIED,_T,PC,2024,17.4,U",
  "A,KZ-23,DEMAND_SATISFIED,_T,PC,2024,,Q",
  "A,KZ-71,DEMAND_SATISFIED,_T,PC,2024,0,A",
].join("\n");

beforeAll(async () => {
  const { state } = await importText(site.database.pool, surveyed, {
    dataset: "CONTRACEPTION",
    source: "BNS",
  });
  expect(state).toBe("committed");
});

/** The names of the rows of the drawing, from top to bottom. */
const rowsOf = (page: Page) =>
  page.locator("kurs-bar-list li > span:first-child").allTextContents();

describe("regions and ages", () => {
  it("regions are sorted by value with the country among them, ages stay in their natural order", async () => {
    await site.visit(need, async (page) => {
      const regions = await rowsOf(page);
      expect(regions[0]).toBe("Aktobe");
      expect(regions.indexOf("Kazakhstan")).toBeGreaterThan(0);
      await page.getByRole("button", { name: "By age" }).click();
      await expect.poll(() => searchOf(page)).toBe("?by=age");
      await expect
        .poll(() => rowsOf(page))
        .toEqual([
          "all ages",
          "15–19 years",
          "20–24 years",
          "25–29 years",
          "30–34 years",
          "35–39 years",
        ]);
    });
  });

  it("the order and the year are in the address, and come back with it", async () => {
    await site.visit(need, async (page) => {
      await page.getByLabel("Order").selectOption("name");
      await expect.poll(() => searchOf(page)).toBe("?sort=name");
      const names = await rowsOf(page);
      expect(names).toEqual([...names].sort());
      await page.getByLabel("Year").selectOption("2015");
      await expect.poll(() => searchOf(page)).toBe("?sort=name&year=2015");
      await expect.poll(() => rowsOf(page)).toEqual(["Kazakhstan"]);
      await reload(page);
      expect(await rowsOf(page)).toEqual(["Kazakhstan"]);
      await page.goBack();
      await expect.poll(() => rowsOf(page)).toEqual(names);
    });
  });

  it("bars start at zero whatever the address asks: the longest is as long as there is room, the others in proportion", async () => {
    await site.visit(`${need}?scale=log&from=2023&range=1y&base=2015`, async (page) => {
      const widths = await page
        .locator("kurs-bar-list rect")
        .evaluateAll((all) => all.map((one) => one.getAttribute("width")));
      expect(widths[0]).toBe("100.000%");
      expect(widths[3]).toBe(`${((23 / 26.7) * 100).toFixed(3)}%`);
    });
  });

  it("few cases are hollow and in parentheses, what is suppressed has words, and zero is no dot missing", async () => {
    await site.visit(`${need}?m=DEMAND_SATISFIED`, async (page) => {
      const list = page.locator("kurs-dot-list");
      await list.waitFor();
      expect(await list.locator("circle.hollow").count()).toBe(1);
      const row = (name: string) => list.locator("li", { hasText: name });
      expect(await row("Aktobe").textContent()).toContain("(17.4%)");
      expect(await row("Atyrau").textContent()).toContain("suppressed (fewer than 25)");
      expect(await row("Atyrau").locator("circle").count()).toBe(0);
      expect(await row("Astana").textContent()).toMatch(/(?<![\d.])0%/);
      expect(await row("Astana").locator(".tick").count()).toBe(1);
      expect(await visibleText(page)).toContain("based on few cases");
      await keepPicture(page, "indicator-dots-1280");
    });
  });
});

describe("a figure", () => {
  it("has a message, a subtitle with measure, place, unit and period, a source, and how to cite it", async () => {
    await site.visit(need, async (page) => {
      const text = (await visibleText(page)).replace(/\s+/g, " ");
      for (const told of [
        "Unmet need for contraception: highest in Aktobe, of the 4 compared",
        "Unmet need for contraception, Kazakhstan, per cent, 2024",
        "Source: Bureau of National Statistics of Kazakhstan via Kurs",
        "@misc{kurs-unmet-need",
      ])
        expect(text).toContain(told);
    });
  });

  it("leads from each cell of its table to the line of the file", async () => {
    await site.visit("/en/indicators/refinery", async (page) => {
      await page.locator("kurs-series-table tbody button").nth(1).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText(/ROMPETROL_RAFINARE,NET_RESULT,USD_MN,2024,-78/).waitFor();
    });
  });

  it("is downloaded as the series that are shown", async () => {
    await site.visit("/en/indicators/trade", async (page) => {
      const csv = await page.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
      const answer = await fetch(new URL(csv ?? "", site.address));
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(/TRADE\/A\.KZ\.EXPORTS\.PC_GDP/);
    });
  });
});

describe("in either theme", () => {
  it.each([
    ["refinery-ru", "/ru/indicators/refinery", 360],
    ["contraception-ru", "/ru/indicators/contraception?by=age", 360],
    ["dots", `${need}?m=DEMAND_SATISFIED`, 360],
    ["trade", "/en/indicators/trade", 768],
  ] as const)(
    "%s at %s fits a window of %i px, and axe finds nothing serious",
    async (name, path, width) => {
      const look = async (page: Page) =>
        inEachShape(page, [width], async (_, theme) => {
          const over = await overflowOf(page);
          expect(over, theme).toBeLessThanOrEqual(0);
          expect(await seriousFaults(page), theme).toEqual([]);
          await keepPicture(page, `indicator-${name}-${theme}-${width}`);
        });
      await site.visit(path, look, { theme: "dark", width });
    },
  );
});
