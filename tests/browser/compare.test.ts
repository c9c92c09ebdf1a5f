import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  inEachShape,
  keepPicture,
  overflowOf,
  seriousFaults,
  startSite,
  visibleText,
} from "../support/browser.ts";

const site = startSite();

const five = "usd-kgs~usd-kzt~usd-tjs~usd-uzs~usd-tmt";
const eight = `${five}~usd-eur~usd-rub~usd-cny`;

const field = (page: Page) => page.getByRole("combobox", { name: "Add a series" });
const options = (page: Page) => page.locator("kurs-combobox").getByRole("option");
const chosen = (page: Page) => page.getByRole("list", { name: "Chosen series" });
const searchOf = (page: Page) => decodeURIComponent(new URL(page.url()).search);

/** Goes on with Tab until the element with this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element) return "";
      return element.getAttribute("aria-label") ?? element.textContent.trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}

async function addByKeyboard(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await options(page).first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

describe("with the keyboard alone", () => {
  it("a reader adds two currencies, switches the view, and takes one away", async () => {
    await site.visit("/en/compare", async (page) => {
      await tabTo(page, /^Add a series$/);
      await addByKeyboard(page, "kyrgyz som");
      await expect.poll(() => searchOf(page)).toBe("?s=usd-kgs");
      // In Cyrillic, and with the focus still in the field.
      await addByKeyboard(page, "сум");
      await expect.poll(() => searchOf(page)).toBe("?s=usd-kgs~usd-uzs");
      await page.getByRole("slider").waitFor();
      await expect
        .poll(() => visibleText(page))
        .toMatch(/Index, .+ = 100\. Rates: value of the local currency/);

      await tabTo(page, /^Table$/);
      await page.keyboard.press("Enter");
      await page.getByRole("columnheader", { name: "Uzbek sum (value of UZS in USD)" }).waitFor();
      expect(searchOf(page)).toBe("?s=usd-kgs~usd-uzs&view=table");

      await page.keyboard.press("Home");
      await field(page).focus();
      await tabTo(page, /^Remove Kyrgyz som/);
      await page.keyboard.press("Enter");
      await expect.poll(() => searchOf(page)).toBe("?s=usd-uzs&view=table");
      expect(await field(page).evaluate((input) => input.matches(":focus"))).toBe(true);
    });
  });

  it("Escape closes the list and empties the field, and arrows wander through the list in a circle", async () => {
    await site.visit("/en/compare", async (page) => {
      await field(page).focus();
      await page.keyboard.press("ArrowDown");
      await expect.poll(() => options(page).count()).toBe(5);
      await page.keyboard.press("ArrowUp");
      const active = () => field(page).getAttribute("aria-activedescendant");
      expect(await active()).toBe("option-4");
      await page.keyboard.press("ArrowDown");
      expect(await active()).toBe("option-0");
      await page.keyboard.press("Escape");
      expect(await field(page).getAttribute("aria-expanded")).toBe("false");
      await page.keyboard.type("zzzz");
      await page.getByText("Nothing found.").first().waitFor();
      await page.keyboard.press("Escape");
      expect(await field(page).inputValue()).toBe("");
    });
  });

  it("a ninth series is refused, and the page says why", async () => {
    await site.visit(`/en/compare?s=${eight}`, async (page) => {
      await field(page).focus();
      await addByKeyboard(page, "try");
      await expect
        .poll(() => page.getByRole("alert").textContent())
        .toMatch(/8 series are the most/);
      expect(await chosen(page).getByRole("listitem").count()).toBe(8);
    });
  });
});

describe("the address", () => {
  it("tells what it says in vain until that is dismissed, and shows the rest", async () => {
    await site.visit(`/en/compare?s=${five}&scale=foo&range=7x`, async (page) => {
      expect(await page.getByRole("status").first().textContent()).toBe(
        "Ignored: scale=foo, range=7x",
      );
      await page.getByRole("slider").waitFor();
      await page.getByRole("button", { name: "Dismiss" }).click();
      expect(await page.getByText("Ignored:").count()).toBe(0);
    });
  });

  it("Back undoes one choice, and a reload shows the same", async () => {
    await site.visit(`/en/compare?s=${five}`, async (page) => {
      const pressed = (name: string) =>
        page.getByRole("button", { name, exact: true }).getAttribute("aria-pressed");
      await page.getByRole("button", { name: "3M, 3 months" }).click();
      await page.getByRole("button", { name: "Level", exact: true }).click();
      await page.getByRole("button", { name: "Price of a dollar" }).waitFor({ state: "detached" });
      await page.reload();
      await page.getByRole("slider").first().waitFor();
      expect(await pressed("Level")).toBe("true");
      await page.goBack();
      await expect.poll(() => pressed("Index")).toBe("true");
      expect(await pressed("3M, 3 months")).toBe("true");
      await page.goBack();
      await expect.poll(() => pressed("1Y, 1 year")).toBe("true");
      expect(searchOf(page)).toBe(`?s=${five}`);
    });
  });

  it("follows what is typed after a pause, without a step of its own", async () => {
    await site.visit(`/en/compare?s=${five}`, async (page) => {
      const steps = await page.evaluate(() => history.length);
      await page.getByLabel("Base date").fill("2026-07-01");
      await expect.poll(() => searchOf(page)).toBe(`?base=2026-07-01&s=${five}`);
      expect(await page.evaluate(() => history.length)).toBe(steps);
      await expect.poll(() => visibleText(page)).toMatch(/Index, \d+ Jul 2026 = 100/);
    });
  });

  it("has one canonical form, and one in each language", async () => {
    await site.visit("/en/compare?view=table&s=usd-kgs&range=1y", async (page) => {
      const hrefs = (selector: string) =>
        page
          .locator(selector)
          .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(await hrefs("link[rel=canonical]")).toEqual([
        `${site.address}/en/compare?s=usd-kgs&view=table`,
      ]);
      expect(await hrefs("link[hreflang=ky]")).toEqual([
        `${site.address}/ky/compare?s=usd-kgs&view=table`,
      ]);
      expect(await page.title()).toBe("Compare · Kurs");
    });
  });
});

describe("what is compared", () => {
  it("unlike frequencies are told in the lowest, and the subtitle says how", async () => {
    const path = "/en/compare?as=level&s=usd-kgs~TRADE/A.KG.IMPORTS.PC_GDP";
    await site.visit(path, async (page) => {
      await page.getByRole("slider").first().waitFor();
      expect(await visibleText(page)).toContain("Each in its own unit. Annual mean of daily rates");
      const address = page.getByRole("link", { name: /^\/api\/v1\/rates\/USD-KGS/ });
      expect(await address.getAttribute("href")).toContain("frequency=A&aggregate=avg");
    });
  });

  it("no log scale is offered where values are below zero, and the address of the view in the API answers", async () => {
    await site.visit(
      `/en/compare?s=usd-kgs~TRADE/A.KG.IMPORTS.PC_GDP~TRADE/A.KZ.IMPORTS.PC_GDP&as=yoy&scale=log`,
      async (page) => {
        expect(await page.getByRole("button", { name: "Log", exact: true }).isDisabled()).toBe(
          true,
        );
        const text = await visibleText(page);
        expect(text).toContain("A log scale needs values above zero.");
        expect(text).not.toContain("Log scale:");
        const addresses = await page
          .getByRole("link", { name: /^\/api\// })
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
        expect(addresses).toHaveLength(2);
        for (const address of addresses) expect((await fetch(address)).status).toBe(200);
      },
    );
  });
});

describe("in either theme", () => {
  it.each([
    ["compare", `/en/compare?s=${five}`],
    ["compare-tiles", `/ru/compare?s=${five}~usd-rub&view=tiles`],
    ["compare-table", `/en/compare?s=${five}&view=table&as=pct`],
    ["compare-panels", "/en/compare?as=level&s=usd-kgs~TRADE/A.KG.IMPORTS.PC_GDP"],
    ["compare-empty", "/en/compare"],
  ])("axe finds nothing serious on %s, and nothing overflows", async (name, path) => {
    const look = async (page: Page) =>
      inEachShape(page, [1280, 768, 360], async (width, theme) => {
        const wide = await overflowOf(page);
        expect(wide, `${name} at ${width} px`).toBeLessThanOrEqual(0);
        if (width === 360) expect(await seriousFaults(page), theme).toEqual([]);
        await keepPicture(page, `${name}-${theme}-${width}`);
      });
    await site.visit(path, look, { theme: "dark" });
  });
});
