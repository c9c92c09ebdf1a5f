import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import {
  allFaults,
  inEachShape,
  keepPicture,
  overflowOf,
  startSite,
  visibleText,
} from "../support/browser.ts";
import { importText, ratesFile } from "../support/import-text.ts";

const site = startSite();

const som = {
  "2025-10-01": "85.1000",
  "2025-11-26": "85.0000",
  "2025-11-28": "87.0000",
  "2026-08-28": "87.2000",
  "2026-09-28": "87.3450",
  "2026-09-29": "87.4400",
};
const sum = [
  "date,base,quote,rate",
  "2017-09-04,USD,UZS,4210.35",
  "2017-09-05,USD,UZS,8100.00",
  "",
];
const manat = ["date,base,quote,rate", "2014-12-31,USD,TMT,2.8500", "2015-01-01,USD,TMT,3.5000"];

/** Official rates; all but a revision of the last som rate are old. */
beforeAll(async () => {
  const { pool } = site.database;
  const accept = ["jump"] as const;
  await importText(pool, ratesFile(som), { name: "som.csv", accept });
  await importText(pool, sum.join("\n"), { source: "CBU", name: "sum.csv", accept });
  await importText(pool, [...manat, ""].join("\n"), { source: "CBT", name: "manat.csv", accept });
  await pool.query(
    "update import set committed_at = timestamptz '2026-10-01 12:00Z' + import_id * interval '1 minute'",
  );
  const revised = { ...som, "2026-09-29": "87.4500" };
  await importText(pool, ratesFile(revised), { name: "som-revised.csv", accept });
});

const textOf = async (page: Page) => (await visibleText(page)).replace(/\s+/g, " ");
const searchOf = (page: Page) => new URL(page.url()).search;
const opener = (page: Page) => page.getByRole("button", { name: /^Where this number came from: / });

describe("who has never seen the page", () => {
  it("reads the newest rate, who published it and when, who weakened in a month, and what was around the largest move", async () => {
    await site.visit("/en/rates/usd-kgs", async (page) => {
      await expect.poll(() => textOf(page)).toContain("Around it:");
      const text = await textOf(page);
      expect(text).toContain("1 USD = 87.4500 KGS ▲ +0.12%");
      expect(text).toContain("vs 28 Sept (+0.1050)");
      expect(text).toContain(
        "Official rate, National Bank of the Kyrgyz Republic · in force Tue 29 Sept 2026",
      );
      expect(text).toMatch(/In a month, since 28 Aug 2026: ▲ \+0\.29%.* The som weakened\./);
      expect(text).toContain("Largest move shown: +2.35% (28 Nov 2025), from 85.0000 to 87.0000.");
      expect(text).toContain("Around it: 1. CSTO summit in Bishkek (27 Nov 2025).");
      const cursor = page.getByRole("slider");
      expect(await cursor.getAttribute("aria-valuetext")).toContain("Sept 2026, 87.4500 KGS per");
      const newest = page.locator("kurs-series-table tbody tr").first();
      expect(await newest.textContent()).toMatch(/29 Sept 2026\s+87\.4500/);
      const [csv, json] = await Promise.all(
        ["CSV", "JSON"].map(async (name) => {
          const link = page.getByRole("link", { name, exact: true });
          const address = await link.getAttribute("href");
          // A page that is left for a file would be lost with all that was chosen on it.
          const kept = await link.getAttribute("download");
          expect(kept).toMatch(new RegExp(`^usd-kgs-.*\\.${name.toLowerCase()}$`));
          return (await fetch(new URL(address ?? "", site.address))).text();
        }),
      );
      expect(csv).toMatch(/^2026-09-29,87\.4500,/m);
      expect(json).toMatch(/"2026-09-29","value":87\.4500\b/);
      expect(await page.locator("canvas:not([aria-hidden=true])").count()).toBe(0);
      expect(await page.locator("#summary").isVisible()).toBe(true);
      await keepPicture(page, "rate-page-questions");
    });
  });

  it("comes in one step, with the keyboard, to the file, its line and the earlier value, and back", async () => {
    await site.visit("/en/rates/usd-kgs", async (page) => {
      await opener(page).focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "Where this number came from" });
      await dialog.getByText("Line 7", { exact: true }).waitFor();
      expect(await dialog.getByRole("region").textContent()).toBe("2026-09-29,USD,KGS,87.4500");
      const versions = await dialog.getByRole("listitem").allTextContents();
      expect(versions.map((text) => text.slice(0, 7))).toEqual(["87.4500", "87.4400"]);
      expect(versions[1]).toMatch(/by test · Line 7$/);

      const file = dialog.getByRole("link", { name: "som-revised.csv" });
      const address = await file.evaluate((link: HTMLAnchorElement) => link.href);
      expect(await (await fetch(address)).text()).toContain("2026-09-29,USD,KGS,87.4500");
      expect(await allFaults(page)).toEqual([]);

      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await opener(page).evaluate((button) => button.matches(":focus"))).toBe(true);
    });
  });
});

