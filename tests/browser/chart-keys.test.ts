import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { keepPicture, seriousFaults } from "../support/browser.ts";
import type { Drawn } from "../support/chart-page/chart-page.ts";
import { startChartSite } from "../support/chart-site.ts";

const site = startChartSite();
const slider = (page: Page) => page.locator("[role=slider]");
const told = (page: Page): Promise<Drawn["told"]> => page.evaluate(() => window.drawn.told);

/** What a screen reader has to say once the keys are at rest. */
async function spoken(page: Page): Promise<string> {
  await page.waitForTimeout(250);
  return (await slider(page).getAttribute("aria-valuetext")) ?? "";
}

async function press(page: Page, ...keys: string[]): Promise<string> {
  for (const key of keys) await slider(page).press(key);
  return spoken(page);
}

describe("the cursor of a chart", () => {
  it("is one tab stop, and its keys work only while it has the focus", async () => {
    await site.show("near", async (page) => {
      const before = await spoken(page);
      await page.keyboard.press("ArrowLeft");
      expect(await spoken(page)).toBe(before);
      await page.keyboard.press("Tab");
      const focused = () =>
        page.evaluate(
          () => document.activeElement?.shadowRoot?.activeElement?.getAttribute("role") ?? null,
        );
      expect(await focused()).toBe("slider");
      await page.keyboard.press("ArrowLeft");
      expect(await spoken(page)).not.toBe(before);
      await page.keyboard.press("Tab");
      expect(await focused()).toBeNull();
      expect(await seriousFaults(page)).toEqual([]);
    });
  });

  it("walks along observations, by months, to the ends, and says the gap it crosses", async () => {
    await site.show("hole", async (page) => {
      expect(await spoken(page)).toContain("2026-11-20");
      expect(await press(page, "ArrowLeft")).toContain("2026-11-19");
      expect(await press(page, "ArrowRight")).toContain("2026-11-20");
      expect(await press(page, "PageUp")).toContain("2026-10-2");
      expect(await press(page, "PageDown")).toContain("2026-11-");
      expect(await press(page, "Home")).toContain("2025-11-20");
      expect(await press(page, "End")).toContain("2026-11-20");
      const crossed = await press(page, "[", "[", "[");
      expect(crossed).toContain("2026-04-02");
      expect(await press(page, "ArrowLeft")).toContain("2026-04-01");
      expect(await slider(page).getAttribute("aria-valuetext")).toContain("gap of 33 days");
      expect(await page.locator(".reading").textContent()).toContain("no figures 28 Feb–31 Mar");
    });
  });

  it("goes from event to event and says which it is", async () => {
    await site.show("hole", async (page) => {
      expect(await press(page, "[")).toMatch(/2026-07-01.*event 4: a span/);
      expect(await press(page, "[")).toMatch(/2026-04-09.*event 3: third/);
      expect(await press(page, "]")).toMatch(/2026-07-01/);
    });
  });

  it("changes the line at the same date, and lets it stand out", async () => {
    await site.show("near", async (page) => {
      await press(page, "PageUp");
      const first = await spoken(page);
      const second = await press(page, "ArrowDown");
      expect(second.slice(0, 10)).toBe(first.slice(0, 10));
      expect([first, second].map((text) => /[A-Z]{3}/.exec(text)?.[0])).toEqual(["KGS", "KZT"]);
      expect(await press(page, "ArrowUp")).toBe(first);
      expect(await told(page)).toEqual([
        { name: "focus", detail: { id: "KZT" } },
        { name: "focus", detail: { id: "KGS" } },
      ]);
    });
  });

  it("tells the page what is its to do: pin, range, table, direction, scale", async () => {
    await site.show("hole", async (page) => {
      await press(page, "Home", "Enter", "Enter", "Enter", "Escape");
      await press(page, "+", "-", "0", "t", "I", "l");
      expect(await told(page)).toEqual([
        { name: "pin", detail: { period: "2025-11-20" } },
        { name: "pin", detail: { period: null } },
        { name: "pin", detail: { period: "2025-11-20" } },
        { name: "pin", detail: { period: null } },
        { name: "range", detail: { span: { from: "2026-08-20", to: "2026-11-20" } } },
        { name: "range", detail: { span: { from: "2025-11-20", to: "2027-11-20" } } },
        { name: "range", detail: { span: null } },
        { name: "choice", detail: { choice: "table" } },
        { name: "choice", detail: { choice: "direction" } },
        { name: "choice", detail: { choice: "scale" } },
      ]);
    });
  });

  it("lists its keys on a question mark, and Escape closes the list", async () => {
    await site.show("hole", async (page) => {
      await press(page, "?");
      expect(await page.locator("#keys").isVisible()).toBe(true);
      expect(await page.locator("#keys dt").count()).toBeGreaterThan(9);
      expect(await seriousFaults(page)).toEqual([]);
      await keepPicture(page, "chart-keys");
      await press(page, "Escape");
      expect(await page.locator("#keys").isVisible()).toBe(false);
    });
  });

  it("says no more than ten things a second while a key is held, and the last of them in the end", async () => {
    await site.show("near", async (page) => {
      await slider(page).focus();
      await page.evaluate(() => {
        const element = document.querySelector("kurs-line-figure")?.shadowRoot;
        const watched = element?.querySelector("[role=slider]");
        const changes: number[] = [];
        Object.assign(window, { changes });
        new MutationObserver(() => changes.push(performance.now())).observe(watched!, {
          attributeFilter: ["aria-valuetext"],
        });
      });
      const reading = page.locator(".reading");
      const before = await reading.textContent();
      for (let i = 0; i < 50; i += 1) await page.keyboard.press("ArrowLeft");
      const text = await spoken(page);
      const changes = await page.evaluate(
        () => (window as unknown as { changes: number[] }).changes,
      );
      const crowded = changes.filter(
        (moment) => changes.filter((other) => other >= moment && other < moment + 1000).length > 10,
      );
      expect(crowded).toEqual([]);
      expect(await reading.textContent()).not.toBe(before);
      expect((await reading.textContent())?.slice(0, 10)).toBe(text.slice(0, 10));
    });
  });
});

