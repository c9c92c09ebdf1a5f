import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../../server/import/token.ts";
import { keepPicture, overflowOf, seriousFaults, startSite } from "../support/browser.ts";
import { goTo, reload } from "../support/still-page.ts";

const site = startSite();
let token = "";
/** The import of three rates that the tests look at and take back. */
let id = 0;

const rates = `date,base,quote,rate,source
2026-09-28,USD,KGS,87.4500,MARKET
2026-09-29,USD,KGS,87.9000,MARKET
2026-10-01,USD,KGS,88.0000,MARKET
Rows: 3
`;

beforeAll(async () => {
  token = await createToken(site.database.pool, "Aigul");
  id = await bringIn(rates);
});

async function bringIn(body: string): Promise<number> {
  const response = await fetch(`${site.address}/api/v1/imports?filename=som.csv`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" },
    body,
  });
  const report = (await response.json()) as { id: number };
  expect(response.status, JSON.stringify(report)).toBe(201);
  return report.id;
}

const heading = (page: Page) => page.locator("h1").textContent();
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element as HTMLElement | null)?.innerText ?? "";
  });

describe("the list of imports", () => {
  it("is newest first, says who brought which file and what it changed, and leads to each", async () => {
    await site.visit("/en/import", async (page) => {
      const first = page.locator("kurs-import-list li").first();
      const text = (await first.textContent())?.replace(/\s+/g, " ");
      expect(text).toMatch(/Import \d+ .*som\.csv.*1 added, 2 revised · by Aigul.*In force/);
      await first.getByRole("link", { name: `Import ${id}` }).click();
      await expect.poll(() => page.url()).toContain(`/en/import/${id}`);
      await expect.poll(() => focused(page)).toBe(`Import ${id}`);
    });
  });
});

describe("the page of an import", () => {
  it("has the file with its checksum, the counts, and each change with its receipt", async () => {
    await site.visit(`/en/import/${id}`, async (page) => {
      await page.getByText("som.csv").waitFor();
      await page.getByText(/^[0-9a-f]{64}$/).waitFor();
      const rows = page.getByRole("region", { name: "Changes" }).locator("tbody tr");
      expect(await rows.count()).toBe(3);
      expect((await rows.last().textContent())?.replace(/\s+/g, " ")).toContain(
        "– 88.0000 normal 4",
      );
      await page.getByRole("link", { name: "FX/D.USD.KGS.MARKET" }).first().waitFor();
      const problems = page.getByRole("region", { name: "Problems" }).locator("tbody tr");
      expect((await problems.last().textContent())?.replace(/\s+/g, " ")).toMatch(
        /Rows: 3 notice: line passed over ?A line below the last row/,
      );
      await rows.last().getByRole("button").press("Enter");
      await page.getByRole("dialog").getByText("2026-10-01,USD,KGS,88.0000").waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => focused(page)).toBe("Receipt");

      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "som.csv" }).press("Enter"),
      ]);
      expect(file.suggestedFilename()).toBe("som.csv");
      const [csv] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "All changes as CSV" }).click(),
      ]);
      expect(csv.suggestedFilename()).toBe(`import-${id}-changes.csv`);
    });
  });

  it("says so when a file is not there, and when there is no such import", async () => {
    const look = async (page: Page) => {
      await page.route("**/file", (route) =>
        route.fulfill({
          status: 404,
          contentType: "application/problem+json",
          body: JSON.stringify({
            type: "/problems/not-found",
            title: "No such page",
            status: 404,
            detail: "The file of this import was let go.",
          }),
        }),
      );
      await page.getByRole("link", { name: "som.csv" }).click();
      await page.getByText("The file of this import was let go.").last().waitFor();
      await goTo(page, `${site.address}/en/import/99999`);
      await page.getByText("There is no import 99999.").last().waitFor();
    };
    await site.visit(`/en/import/${id}`, look, { expected: /404/ });
  });

  it("is taken back by keyboard alone: question, token, a wrong one first, and the undo's own page", async () => {
    const look = async (page: Page) => {
      await page.getByRole("button", { name: "Undo this import" }).press("Enter");
      const question = page.getByRole("alertdialog");
      await question.getByText("1 added figures go, 2 revised ones are again").waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect.poll(() => focused(page)).toBe("Undo this import…");

      await page.keyboard.press("Enter");
      await question.getByRole("button", { name: `Take back import ${id}` }).press("Enter");
      const field = page.getByLabel("Token", { exact: true });
      await field.waitFor();
      expect(await field.getAttribute("type")).toBe("password");
      await page.keyboard.type("kurs_wrong");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      expect(await field.inputValue()).toBe("kurs_wrong");
      expect(await field.getAttribute("type")).toBe("text");
      await field.press("Enter");
      await page.getByText("This token is not in force here.").waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await keepPicture(page, "token-wrong");
      await field.fill(token);
      await page.keyboard.press("Enter");

      await expect.poll(() => page.url()).toContain(`/en/import/${id + 1}`);
      await expect.poll(() => focused(page)).toBe(`Import ${id + 1}`);
      await page.getByRole("link", { name: `Takes back import ${id}` }).waitFor();
      await page.getByText("Token in use: Aigul.").waitFor();
      await page.getByRole("navigation").getByRole("link", { name: "Import" }).waitFor();
      await page.getByRole("link", { name: `Takes back import ${id}` }).press("Enter");
      await page.getByRole("link", { name: `Taken back by import ${id + 1}` }).waitFor();
      expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);

      await reload(page);
      await page.getByRole("button", { name: "Forget it" }).click();
      await expect.poll(() => page.getByText("Token in use").count()).toBe(0);
      expect(await page.getByRole("navigation").getByRole("link", { name: "Import" }).count()).toBe(
        1,
      );
      expect(await heading(page)).toBe(`Import ${id}`);
    };
    await site.visit(`/en/import/${id}`, look, { expected: /401/ });
  });
});

describe("the pages of imports", () => {
  it.each([
    [1280, "light", "en"],
    [768, "dark", "ru"],
    [360, "light", "ru"],
    [360, "dark", "en"],
  ] as const)(
    "fit %i px, %s, in %s, and axe finds nothing serious",
    async (width, theme, language) => {
      const look = async (page: Page) => {
        for (const path of [`import/${id}`, "import"]) {
          await goTo(page, `${site.address}/${language}/${path}`);
          const over = await overflowOf(page);
          expect(over, path).toBeLessThanOrEqual(0);
          expect(await seriousFaults(page), path).toEqual([]);
          await keepPicture(
            page,
            `${path.replace(/\W\d+/, "-report")}-${language}-${theme}-${width}`,
          );
        }
      };
      await site.visit(`/${language}/import`, look, { width, theme });
    },
  );
});

describe("an import is reached", () => {
  it("from the footer, from updates on the overview and from a source", async () => {
    await site.visit("/en/", async (page) => {
      const updates = page.locator(".news a[href*='/en/import/']");
      expect(await updates.count()).toBeGreaterThan(0);
      await goTo(page, `${site.address}/en/sources`);
      expect(await page.locator("#MARKET a[href*='/en/import/']").count()).toBe(1);
      await page.getByRole("contentinfo").getByRole("link", { name: "Import" }).click();
      await expect.poll(() => page.url()).toContain("/en/import");
    });
  });
});