describe("a receipt", () => {
  it("of the pinned point is asked for below the chart, of a cell of the table in the cell", async () => {
    await site.visit("/en/rates/usd-kgs?t=2026-09-28", async (page) => {
      await page.getByRole("button", { name: "Where 87.3450 of 28 Sept 2026 came from" }).click();
      await page.getByRole("dialog").getByText("2026-09-28,USD,KGS,87.3450").waitFor();
    });
    await site.visit("/en/rates/usd-kgs?view=table", async (page) => {
      await page.getByRole("button", { name: /^87\.0000 / }).click();
      await page.getByRole("dialog").getByText("2025-11-28,USD,KGS,87.0000").waitFor();
    });
  });

  it("of a cross has one for each leg; nobody is said to have published the cross", async () => {
    await site.visit("/en/rates/EUR-KGS", async (page) => {
      const text = await textOf(page);
      expect(page.url()).toBe(`${site.address}/en/rates/eur-kgs`);
      expect(text).toContain("Computed (cross) from market rates of Market rates (currency-api)");
      expect(text).not.toContain("Market rate, ");
      expect(text).toContain("computed from the source’s rates (USD/EUR, USD/KGS), ");
      await opener(page).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Made of the rates below, rounded once.").waitFor();
      await expect.poll(() => dialog.getByRole("heading", { level: 3 }).count()).toBe(2);
      expect(await dialog.getByRole("region").allTextContents()).toHaveLength(2);
    });
  });
});

it("a day of which a source has no rate is said of that source, with the way to others", async () => {
  const look = async (page: Page) => {
    const asked = page.locator("kurs-rate-on-date");
    await asked.getByLabel("Date").fill("2024-06-03");
    await asked.getByRole("button", { name: "Show" }).click();
    const none = "National Bank of the Kyrgyz Republic has no rate of Mon 3 Jun 2024";
    await asked.getByText(none).waitFor();
    const converter = page.locator("kurs-rate-converter");
    await converter.getByLabel("Date").fill("2024-06-03");
    await converter.getByRole("button", { name: "Convert" }).click();
    await converter.getByText("National Bank of the Kyrgyz Republic has no rate for").waitFor();
    await asked.getByRole("link", { name: "Market rates (currency-api)" }).click();
    await expect.poll(() => searchOf(page)).toBe("?source=MARKET");
    await expect.poll(() => textOf(page)).toContain("Market rate, Market rates (currency-api)");
  };
  await site.visit("/en/rates/usd-kgs", look, { expected: /404/ });
});

