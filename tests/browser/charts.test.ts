import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { keepPicture, overflowOf, seriousFaults } from "../support/browser.ts";
import { addDays } from "../../server/contract/period.ts";
import { startChartSite } from "../support/chart-site.ts";

const site = startChartSite();
const wide = { width: 800 };
const axisOf = (page: Page) => page.evaluate(() => window.drawn.axis());
const inked = (page: Page, ...days: string[]) =>
  page.evaluate((list) => list.map((day) => window.drawn.inked(day)), days);

describe("a line tells the truth", () => {
  it("is broken where nobody published for 30 days, and joined over a holiday of nine", async () => {
    await site.show("hole", async (page) => {
      const ink = async (from: string, count: number) => {
        const days = Array.from({ length: count }, (_, i) => addDays(from, i));
        return (await inked(page, ...days)).reduce((sum, pixels) => sum + pixels, 0) / count;
      };
      // What is there of the hole are the dots that bridge it.
      expect(await ink("2026-03-06", 20)).toBeLessThan(1);
      expect(await ink("2026-06-14", 7)).toBeGreaterThan(1.9);
    });
  });

  it("of the sum in 2017 goes up in one step, with its event", async () => {
    await site.show(
      "devaluation",
      async (page) => {
        const [before, after] = await inked(page, "2017-08-31", "2017-09-08");
        expect(Math.max(before!, after!)).toBeLessThan(20);
        const [step] = await inked(page, "2017-09-04T21:00:00Z");
        expect(step).toBeGreaterThan(100);
        await keepPicture(page, "chart-devaluation");
      },
      { width: 800, deviceScaleFactor: 2 },
    );
  });

  it("of a peg has an axis of at least 10 %", async () => {
    await site.show("peg", async (page) => {
      const { min, max } = await axisOf(page);
      expect((max - min) / 3.5).toBeGreaterThanOrEqual(0.1);
    });
  });

  it("of a profit and loss is linear, with zero and a true minus", async () => {
    await site.show("negative", async (page) => {
      const { type, ticks } = await axisOf(page);
      expect(type).toBe("linear");
      expect(ticks).toContain("0");
      expect(ticks.some((text) => text.startsWith("\u2212"))).toBe(true);
      expect(ticks.join(" ")).not.toContain("-");
    });
  });

  it("of a rate of 0.00008 has ticks of equal decimals and no exponent", async () => {
    await site.show("tiny", async (page) => {
      const { ticks } = await axisOf(page);
      expect(new Set(ticks.map((text) => text.length)).size).toBe(1);
      expect(ticks.every((text) => /^0\.0000\d+$/.test(text))).toBe(true);
    });
  });

  it("keeps a peak of one day among 25,000", async () => {
    await site.show("crowd", async (page) => {
      expect((await axisOf(page)).max).toBeGreaterThan(95);
    });
  });
});

describe("labels stand for a legend", () => {
  it("at least 18 px apart where five lines end within 10 px, at 800 px", async () => {
    await site.show(
      "near",
      async (page) => {
        const labels = await page.evaluate(() => window.drawn.labels());
        const heights = labels.map(({ y }) => y).sort((a, b) => a - b);
        expect(heights).toHaveLength(5);
        heights.slice(1).forEach((y, i) => expect(y - heights[i]!).toBeGreaterThanOrEqual(18));
        // An index has a dark 100, and an axis that is cut no dark line at its end.
        const { min } = await axisOf(page);
        const rules = await page.evaluate((end) => [100, end].map(window.drawn.ruleColor), min);
        expect(rules).toEqual(["22, 32, 43", "225, 230, 235"]);
        await keepPicture(page, "chart-labels");
      },
      wide,
    );
  });

  it("put their line in focus under the pointer and on a click", async () => {
    await site.show(
      "near",
      async (page) => {
        const box = (await page.locator("kurs-chart canvas").boundingBox())!;
        const label = (await page.evaluate(() => window.drawn.labels())).find(
          ({ text }) => text === "UZS",
        )!;
        await page.mouse.move(box.x + label.x + 8, box.y + label.y);
        await page.waitForTimeout(50);
        const colors = await page.evaluate(() => window.drawn.lineColor());
        expect(colors).toMatch(/0\.6\)$/);
        await page.mouse.down();
        await page.mouse.up();
        await page.mouse.move(box.x + 100, box.y + 100);
        expect(await page.evaluate(() => window.drawn.told)).toEqual([
          { name: "focus", detail: { id: "UZS" } },
        ]);
        expect(await page.evaluate(() => window.drawn.lineColor())).toMatch(/0\.6\)$/);
        await keepPicture(page, "chart-focus");
      },
      wide,
    );
  });

  it("are a list above the chart on a phone, and more than five lines have that list anywhere", async () => {
    const isListed = (page: Page) => page.locator(".names").isVisible();
    await site.show("near", async (page) => expect(await isListed(page)).toBe(true), {
      width: 360,
    });
    await site.show("near", async (page) => expect(await isListed(page)).toBe(false), wide);
    await site.show("many", async (page) => expect(await isListed(page)).toBe(true), wide);
  });
});

