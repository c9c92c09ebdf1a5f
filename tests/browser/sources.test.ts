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

const som = "/en/sources/FX/D.USD.KGS.MARKET";

describe("the list of sources", () => {
  it("says of each who it is, on which terms, and when it last changed", async () => {
    await site.visit("/en/sources", async (page) => {
      const card = page.locator("section.card", { hasText: "currency-api" }).first();
      const text = (await card.textContent())?.replace(/\s+/g, " ");
      for (const told of ["market", "CC0-1.0", "fawazahmed0/currency-api", "10", "UTC"])
        expect(text).toContain(told);
    });
  });

  it("leads to the page of each series, and asks for them only then", async () => {
    await site.visit("/en/sources", async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      const card = page.locator("section.card", { hasText: "currency-api" }).first();
      expect(asked.filter((one) => one.includes("/api/v1/series"))).toEqual([]);
      await card.getByText("Its series").click();
      await card.getByRole("link", { name: /Kyrgyz som/ }).click();
      await page.waitForURL(new RegExp(som.replaceAll(".", "\\.")));
      await page.getByRole("heading", { level: 1, name: /US dollar in Kyrgyz som/ }).waitFor();
    });
  });
});

describe("the page of a series", () => {
  it("says who publishes it, its unit and direction, its span, its gaps and its imports", async () => {
    await site.visit(som, async (page) => {
      const text = (await visibleText(page)).replace(/\s+/g, " ");
      for (const told of [
        "KGS for 1 USD",
        "Daily",
        "2 Mar 2024",
        "29 Sept 2026",
        "Known gaps",
        "after 12 May 2026, until 23 May 2026",
        "market-rates.csv",
        "203 added",
        "SHA-256",
        "/api/v1/series/FX/D.USD.KGS.MARKET/observations?format=csv",
      ])
        expect(text).toContain(told);
    });
  });

  it("says how the currencies are governed", async () => {
    await site.visit("/en/sources/FX/D.USD.TMT.MARKET", async (page) => {
      expect(await visibleText(page)).toMatch(/pegged 3\.50 \/ USD, since 1 Jan 2015/);
    });
  });

  it("has a chart and a table of the same observations, and each value leads to its receipt", async () => {
    await site.visit(`${som}?range=1m`, async (page) => {
      const cursor = page.getByRole("slider");
      await cursor.waitFor();
      const table = page.locator("kurs-series-table").first();
      const rows = table.locator("tbody tr");
      expect(await rows.count()).toBe(32);
      // From 0.
      expect(await cursor.getAttribute("aria-valuemax")).toBe("31");
      expect(await page.getByText("KGS for 1 USD · Frequency: Daily").isVisible()).toBe(true);
      expect(await table.locator("caption").textContent()).toMatch(/Kyrgyz som.*newest first/);
      expect(
        await table.locator("thead th:not([scope=col]), tbody th:not([scope=row])").count(),
      ).toBe(0);
      await rows.first().getByRole("button").click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("2026-09-29,USD,KGS,87.45712429").waitFor();
    });
  });

  it("is cited publisher first, in words and in BibTeX", async () => {
    await site.visit(som, async (page) => {
      const text = (await visibleText(page)).replace(/\s+/g, " ");
      expect(text).toMatch(/fawazahmed0\/currency-api: US dollar in Kyrgyz som.* [vV]ia Kurs/);
      expect(text).toContain("@misc{kurs-us-dollar");
    });
  });

  it("shows what was known on a day, and says so", async () => {
    await site.visit(
      "/en/sources/FX/D.USD.KGS.MARKET?asof=2000-01-01",
      async (page) => {
        expect(await visibleText(page)).toMatch(/1 Jan 2000/);
        expect(await page.locator("kurs-series-table tbody tr").count()).toBe(0);
      },
      { expected: /404/ },
    );
  });

  it("says that there is no such series where there is none", async () => {
    await site.visit(
      "/en/sources/FX/D.USD.XXX.MARKET",
      async (page) => {
        expect(await page.getByRole("alert").textContent()).toContain("There is no such series.");
      },
      { expected: /404/ },
    );
  });
});

it.each([
  ["series", som, [1280, 768]],
  ["series-ru", "/ru/sources/REFINERY/A.ROMPETROL_RAFINARE.NET_RESULT.USD_MN", [360]],
  ["sources-ru", "/ru/sources", [1280, 360]],
] as const)(
  "%s fits each window in either theme, and axe finds nothing serious",
  async (...row) => {
    const [name, path, widths] = row;
    const look = async (page: Page) =>
      inEachShape(page, widths, async (width, theme) => {
        const over = await overflowOf(page);
        expect(over, `${width} px, ${theme}`).toBeLessThanOrEqual(0);
        // Of a table that scrolls to the side, the caption does not.
        const ends = await page
          .locator("kurs-series-table caption span")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
        for (const end of ends) expect(end).toBeLessThanOrEqual(width);
        if (width === widths.at(-1)) expect(await seriousFaults(page), theme).toEqual([]);
        await keepPicture(page, `${name}-${theme}-${width}`);
      });
    await site.visit(path, look, { theme: "dark" });
  },
);
