import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { startSite } from "../support/browser.ts";

const site = startSite();

declare global {
  interface Window {
    /** What the browser saw move, and when it painted something larger than before. */
    seen: { moved: string[]; share: number; paints: number[] };
  }
}

/** Notes, from the next address on, what moves without the reader's doing, and the largest paints. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.seen = { moved: [], share: 0, paints: [] };
    const { seen } = window;
    const observe = (type: string, tell: (entry: PerformanceEntry) => void) => {
      new PerformanceObserver((list) => {
        list.getEntries().forEach(tell);
      }).observe({ type, buffered: true });
    };
    observe("layout-shift", (entry) => {
      const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[];
      };
      if (hadRecentInput) return;
      seen.share += value;
      for (const { node, previousRect, currentRect } of sources)
        seen.moved.push(`${node?.nodeName}: ${previousRect.y} to ${currentRect.y}`);
    });
    observe("largest-contentful-paint", ({ startTime }) => {
      seen.paints.push(startTime);
    });
  });
}

it.each([
  ["/en/", 360],
  ["/en/", 1280],
  ["/en/rates/usd-kgs", 360],
  ["/en/rates/usd-kgs", 1280],
  ["/ru/rates/usd-uzs", 360],
] as const)("nothing that is seen of %s moves at %i px, on a slow machine", async (path, width) => {
  await site.visit(
    "/en/sources",
    async (page) => {
      await watch(page);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.goto(site.address + path, { waitUntil: "networkidle" });
      const { share, moved } = await page.evaluate(() => window.seen);
      expect(share, moved.join("; ")).toBeLessThanOrEqual(0.05);
    },
    { width },
  );
});

it("the largest paint of the rate page does not wait for the code that draws", async () => {
  await site.visit("/en/sources", async (page) => {
    await watch(page);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/kurs-chart-.*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.address}/en/rates/usd-kgs`);
    await page.getByText("1 USD = 87.", { exact: false }).first().waitFor();
    const paints = () => page.evaluate(() => window.seen.paints.length);
    let before = 0;
    // Until all is there that needs no chart.
    await expect
      .poll(
        async () => {
          const earlier = before;
          before = await paints();
          return before > 0 && before === earlier;
        },
        { timeout: 20_000, interval: 1_000 },
      )
      .toBe(true);
    expect(await page.locator("canvas").count()).toBe(0);
    release();
    await page.locator("canvas").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await paints()).toBe(before);
  });
});
