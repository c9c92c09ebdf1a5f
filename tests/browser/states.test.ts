import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { keepPicture, seriousFaults, startSite, visibleText } from "../support/browser.ts";
import { eventually } from "../support/eventually.ts";
import { importText, ratesFile } from "../support/import-text.ts";

const site = startSite();
const bare = startSite("empty");

const pages = [
  "/en/",
  "/en/rates/usd-kgs",
  "/en/compare?s=usd-kgs~usd-uzs",
  "/en/indicators/refinery",
  "/en/events",
  "/en/sources",
  "/en/sources/FX/D.USD.KGS.MARKET",
  "/en/api",
] as const;

const api = "**/api/v1/**";
/** What the browser itself says of requests that fail here on purpose. */
const expected = /Failed to load resource|net::ERR/;

/** Answers every question to the API with a problem, as the server writes one. */
const refuse = (kind: string, status: number, seconds: number) => (route: Route) =>
  route.fulfill({
    status,
    headers: {
      "content-type": "application/problem+json",
      "retry-after": String(seconds),
      "x-request-id": "test-request-1",
    },
    body: JSON.stringify({ type: `/problems/${kind}`, title: kind, status, detail: "Not now." }),
  });

/** Goes on to another page inside the application, without loading anything but what it needs. */
async function goTo(page: Page, path: string) {
  await page.evaluate((href) => {
    const link = document.createElement("a");
    link.href = href;
    document.querySelector("kurs-app")?.append(link);
    link.click();
    link.remove();
  }, path);
  await page.waitForURL(`**${path}`);
}

const sees = (page: Page, words: RegExp) =>
  eventually(async () => {
    expect(await visibleText(page)).toMatch(words);
  });

describe("without the API", () => {
  it.each([
    ["blocked", (route: Route) => route.abort(), /The server cannot be reached\./],
    ["away", refuse("unavailable", 503, 1), /The database is away.*Request test-request-1/s],
    ["busy", refuse("too-many-requests", 429, 2), /Too many requests\. Try again in [12] s\./],
  ] as const)(
    "that is %s, every page says so, and recovers by itself",
    async (name, how, words) => {
      await site.visit(
        "/en/no-such-page",
        async (page) => {
          for (const path of pages) {
            await page.route(api, how);
            await goTo(page, path);
            await sees(page, words);
            await page.unroute(api);
            // By itself after a while; back on line, soon.
            await eventually(async () => {
              if (path !== pages[1]) await page.evaluate(() => dispatchEvent(new Event("online")));
              expect(await visibleText(page)).not.toMatch(words);
            });
          }
          await page.route(api, how);
          await goTo(page, "/en/rates/usd-kzt");
          await sees(page, words);
          expect(await seriousFaults(page)).toEqual([]);
          await keepPicture(page, `state-${name}-1280`);
          await page.setViewportSize({ width: 360, height: 800 });
          await keepPicture(page, `state-${name}-360`);
        },
        { expected },
      );
    },
  );

  it("keeps what was there, tries again ever more rarely, and goes on when the reader asks", async () => {
    await site.visit(
      "/en/rates/usd-kgs",
      async (page) => {
        let asked = 0;
        await page.route(api, (route) => {
          if (route.request().url().includes("/observations")) asked += 1;
          return route.abort();
        });
        await page.getByRole("button", { name: "5 years" }).click();
        await page.getByRole("button", { name: "Retry" }).waitFor();
        await expect.poll(() => page.locator("kurs-line-figure").isVisible()).toBe(true);
        await page.waitForTimeout(4_000);
        // The second try comes after about two seconds, the third after four more.
        expect(asked).toBeLessThanOrEqual(3);
        await page.unroute(api);
        await page.getByRole("button", { name: "Retry" }).first().click();
        await page.getByRole("button", { name: "Retry" }).waitFor({ state: "detached" });
      },
      { expected },
    );
  });

  it("a page whose program cannot be fetched says so, and comes when it can be", async () => {
    await site.visit(
      "/en/",
      async (page) => {
        await page.route("**/*", (route) => route.abort());
        await goTo(page, "/en/events");
        await sees(page, /The program of this page cannot be fetched\./);
        await keepPicture(page, "state-lost-1280");
        await page.unroute("**/*");
        await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
      },
      { expected },
    );
  });
});

