import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { shownExamples } from "../../server/contract/examples.ts";
import {
  keepPicture,
  overflowOf,
  seriousFaults,
  startSite,
  visibleText,
} from "../support/browser.ts";
import { untilDrawn } from "../support/still-page.ts";

const site = startSite();

const example = (page: Page, name: string) =>
  page.locator("kurs-api-example").nth(shownExamples.findIndex((each) => each.name === name));
const run = (page: Page, name: string) =>
  example(page, name)
    .getByRole("button", { name: /^(Run|Выполнить)/ })
    .click();

describe("the API page", () => {
  it("runs an example, and shows what came to the digit", async () => {
    await site.visit("/en/api", async (page) => {
      expect(await page.locator("kurs-api-example").count()).toBe(shownExamples.length);
      await run(page, "receipt");
      const reply = example(page, "receipt").locator("kurs-reply");
      expect(await reply.locator(".status").innerText()).toBe("Status: 200");
      expect(await reply.locator("pre").innerText()).toContain(
        '"text": "2026-09-29,USD,KGS,87.45712429"',
      );
      const headers = await reply.locator("dl").innerText();
      expect(headers).toMatch(/ETag\s+"/);
      expect(headers).toMatch(/Cache-Control\s+public/);
    });
  });

  it("follows the edited address in answer and code, and takes no other server's", async () => {
    await site.visit("/en/api", async (page) => {
      const own = example(page, "pair");
      const field = own.getByRole("textbox", { name: "Address" });
      await field.fill(`${site.address}/api/v1/rates/USD-KZT/observations?last=1&format=csv`);
      await field.press("Enter");
      await own.getByText("period,value").waitFor();
      expect(await own.locator("kurs-code pre").innerText()).toContain(
        `curl -s '${site.address}/api/v1/rates/USD-KZT/observations?last=1&format=csv'`,
      );
      await field.fill("https://example.org/");
      expect(await own.getByRole("alert").innerText()).toContain("this server");
      expect(await own.getByRole("button", { name: /^Run/ }).isDisabled()).toBe(true);
      await own.getByRole("button", { name: "Reset" }).click();
      expect(await field.inputValue()).toContain("USD-KGS");
    });
  });

  it("tells a problem in words, beside what the server said", async () => {
    let looked = false;
    const visit = site.visit("/en/api", async (page) => {
      await example(page, "cross").getByRole("textbox").fill("/api/v1/events?knid=trade");
      await run(page, "cross");
      const reply = example(page, "cross").locator("kurs-reply");
      expect(await reply.locator(".status").innerText()).toBe("Status: 400");
      expect(await reply.locator(".problem").innerText()).toBe(
        "The server does not understand this choice. The server says: knid is not a parameter here",
      );
      expect(await reply.locator("pre").innerText()).toContain('"type": "/problems/invalid-query"');
      looked = true;
    });
    // The browser itself writes a refused request into its console, which every other page keeps clean.
    await expect(visit).rejects.toThrow("expected [ Array(1) ] to deeply equal []");
    expect(looked).toBe(true);
  });

  it("shows the code in the language that the reader chose, with keys, in every example", async () => {
    await site.visit("/en/api", async (page) => {
      const tabs = example(page, "latest").getByRole("tablist");
      await tabs.getByRole("tab", { name: "curl" }).focus();
      for (const [key, label] of [
        ["ArrowRight", "JavaScript"],
        ["ArrowRight", "Python"],
        ["End", "R"],
        ["ArrowRight", "curl"],
        ["ArrowLeft", "R"],
      ] as const) {
        await page.keyboard.press(key);
        const chosen = tabs.getByRole("tab", { selected: true });
        expect(await chosen.innerText()).toBe(label);
        expect(await chosen.evaluate((tab) => tab.matches(":focus"))).toBe(true);
      }
      expect(await example(page, "spreadsheet").locator("kurs-code pre").innerText()).toContain(
        'dec=","',
      );
    });
  });

  it("lists every endpoint with its parameters, and every problem", async () => {
    await site.visit("/en/api", async (page) => {
      const latest = page.locator("kurs-endpoint", { hasText: "/api/v1/rates/latest" });
      await latest.locator("summary").click();
      const row = latest.getByRole("row", { name: /quotes/ });
      expect(await row.innerText()).toMatch(/required/);
      expect(await page.locator("kurs-problem-list dt").count()).toBeGreaterThan(15);
    });
  });

  it.each([
    ["light", "en"],
    ["dark", "ru"],
  ] as const)(
    "is right in the %s theme, in %s, wide and narrow, in use",
    async (theme, language) => {
      await site.visit(
        `/${language}/api`,
        async (page) => {
          await run(page, "latest");
          await run(page, "pair");
          await page.locator("kurs-reply").nth(1).waitFor();
          for (const summary of await page.locator("kurs-endpoint summary").all())
            await summary.click();
          for (const width of [1280, 768, 360]) {
            await page.setViewportSize({ width, height: 900 });
            await untilDrawn(page);
            const overflow = await overflowOf(page);
            expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
            await keepPicture(page, `api-used-${language}-${theme}-${width}`);
          }
          expect(await seriousFaults(page)).toEqual([]);
          expect((await visibleText(page)).length).toBeGreaterThan(5000);
        },
        { theme },
      );
    },
  );
});
