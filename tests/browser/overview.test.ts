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
import { importText } from "../support/import-text.ts";
import { reload } from "../support/still-page.ts";

const site = startSite();
const empty = startSite("empty");

const movers = (page: Page) => page.locator("kurs-movers");
const codesOf = (page: Page) => movers(page).locator("tbody th a").allTextContents();

describe("the overview", () => {
  it("takes few questions to the API, and none of them fails", async () => {
    await site.visit("/en/", async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => {
        if (request.url().includes("/api/v1/")) asked.push(request.url());
      });
      await reload(page);
      expect(asked.length).toBeGreaterThan(5);
      // One of them is the footer's.
      expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(20);
      expect(new Set(asked.filter((one) => !one.includes("/sources"))).size).toBe(
        asked.filter((one) => !one.includes("/sources")).length,
      );
    });
  });

  it("has five cards, each one link with its rate, its changes and its year, in the digits of every other place", async () => {
    await site.visit("/en/", async (page) => {
      const cards = page.locator("kurs-rate-card a");
      expect(await cards.count()).toBe(5);
      const names = await cards.allTextContents();
      for (const name of names) expect(name.replace(/\s+/g, " ")).toMatch(/1 USD = .*in 1 year/);
      const digits = names.map((name) => /1 USD =\s+([\d.,]+)/.exec(name)?.[1] ?? "none");
      const rows = await movers(page).locator("tbody tr").allTextContents();
      expect(rows.map((row, i) => row.includes(digits[i]!))).toEqual(rows.map(() => true));
      await cards.first().click();
      await page.getByRole("heading", { level: 1, name: /KGS/ }).waitFor();
      await expect.poll(() => visibleText(page)).toContain(`${digits[0]} KGS`);
    });
  });

  it("says once that the rates are a market's, of which day, and that they are old", async () => {
    await site.visit("/en/", async (page) => {
      const strip = await page
        .locator("kurs-ticker")
        .evaluate((one) => one.shadowRoot?.textContent);
      expect(strip).toMatch(/1,000\sUZS/);
      expect(strip?.match(/Market rate, 29 Sept 2026/g)).toHaveLength(1);
      expect(strip).toMatch(/old/);
      expect(strip).not.toMatch(/fixed/);
      expect(await page.getByRole("list", { name: "Latest rates" }).count()).toBe(1);
    });
  });

  it("draws the panels on one scale, and each on its own where the reader wants it", async () => {
    await site.visit("/en/", async (page) => {
      const panels = page.locator("kurs-small-multiples li");
      expect(await panels.count()).toBe(5);
      const scales = () =>
        panels.evaluateAll((all) =>
          all.map((one) =>
            [...one.querySelectorAll("text")].map((text) => text.textContent).join(),
          ),
        );
      expect(new Set(await scales()).size).toBe(1);
      await page.getByRole("button", { name: "Own scale" }).click();
      await expect.poll(() => new URL(page.url()).search).toBe("?uniform=0");
      await expect.poll(async () => new Set(await scales()).size).toBeGreaterThan(1);
      await page.goBack();
      await expect.poll(async () => new Set(await scales()).size).toBe(1);
    });
  });

  it("sorts the movers by any column, says so, and leads from a rate to its receipt", async () => {
    await site.visit("/en/", async (page) => {
      expect(await codesOf(page)).toEqual(["KGS", "KZT", "TJS", "UZS", "TMT"]);
      const head = movers(page).getByRole("columnheader", { name: "1 year" });
      await head.getByRole("button").click();
      expect(await head.getAttribute("aria-sort")).toBe("descending");
      const down = await codesOf(page);
      await head.getByRole("button").click();
      expect(await head.getAttribute("aria-sort")).toBe("ascending");
      expect(await codesOf(page)).toEqual([...down].reverse());
      await movers(page)
        .getByRole("button", { name: /^87\.45/ })
        .click();
      await page.getByRole("dialog").getByText("market-rates.csv").first().waitFor();
    });
  });

  it("shows the last events and imports, and each event leads to its place in the list", async () => {
    await site.visit("/en/", async (page) => {
      expect(await page.locator(".news").count()).toBe(2);
      await page.getByRole("link", { name: "CSTO summit in Bishkek" }).click();
      await page.waitForURL(/\/en\/events#event-\d+$/);
      await page.locator("li.linked").getByText("CSTO summit in Bishkek").waitFor();
    });
  });

  it("stands by its other parts where one fails, and comes back", async () => {
    await site.visit(
      "/en/",
      async (page) => {
        await page.route("**/api/v1/events?*", (route) => route.abort());
        await reload(page);
        expect(await page.getByRole("alert").count()).toBe(1);
        expect(await page.locator("kurs-rate-card a").count()).toBe(5);
        expect(await page.locator(".headline").count()).toBe(3);
        await page.unroute("**/api/v1/events?*");
        await page.getByRole("button", { name: "Retry" }).click();
        await page.getByRole("link", { name: "CSTO summit in Bishkek" }).waitFor();
        expect(await page.getByRole("alert").count()).toBe(0);
      },
      { expected: /ERR_FAILED/ },
    );
  });
});

describe("an empty database", () => {
  it.each(["/en/", "/ru/", "/en/sources", "/en/events", "/en/indicators/refinery"])(
    "has at %s a sentence and a way on, and no problem",
    async (path) => {
      await empty.visit(
        path,
        async (page) => {
          expect(await page.getByRole("alert").count()).toBe(0);
          expect(await visibleText(page)).toMatch(/kurs import/);
          expect(await page.locator('main a[href$="/import"]').count()).toBeGreaterThan(0);
          expect(await seriousFaults(page)).toEqual([]);
        },
        { expected: /404/ },
      );
    },
  );
});

it("nothing is wider than its window, in either theme, and axe finds nothing serious", async () => {
  const look = async (page: Page) =>
    inEachShape(page, [1280, 768, 360], async (width, theme) => {
      const over = await overflowOf(page);
      expect(over, `${width} px, ${theme}`).toBeLessThanOrEqual(0);
      expect(await seriousFaults(page), `${width} px, ${theme}`).toEqual([]);
      await keepPicture(page, `overview-ru-${theme}-${width}`);
    });
  await site.visit("/ru/", look, { theme: "dark" });
});

it("a source that is new hides nothing of the others: not their year, nor their panels; and what each says fits a phone", async () => {
  const days = ["2026-11-16,USD,KGS,87.4490", "2026-11-17,USD,KGS,87.4485"];
  await importText(site.database.pool, ["date,base,quote,rate", ...days].join("\n"), {
    source: "NBKR",
    today: "2026-11-20",
  });
  const look = async (page: Page) => {
    await page.getByText("Kyrgyz som: nothing on ").waitFor();
    const text = await visibleText(page);
    expect(text).toMatch(/so that its next value, of 16 Nov 2026, is 100\./);
    expect(text).toContain("Rates as of 29 Sept 2026–17 Nov 2026.");
    expect(text).not.toContain("Loading…");
    expect(await page.locator("kurs-small-multiples li").count()).toBe(5);
    // Only the new one has no year yet.
    expect(text.match(/—\s[^—]*?in 1 year/g)).toHaveLength(1);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  };
  await site.visit("/en/", look, { width: 320 });
});