it("with a slow API every page keeps a place for what will come, and says so after a moment", async () => {
  await site.visit(
    "/en/no-such-page",
    async (page) => {
      let release = () => {};
      let gate = Promise.resolve();
      await page.route(api, async (route) => {
        await gate;
        await route.continue();
      });
      for (const path of pages) {
        gate = new Promise((resolve) => (release = resolve));
        await goTo(page, path);
        await page.getByRole("status").filter({ hasText: "Loading…" }).first().waitFor();
        release();
        const waiting = page.getByText("Loading…").filter({ visible: true });
        await expect.poll(() => waiting.count(), { timeout: 10_000 }).toBe(0);
      }
    },
    { expected: /404/ },
  );
});

it("with an empty database every page says what to do", async () => {
  await bare.visit(
    "/en/no-such-page",
    async (page) => {
      for (const path of pages) {
        await goTo(page, path);
        await sees(page, /There is nothing here yet\..*kurs.*import/s);
        const link = page.getByRole("link", { name: "Import a file" }).first();
        expect(await link.getAttribute("href"), path).toBe("/en/import");
      }
      await page.setViewportSize({ width: 360, height: 800 });
      await keepPicture(page, "state-empty-360");
    },
    { expected },
  );
});

describe("what is said of the figures", () => {
  it("an unknown source is left out of account, with a note; an empty range says where figures are", async () => {
    await site.visit(
      "/en/rates/usd-kgs?source=NOBODY",
      async (page) => {
        await page.getByText("Ignored: source=NOBODY").waitFor();
        await page.locator("kurs-line-figure").waitFor();
        expect(new URL(page.url()).search).toBe("");
        await page.getByRole("button", { name: "Dismiss" }).click();
        await page.getByText("Ignored:").waitFor({ state: "detached" });
        await goTo(page, "/en/rates/usd-kgs?from=1990&to=1991");
        await sees(page, /There are no figures between 1990 and 1991\.\s+The figures start on /);
        await page.getByRole("link", { name: "Show all" }).click();
        await page.locator("kurs-line-figure").waitFor();
        // What is not there is not tried again: there is a way on.
        await goTo(page, "/en/sources/FX/D.USD.JPY.MARKET");
        const wayOn = page.locator("kurs-problem").getByRole("link", { name: "Sources" });
        await wayOn.waitFor();
        expect(await page.getByRole("button", { name: "Retry" }).count()).toBe(0);
        await wayOn.click();
        await page.getByRole("heading", { level: 1, name: "Sources" }).waitFor();
      },
      { expected },
    );
  });

  it("late figures have a chip with the date first", async () => {
    await site.visit("/en/rates/usd-kgs", async (page) => {
      expect(await page.locator(".chip.old").innerText()).toMatch(
        /^⚠ (Last published|Nothing newer from this source since) \w{3} \d+ \w{3,4} \d{4}/,
      );
    });
  });

  it("what is imported while the reader looks appears quietly, and the cursor stays", async () => {
    await site.visit("/en/rates/usd-kgs", async (page) => {
      const opened = page.waitForResponse("**/api/v1/changes");
      const chart = page.getByRole("slider");
      await chart.focus();
      for (let i = 0; i < 5; i += 1) await page.keyboard.press("ArrowLeft");
      // Keys that follow quickly are told when they rest.
      await expect.poll(() => chart.getAttribute("aria-valuetext")).toMatch(/^Thu 24 Sept 2026/);
      const before = await chart.getAttribute("aria-valuetext");
      await opened;
      await importText(site.database.pool, ratesFile({ "2026-09-30": "87.5000" }), {
        source: "MARKET",
      });
      await page.getByText(/New figures were imported on .* UTC; this page shows them\./).waitFor();
      expect(await chart.getAttribute("aria-valuetext")).toBe(before);
      expect(await chart.evaluate((one) => one.matches(":focus"))).toBe(true);
      await keepPicture(page, "state-live-1280");
      await page.getByRole("button", { name: "Dismiss" }).click();
      await page.keyboard.press("End");
      await expect.poll(() => chart.getAttribute("aria-valuetext")).toMatch(/30 Sept 2026.*87\.50/);
    });
  });
});
