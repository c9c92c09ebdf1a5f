import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { startSite } from "../support/browser.ts";

const site = startSite();

interface Loaded {
  address: string;
  bytes: number;
}

/** All that a page loaded, itself too, until nothing came any more; without what the footer asks for later, and the stream of changes after that. */
async function loadedBy(page: Page): Promise<Loaded[]> {
  const entries = await page.evaluate(() =>
    [
      ...performance.getEntriesByType("navigation"),
      ...performance.getEntriesByType("resource"),
    ].map((entry) => ({
      address: entry.name,
      bytes: (entry as PerformanceResourceTiming).transferSize,
    })),
  );
  return entries.filter(({ address }) => !/\/api\/v1\/(sources|changes)$/.test(address));
}

describe("the first view, over the wire", () => {
  it("of the rate page is at most 160 KB in at most 12 requests, its chart and its rates too", async () => {
    await site.visit("/en/rates/usd-kgs", async (page) => {
      const loaded = await loadedBy(page);
      const addresses = loaded.map(({ address }) => address.replace(site.address, ""));
      expect(addresses.some((address) => address.includes("chart"))).toBe(true);
      expect(loaded.length, addresses.join("\n")).toBeLessThanOrEqual(12);
      const bytes = loaded.reduce((sum, one) => sum + one.bytes, 0);
      expect(bytes).toBeGreaterThan(40 * 1024);
      expect(bytes).toBeLessThanOrEqual(160 * 1024);
    });
  });

  it("of the overview has no chart code in it", async () => {
    await site.visit("/en/", async (page) => {
      const loaded = await loadedBy(page);
      expect(loaded.filter(({ address }) => address.includes("chart"))).toEqual([]);
    });
  });
});
