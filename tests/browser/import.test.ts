import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  keepPicture,
  overflowOf,
  seriousFaults,
  startSite,
  visibleText,
} from "../support/browser.ts";
import { focusedText, startDesk } from "../support/import-desk.ts";

const site = startSite();
const desk = startDesk(site);

/** One line of each fault, among lines that are right; the last stored rate is of 29 September. */
const badLines = `date,base,quote,rate,source
2026-09-25,USD,KGS,87.51,MARKET
2026-09-31,USD,KGS,87.52,MARKET
2026-09-28,USD,KGS,87510,MARKET
2026-09-29,USD,UZS,0.0000838,MARKET
2026-09-30,USD,KGS,87.55,MARKET
2026-09-30,USD,KGS,87.56,MARKET
2026-10-01,USD,KGS,*,MARKET
`;

const countOf = async (name: string) => {
  const { rows } = await site.database.pool.query<{ count: string }>(
    `select count(*) as count from ${name}`,
  );
  return Number(rows[0]?.count);
};

describe("a file with bad lines", () => {
  it("is looked at without a trace; each line is told, and the rest comes in once that is wanted", async () => {
    const before = [await countOf("observation"), await countOf("import")];
    await site.visit("/en/import", async (page) => {
      await desk.give(page, "bad.csv", badLines);
      await page.getByRole("heading", { name: "bad.csv: what an import would do" }).waitFor();
      await expect.poll(() => focusedText(page)).toBe("bad.csv: what an import would do");
      expect([await countOf("observation"), await countOf("import")]).toEqual(before);

      await page.getByRole("link", { name: "Go to the problems" }).press("Enter");
      expect(await focusedText(page)).toBe("Problems");
      const rows = page.locator("kurs-import-problems tbody tr");
      const told = (await rows.allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());
      for (const wanted of [
        /^3 date 2026-09-31 error: not a date or period .+/,
        /^4 .*87510 warning: off by a factor .+/,
        /^5 .*0\.0000838 warning: .+/,
        /^7 .*87\.56 error: two values for one period .+/,
      ])
        expect(
          told.some((row) => wanted.test(row)),
          `${String(wanted)} in ${told.join("\n")}`,
        ).toBe(true);
      expect(told.some((row) => row.startsWith("8 "))).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      await keepPicture(page, "import-bad-1280");

      await page.getByRole("combobox", { name: "Show" }).selectOption("not-a-period");
      expect(await rows.count()).toBe(1);

      const download = page.waitForEvent("download");
      await desk.press(page, "button", /errors\.csv/);
      const kept = readFileSync(await (await download).path(), "utf8");
      expect(kept).toContain(
        '3,"2026-09-31,USD,KGS,87.52,MARKET",date,2026-09-31,error,not-a-period',
      );

      const apply = page.getByRole("button", { name: /^Add \d+, change \d+$/ });
      expect(await apply.isDisabled()).toBe(true);
      expect(await visibleText(page)).toContain("Lines with warnings cannot be left out");
      await desk.press(page, "checkbox", /Leave out what has errors/);
      for (const box of await page.getByRole("checkbox", { name: /I have looked/ }).all()) {
        await box.focus();
        await page.keyboard.press("Space");
      }
      const label = (await apply.textContent())?.trim() ?? "";
      await desk.press(page, "button", /^Add \d+, change \d+$/);
      const [, added = "", changed = ""] = /Add (\d+), change (\d+)/.exec(label) ?? [];
      await page.getByText(`${added} added, ${changed} changed.`).waitFor();
      await expect.poll(() => focusedText(page)).toBe("Imported");
    });
    expect(await countOf("import")).toBe((before[1] ?? 0) + 1);
  });
});