describe("a dot plot", () => {
  it("draws small samples hollow, says what is suppressed, and tells a true zero from nothing", async () => {
    await site.show("dots", async (page) => {
      const row = (name: string) => page.locator("li", { hasText: name });
      expect(await row("Gorno-Badakhshan").locator("circle.hollow").count()).toBe(1);
      expect(await row("Gorno-Badakhshan").textContent()).toContain("(17.4)");
      expect(await row("Region X").locator("circle, .tick").count()).toBe(0);
      expect(await row("Region X").textContent()).toContain("suppressed");
      expect(await row("Dushanbe").locator(".tick").count()).toBe(1);
      expect(await seriousFaults(page)).toEqual([]);
    });
  });
});

describe("on paper and under other conditions", () => {
  it("follows the reader's theme, is printed in light colours and no wider than 170 mm, from a dark page", async () => {
    await site.show(
      "near",
      async (page) => {
        const dark = await page.evaluate(() => window.drawn.lineColor());
        const root = page.locator("html");
        await root.evaluate((element) => (element.dataset.theme = "light"));
        await expect
          .poll(() => page.evaluate(() => window.drawn.lineColor()))
          .toBe("rgb(13, 82, 181)");
        await root.evaluate((element) => delete element.dataset.theme);
        await expect.poll(() => page.evaluate(() => window.drawn.lineColor())).toBe(dark);
        await page.emulateMedia({ media: "print", colorScheme: "dark" });
        await page.waitForTimeout(100);
        expect(await page.evaluate(() => window.drawn.lineColor())).toBe("rgb(13, 82, 181)");
        expect(dark).not.toBe("rgb(13, 82, 181)");
        const box = await page.locator("kurs-chart canvas").boundingBox();
        expect(box!.width).toBeLessThanOrEqual((170 / 25.4) * 96 + 1);
        await keepPicture(page, "chart-print");
      },
      { colorScheme: "dark" },
    );
  });

  it("keeps its lines where the reader's few colours are in force", async () => {
    await site.show(
      "near",
      async (page) => {
        const [some] = await inked(page, "2026-02-05");
        expect(some).toBeGreaterThan(0);
        await keepPicture(page, "chart-forced");
      },
      { ...wide, forcedColors: "active" },
    );
  });

  it.each(["hole", "near", "many", "panels", "dots"])(
    "%s fits 320 px, and axe finds nothing serious",
    async (figure) => {
      await site.show(
        figure,
        async (page) => {
          const overflow = await overflowOf(page);
          expect(overflow).toBeLessThanOrEqual(0);
          expect(await seriousFaults(page)).toEqual([]);
        },
        { width: 320 },
      );
    },
  );

  it("gives a PNG with its words in it, light and twice as dense", async () => {
    await site.show(
      "hole",
      async (page) => {
        const { type, bytes, width, height, corner } = await page.evaluate(() =>
          window.drawn.png(),
        );
        expect(corner).toEqual([255, 255, 255, 255]);
        expect([type, width]).toEqual(["image/png", 1920]);
        expect(height).toBeGreaterThan(1100);
        mkdirSync("artefacts", { recursive: true });
        writeFileSync("artefacts/chart-download.png", Buffer.from(bytes, "base64"));
      },
      { width: 360, colorScheme: "dark" },
    );
  });
});