describe("a finger and a mouse", () => {
  const phone = { width: 360, hasTouch: true, isMobile: true };

  /** A finger that goes down, moves in ten steps, and is lifted. */
  async function swipe(page: Page, dx: number, dy: number): Promise<void> {
    const box = (await page.locator("kurs-chart canvas").boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const touch = await page.context().newCDPSession(page);
    const send = (type: "touchStart" | "touchMove" | "touchEnd", points: object[]) =>
      touch.send("Input.dispatchTouchEvent", { type, touchPoints: points as never });
    await send("touchStart", [{ x, y }]);
    for (let i = 1; i <= 10; i += 1)
      await send("touchMove", [{ x: x + (dx * i) / 10, y: y + (dy * i) / 10 }]);
    await send("touchEnd", []);
  }

  it("a tap pins the cursor", async () => {
    await site.show(
      "hole",
      async (page) => {
        const box = (await page.locator("kurs-chart canvas").boundingBox())!;
        await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
        const [pin] = await told(page);
        expect(pin?.name).toBe("pin");
        const { period } = pin?.detail as { period: string };
        expect(await spoken(page)).toContain(period);
      },
      phone,
    );
  });

  it("a horizontal drag moves the cursor and pins nothing", async () => {
    await site.show(
      "hole",
      async (page) => {
        await swipe(page, 120, 0);
        expect(await spoken(page)).toMatch(/2026-(09|10)-/);
        expect(await told(page)).toEqual([]);
        expect(await page.evaluate(() => window.scrollY)).toBe(0);
      },
      phone,
    );
  });

  it("a vertical swipe that begins on a chart scrolls the page", async () => {
    await site.show(
      "hole",
      async (page) => {
        await page.setViewportSize({ width: 360, height: 330 });
        await swipe(page, 0, -120);
        await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
        expect(await told(page)).toEqual([]);
      },
      phone,
    );
  });

  it("the wheel scrolls the page over a chart too", async () => {
    await site.show("hole", async (page) => {
      await page.setViewportSize({ width: 800, height: 300 });
      await page.mouse.move(300, 200);
      await page.mouse.wheel(0, 120);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    });
  });

  it("the pointer moves the cursor, and leaves it where it is pinned", async () => {
    await site.show("hole", async (page) => {
      const box = (await page.locator("kurs-chart canvas").boundingBox())!;
      await page.mouse.move(box.x + 300, box.y + 150);
      const under = await spoken(page);
      await page.mouse.click(box.x + 300, box.y + 150);
      await page.mouse.move(box.x + 500, box.y + 150);
      expect(await spoken(page)).not.toBe(under);
      await page.mouse.move(5, 5);
      expect(await spoken(page)).toBe(under);
      expect(await page.locator(".reading").textContent()).toMatch(/pinned$/);
    });
  });
});
