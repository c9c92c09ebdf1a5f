import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { keepPicture, startSite } from "../support/browser.ts";
import { goTo } from "../support/still-page.ts";

const site = startSite();
const path = "/en/compare?s=usd-kgs~usd-kzt";

it("events stand on the chart, their words below it, and both can be hidden", async () => {
  await site.visit(`${path}&range=max`, async (page) => {
    const list = page.locator("kurs-event-list");
    await list.locator("li").first().waitFor();
    const count = await list.locator("li").count();
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(7);
    await page.locator("[role=slider]").press("[");
    await expect
      .poll(() => page.locator("[role=slider]").getAttribute("aria-valuetext"))
      .toMatch(new RegExp(`event ${count}: `));
    await list.getByRole("button", { name: "Hide the events" }).click();
    await page.waitForURL(/ev=0/);
    expect(await list.locator("li").count()).toBe(0);
  });
});

it("the chart is downloaded as a picture", async () => {
  await site.visit(path, async (page) => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "PNG of the chart" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^kgs-usd-kzt-usd-index-[\d-]+\.png$/);
    const bytes = readFileSync(await file.path());
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.length).toBeGreaterThan(20_000);
  });
});

it("a day of knowledge can be chosen, a band says so, and before the first import there is nothing", async () => {
  await site.visit(
    path,
    async (page) => {
      // The figures were imported today, and are known at its end.
      const today = new Date().toISOString().slice(0, 10);
      await page.getByLabel("As it was known on").fill(today);
      await page.waitForURL(new RegExp(`asof=${today}`));
      await page.getByText("Shown as it was known on").waitFor();
      await page.locator("kurs-line-figure canvas").waitFor();
      await goTo(page, `${site.address}${path}&asof=2020-01-01`);
      expect(await page.locator("canvas").count()).toBe(0);
      await keepPicture(page, "compare-asof");
    },
    { expected: /404/ },
  );
});
