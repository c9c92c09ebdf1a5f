import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  inEachShape,
  keepPicture,
  overflowOf,
  seriousFaults,
  startSite,
} from "../support/browser.ts";
import { goTo } from "../support/still-page.ts";

const site = startSite();

const titles = (page: Page) => page.locator(".events h2").allTextContents();
const searchOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe("the list of events", () => {
  it("is newest first, and says how many there are", async () => {
    await site.visit("/en/events", async (page) => {
      expect((await titles(page)).length).toBe(14);
      const days = await page
        .locator(".events time")
        .evaluateAll((all) => all.map((one) => one.getAttribute("datetime") ?? ""));
      expect(days).toEqual([...days].sort().reverse());
      await page.getByRole("status").filter({ hasText: "14 of 14" }).waitFor();
    });
  });

  it("is filtered by country, kind, words and dates, each in the address, each undone by Back", async () => {
    await site.visit("/en/events", async (page) => {
      await page.getByLabel("Country").selectOption("UZ");
      await expect.poll(() => searchOf(page)).toBe("?geo=UZ");
      await expect.poll(() => titles(page)).toContain("Sum rates unified");
      await page.getByLabel("Kind").selectOption("devaluation");
      await expect.poll(() => searchOf(page)).toBe("?geo=UZ&kind=devaluation");
      await expect.poll(() => titles(page)).toEqual(["Sum rates unified"]);
      await page.goBack();
      await page.goBack();
      await expect.poll(async () => (await titles(page)).length).toBe(14);
      await page.getByLabel("Words").fill("tenge");
      await expect.poll(() => searchOf(page)).toBe("?q=tenge");
      await expect
        .poll(() => titles(page))
        .toEqual(["New fixing for the tenge", "Tenge floated", "Tenge devalued"]);
      await page.getByLabel("To").fill("2014-12-31");
      await expect.poll(() => titles(page)).toEqual(["Tenge devalued"]);
    });
  });

  it("says that nothing is like that, and shows all again", async () => {
    await site.visit("/en/events?q=zzzz", async (page) => {
      await page.getByText("No event is like that.").waitFor();
      await page.getByRole("link", { name: "Show all" }).click();
      await expect.poll(async () => (await titles(page)).length).toBe(14);
    });
  });
});

describe("one event", () => {
  it("has an address of its own, which finds it outside of the filter too", async () => {
    await site.visit("/en/events", async (page) => {
      const href = await page.getByRole("link", { name: "Sum rates unified" }).getAttribute("href");
      expect(href).toMatch(/^\/en\/events#event-\d+$/);
      const hash = href?.split("#")[1] ?? "";
      await goTo(page, `${site.address}/en/events?geo=KG#${hash}`);
      await page.locator(`#${hash}.linked`).getByText("Sum rates unified").waitFor();
    });
  });

  it("shows the rate of its currency around it, and says where there is none", async () => {
    await site.visit("/en/events", async (page) => {
      const event = page.locator(".events li", { hasText: "KMG denies decision" });
      await event.locator("kurs-sparkline").waitFor();
      expect(
        (await event.locator("kurs-event-rates a").textContent())?.replace(/\s+/g, " "),
      ).toMatch(/USD\/KZT, 90 days before and after .* on 1 Nov, .* on 6 Dec/);
      const old = page.locator(".events li", { hasText: "Tenge floated" });
      await old.scrollIntoViewIfNeeded();
      await old.getByText("Kurs has no rates around that day.").waitFor();
    });
  });
});

it("the list fits each window in either theme, and axe finds nothing serious", async () => {
  const look = async (page: Page) =>
    inEachShape(page, [1280, 768, 360], async (width, theme) => {
      const over = await overflowOf(page);
      expect(over, `${width} px, ${theme}`).toBeLessThanOrEqual(0);
      expect(await seriousFaults(page), `${width} px, ${theme}`).toEqual([]);
      await keepPicture(page, `events-ru-${theme}-${width}`);
    });
  await site.visit("/ru/events", look, { theme: "dark" });
});
