import { describe, expect, it } from "vitest";
import { keepPicture, seriousFaults, startSite, visibleText } from "../support/browser.ts";
import { startDesk } from "../support/import-desk.ts";

const site = startSite("fixtures");
const desk = startDesk(site);

/** Daily rates of many dollars' worth of sources: a file of so many bytes, none of them stored yet. */
function largeFile(bytes: number): string {
  const lines = ["date,base,quote,rate,source"];
  let length = 0;
  for (let at = 0; length < bytes; at += 1) {
    const day = new Date(Date.UTC(1990, 0, 1 + (at % 13_000))).toISOString().slice(0, 10);
    const line = `${day},USD,KGS,${80 + (at % 100) / 100},LARGE_${Math.floor(at / 13_000)}`;
    lines.push(line);
    length += line.length + 1;
  }
  return `${lines.join("\n")}\n`;
}

describe("a file of 20 MB", () => {
  it("tells how far it is, goes on while the page is loaded again, and is cancelled without a trace", async () => {
    await site.visit("/en/import", async (page) => {
      await desk.give(page, "large.csv", largeFile(20_000_000));
      const bar = page.getByRole("progressbar");
      await bar.waitFor();
      await page
        .getByText(/Row [\d,]+ of about [\d,]+/)
        .first()
        .waitFor();
      await keepPicture(page, "import-progress-1280");
      expect(await seriousFaults(page)).toEqual([]);
      expect(page.url()).toMatch(/\/en\/import\?job=[\w-]{22}$/);

      await page.reload();
      await bar.waitFor();
      await expect.poll(() => bar.getAttribute("value")).toMatch(/^0\.\d+|1\.0+$/);
      await desk.press(page, "button", /^Cancel$/);
      await page.getByText("Cancelled; nothing was stored.").waitFor();
    });
    const { rows } = await site.database.pool.query(
      "select 1 from source where source_code like 'LARGE%'",
    );
    expect(rows).toEqual([]);
  });
});

describe("a file in windows-1251", () => {
  const letters =
    "Дата;Валюта;Номинал;Курс\n01.10.2026;USD;1;87,4500\n01.10.2026;KZT;100;18,2000\n";
  /** Cyrillic capital and small letters stand in one row in windows-1251. */
  const bytes = Buffer.from(
    [...letters].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );

  it("is asked for its encoding by sample lines, then for what else it does not say, and its reading is kept", async () => {
    await site.visit(
      "/en/import",
      async (page) => {
        await desk.give(page, "nbkr.csv", bytes);
        await page.getByRole("group", { name: "Encoding" }).waitFor();
        await keepPicture(page, "import-encoding-1280");
        expect(await page.getByText("Дата;Валюта;Номинал;Курс").count()).toBeGreaterThan(0);
        expect(await page.getByRole("radio", { name: /^windows-1251/ }).isChecked()).toBe(true);
        await desk.press(page, "button", /Read it again/);

        // Keys find only what is there to be found.
        const dataset = page.getByRole("combobox", { name: "Dataset" }).first();
        await dataset.locator("option[value=FX]").waitFor({ state: "attached" });
        await dataset.focus();
        await page.keyboard.type("FX");
        await desk.press(page, "button", /Read it again/);

        await page.getByLabel(/Who publishes/).focus();
        await page.keyboard.type("NBKR");
        await page.getByRole("combobox", { name: /^What tells/ }).focus();
        await page.keyboard.type("always KGS");
        await keepPicture(page, "import-mapping-1280");
        expect(await seriousFaults(page)).toEqual([]);
        await desk.press(page, "button", /Read it again/);

        await page.getByRole("heading", { name: /what an import would do/ }).waitFor();
        const text = (await visibleText(page)).replace(/\s+/g, " ");
        expect(text).toContain("windows-1251");
        // A hundred tenge are 18.2 som.
        expect(text).toMatch(/3 FX\/D\.KZT\.KGS\.NBKR 1 Oct 2026 1 KZT = 0\.182\d* KGS/);

        await desk.press(page, "button", /Save this reading for NBKR/);
        await page.getByText("Saved as NBKR.").waitFor();
        await page.getByText("Read it otherwise").press("Enter");
        await page.getByRole("combobox", { name: /^Column of values/ }).waitFor();
        await keepPicture(page, "import-otherwise-1280");
        expect(await seriousFaults(page)).toEqual([]);
        // The series is new: what is stored of it is asked for in vain.
      },
      { expected: /404/ },
    );
  });
});