describe("as it was known on a day", () => {
  it("a band says so, all figures are of then, and a button leads back", async () => {
    await site.visit("/en/rates/usd-kgs?asof=2026-10-02", async (page) => {
      expect(await textOf(page)).toContain("Shown as it was known on 2 Oct 2026");
      expect(await textOf(page)).toContain("1 USD = 87.4400 KGS");
      await opener(page).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("link", { name: "som.csv", exact: true }).waitFor();
      await dialog.getByRole("button", { name: "Close" }).click();
      const csv = page.getByRole("link", { name: "CSV", exact: true });
      expect(await csv.getAttribute("href")).toContain("asOf=2026-10-02");
      await page.getByRole("button", { name: "Back to now" }).click();
      await expect.poll(() => textOf(page)).toContain("1 USD = 87.4500 KGS");
      expect(searchOf(page)).toBe("");
      expect(await textOf(page)).not.toContain("Shown as it was known");
    });
  });

  it("is chosen in a field and stands in the address", async () => {
    await site.visit("/en/rates/usd-kgs", async (page) => {
      await page.getByLabel("As it was known on").fill("2026-10-02");
      await page.getByLabel("As it was known on").press("Tab");
      await expect.poll(() => searchOf(page)).toBe("?asof=2026-10-02");
      await expect.poll(() => textOf(page)).toContain("1 USD = 87.4400 KGS");
    });
  });
});

describe("swapping", () => {
  it.each([
    ["usd-kgs", "+0.12%", "−0.12%", "The som weakened."],
    ["usd-uzs", "+92.4%", "−48.0%", "The sum weakened."],
  ])("%s shows %s and %s either way, and the words do not flip", async (pair, up, down, words) => {
    await site.visit(`/en/rates/${pair}`, async (page) => {
      const head = async () => (await textOf(page)).split("In a")[0] ?? "";
      const before = await head();
      expect(before.indexOf(up)).toBeLessThan(before.indexOf(down));
      expect(before).toContain(words);
      await page.getByRole("link", { name: /^Swap/ }).click();
      await expect
        .poll(async () => (await head()).indexOf(down))
        .toBeLessThan(before.indexOf(down));
      const after = await head();
      expect(after.indexOf(down)).toBeLessThan(after.indexOf(up));
      expect(after).toContain(words);
    });
  });

  it("the address of the other direction marks its currency too", async () => {
    await site.visit("/en/rates/uzs-usd", async (page) => {
      const tabs = page.getByRole("navigation", { name: "Rates" });
      expect(await tabs.locator('[aria-current="page"]').allTextContents()).toEqual(["UZS"]);
      expect(await textOf(page)).toContain("The sum weakened.");
    });
  });
});

it("the event of the largest move in 2017 is the one of that day", async () => {
  await site.visit("/en/rates/usd-uzs", async (page) => {
    await expect
      .poll(() => textOf(page))
      .toContain("Around it: 1. Sum rates unified (5 Sept 2017).");
  });
});

it("a peg of an official source is fixed, and says since when and with what caveat", async () => {
  await site.visit("/en/rates/usd-tmt?range=max", async (page) => {
    const text = await textOf(page);
    expect(text).toContain("1 USD = 3.5000 TMT ■ fixed");
    expect(text).toContain("fixed at 3.50 TMT per USD since 1 Jan 2015. Conversion is restricted");
    const head = text.slice(0, text.indexOf("As it was known on"));
    expect(head).not.toMatch(/\d%|weakened|late/);
    await keepPicture(page, "rate-page-peg");
  });
});

describe("in either theme", () => {
  it.each([
    ["plain", "/en/rates/usd-kgs"],
    ["asof", "/en/rates/usd-kgs?asof=2026-10-02&dir=inv"],
    ["table", "/ru/rates/usd-uzs?view=table&source=MARKET"],
    ["percent", "/ru/rates/usd-kzt?as=pct&range=max"],
    ["monthly", "/en/rates/usd-tjs?freq=m&range=max&scale=log"],
  ])("axe finds nothing on %s, at any width", async (name, path) => {
    const look = async (page: Page) =>
      inEachShape(page, [1280, 768, 360, 320], async (width, theme) => {
        expect(await allFaults(page), `${width} px, ${theme}`).toEqual([]);
        const wider = await overflowOf(page);
        expect(wider, `${width} px, ${theme}`).toBeLessThanOrEqual(0);
        await keepPicture(page, `rate-page-${name}-${theme}-${width}`);
      });
    await site.visit(path, look, { theme: "dark" });
  });
});