describe("an ambiguous date", () => {
  it("must be chosen, with what speaks for either reading, in one go with what else is not told", async () => {
    const text = "date;base;quote;rate\n03/04/2026;USD;KGS;87,1\n05/06/2026;USD;KGS;87,2\n";
    await site.visit("/en/import", async (page) => {
      await desk.give(page, "dates.csv", text);
      await page.getByRole("group", { name: "Form of the dates" }).waitFor();
      await expect.poll(() => focusedText(page)).toBe("The file does not say everything");
      expect(await visibleText(page)).toContain("03/04/2026");
      expect(await seriousFaults(page)).toEqual([]);
      await keepPicture(page, "import-dates-1280");

      await page.getByLabel("Who publishes the file").fill("MARKET");
      const again = page.getByRole("button", { name: "Read it again" });
      await again.press("Enter");
      await page.getByRole("group", { name: "Form of the dates" }).waitFor();
      await desk.press(page, "radio", /^DD\/MM\/YYYY/);
      await again.press("Enter");
      await page.getByRole("heading", { name: /what an import would do/ }).waitFor();
      const shown = await visibleText(page);
      expect(shown).toContain("3 Apr 2026");
      expect(shown).toContain("5 Jun 2026");
    });
  });
});

describe("the same file again", () => {
  const rates =
    "date,base,quote,rate,source\n2026-09-30,USD,KZT,480.500,MARKET\n2026-10-01,USD,KZT,481.5,MARKET\n";

  it("changes nothing and says when it came; taken back, the figures are as before", async () => {
    await site.visit("/en/import", async (page) => {
      await desk.give(page, "tenge.csv", rates);
      await page.getByRole("cell", { name: "1 USD = 480.500 KZT", exact: true }).waitFor();
      await desk.press(page, "button", /^Add 2, change 0$/);
      await page.getByText("2 added, 0 changed.").waitFor();
      expect(
        await page.getByRole("link", { name: "FX/D.USD.KZT.MARKET" }).getAttribute("href"),
      ).toBe("/en/rates/usd-kzt?source=MARKET");
      await keepPicture(page, "import-done-1280");

      await desk.press(page, "button", /Choose another file/);
      await desk.give(page, "tenge.csv", rates);
      await page.getByText(/Already imported on .* by desk; nothing would change\./).waitFor();
      expect(await page.getByRole("button", { name: /^Add/ }).count()).toBe(0);

      await page.goBack();
      await page.goBack();
      await desk.press(page, "button", /Undo this import/);
      await desk.press(page, "button", /Take back import/);
      await page
        .getByText(/Takes back import/)
        .first()
        .waitFor();
      const { rows } = await site.database.pool.query(
        "select 1 from observation join series using (series_id) where series_key = 'D.USD.KZT.MARKET' and period >= '2026-09-30' and superseded_by is null and not withdrawn",
      );
      expect(rows).toEqual([]);
    });
  });
});

describe.each([
  ["light", 768, "en"],
  ["dark", 360, "ru"],
] as const)("in the %s theme at %i px, in %s", (theme, width, language) => {
  it("each step fits the window, and axe finds nothing serious", async () => {
    await site.visit(
      `/${language}/import`,
      async (page) => {
        const looks = async (step: string) => {
          const over = await overflowOf(page);
          expect(over, step).toBeLessThanOrEqual(0);
          expect(await seriousFaults(page), step).toEqual([]);
          await keepPicture(page, `import-${step}-${theme}-${width}`);
        };
        await looks("choose");
        await page.evaluate((token) => {
          sessionStorage.setItem("kurs-token", `${token} desk`);
        }, desk.token);
        await desk.give(page, "bad.csv", badLines.replace("87.51", "87.7"));
        await page.locator("#problems").waitFor();
        await page.getByRole("slider").waitFor();
        await page.locator("details:has(kurs-mapping-form) > summary").press("Enter");
        await looks("checked");
        await page.getByRole("button", { name: /another file|другой файл/ }).press("Enter");
        await desk.give(
          page,
          "dates.csv",
          "date,base,quote,rate,source\n03/04/2026,USD,KGS,87.1,MARKET\n",
        );
        await page.locator("input[type=radio]").first().waitFor();
        await looks("asked");
      },
      { theme, width },
    );
  });
});
