import { expect, it } from "vitest";
import { keepPicture } from "../support/browser.ts";
import { startChartSite } from "../support/chart-site.ts";

const site = startChartSite();
const wide = { width: 800 };

it("labels of lines that end early, near the same day and value, stand clear of each other", async () => {
  await site.show(
    "early",
    async (page) => {
      const labels = await page.evaluate(() => window.drawn.labels());
      expect(labels).toHaveLength(5);
      const overlaps = labels.flatMap((one, i) =>
        labels
          .slice(i + 1)
          .filter(
            (other) =>
              Math.abs(one.y - other.y) < 17.9 &&
              one.x < other.x + other.width &&
              other.x < one.x + one.width,
          )
          .map((other) => `${one.text} over ${other.text}`),
      );
      expect(overlaps).toEqual([]);
      await keepPicture(page, "chart-early");
    },
    wide,
  );
});

it("a series that begins anew has no line over the break, a mark in it, and words for that", async () => {
  await site.show(
    "breaks",
    async (page) => {
      const [before, at] = await page.evaluate(() =>
        ["2008-12-29", "2008-12-31T06:00:00Z"].map((day) => window.drawn.inked(day)),
      );
      expect(before).toBeGreaterThan(0);
      expect(at).toBe(0);
      expect(await page.getByText("‖ TMT, 1 Jan 2009: a break.").isVisible()).toBe(true);
      await keepPicture(page, "chart-breaks");
    },
    wide,
  );
});

it("in a column of 300 px on a wide page it is laid out as on a phone", async () => {
  await site.show("near", async (page) => {
    expect(await page.locator(".names").isVisible()).toBe(false);
    await page.evaluate(() => (document.querySelector("main")!.style.width = "300px"));
    await page.waitForTimeout(150);
    expect(await page.locator(".names").isVisible()).toBe(true);
    expect(await page.evaluate(() => window.drawn.labels())).toEqual([]);
    const { ticks } = await page.evaluate(() => window.drawn.axis());
    expect([3, 4]).toContain(ticks.length);
    const plot = await page.locator("canvas").boundingBox();
    expect(plot!.height).toBeGreaterThanOrEqual(220);
  });
});

it("nothing of a chart moves after it is drawn", async () => {
  await site.show("near", async (page) => {
    const frames = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0;
          const drawing = CanvasRenderingContext2D.prototype;
          const clear: unknown = Reflect.get(drawing, "clearRect");
          drawing.clearRect = function (...box) {
            count += 1;
            Reflect.apply(clear as () => void, this, box);
          };
          setTimeout(() => resolve(count), 400);
        }),
    );
    expect(frames).toBe(0);
  });
});
