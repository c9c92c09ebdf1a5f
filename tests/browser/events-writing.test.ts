import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createToken } from "../../server/import/token.ts";
import { keepPicture, seriousFaults, startSite } from "../support/browser.ts";
import { goTo } from "../support/still-page.ts";

const site = startSite();
let token = "";

beforeAll(async () => {
  token = await createToken(site.database.pool, "Aigul");
});

/** As somebody who has given the token in this tab already. */
async function signIn(page: Page, path: string) {
  await page.evaluate((text) => sessionStorage.setItem("kurs-token", text), `${token} Aigul`);
  await goTo(page, `${site.address}${path}`);
}

const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label") ?? (element as HTMLElement | null)?.innerText ?? "";
  });
const total = async () => {
  const answer = await fetch(`${site.address}/api/v1/events`);
  return ((await answer.json()) as { total: number }).total;
};

async function post(event: object) {
  const response = await fetch(`${site.address}/api/v1/events`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(event),
  });
  expect(response.status).toBe(201);
}

const columns = "start,end,countries,kind,title,text,source_name,source_url";
const fileOf = (...lines: string[]) => ({
  name: "events.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([columns, ...lines, ""].join("\n")),
});

describe("writing events", () => {
  it("asks for a token, adds an event by keyboard, and tells each fault at its field", async () => {
    const before = await total();
    const look = async (page: Page) => {
      expect(await page.getByRole("button", { name: /^(Change|Remove)/ }).count()).toBe(0);
      await page.getByRole("button", { name: "Write events" }).press("Enter");
      await page.getByLabel("Token", { exact: true }).waitFor();
      await page.keyboard.type(token);
      await page.keyboard.press("Enter");
      const add = page.getByRole("button", { name: "Add an event" });
      await add.press("Enter");

      const form = page.getByRole("dialog", { name: "Add an event" });
      await form.getByLabel("Last day, of a span").fill("2026-09-01");
      await form.getByLabel("Day, or first day").fill("2026-09-20");
      await form.getByLabel("Uzbekistan").check();
      await form.getByLabel("Others, by ISO code").fill("xx");
      await form.getByLabel("Link to the source").fill("kabar");
      await form.getByLabel("Link to the source").press("Enter");
      await form.getByText("Please look at the marked fields").waitFor();
      const faulty = await form
        .locator("[aria-invalid=true]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("name")));
      expect(faulty).toEqual([
        "kind",
        "countries",
        "title.en",
        "text.en",
        "sourceName",
        "sourceUrl",
      ]);
      expect(await form.getByLabel("Others, by ISO code").inputValue()).toBe("XX");
      await expect
        .poll(() => form.locator("[name=kind]").evaluate((field) => field.matches(":focus")))
        .toBe(true);
      await form.getByText("is no ISO 3166-1 code").waitFor();
      const kind = form.locator("#fault-kind");
      expect(await kind.textContent()).toBe("Choose a kind");
      await form.getByLabel("Kind").selectOption("politics");
      expect(await seriousFaults(page)).toEqual([]);
      await keepPicture(page, "event-form-faults");

      await form.getByLabel("Others, by ISO code").fill("");
      await form.getByLabel("Title").first().fill("Harvest forum");
      await form.getByLabel("Text").first().fill("Leaders met in Tashkent.");
      await form.getByLabel("Source", { exact: true }).fill("Kabar");
      await form.getByLabel("Link to the source").fill("https://kabar.kg/");
      await page.keyboard.press("Enter");
      await form.getByText("ends before it begins").waitFor();
      await form.getByLabel("Last day, of a span").fill("2026-09-21");
      await form.getByText("Русский").press("Enter");
      await form.locator("[name='title.ru']").fill("Форум урожая");
      await page.keyboard.press("Enter");

      await page.getByRole("status").getByText("Added:").waitFor();
      await expect.poll(() => focused(page)).toBe("Add an event…");
      await expect
        .poll(() => page.locator(".events h2").first().textContent())
        .toBe("Harvest forum");
      expect(await total()).toBe(before + 1);
    };
    await site.visit("/en/events", look, { expected: /400/ });
  });

  it("changes an event in all its languages, and removes it only after a question", async () => {
    await post({
      start: "2026-09-28",
      countries: ["UZ"],
      kind: "politics",
      title: { en: "Summit of the region", ru: "Саммит региона" },
      text: "Leaders met in Tashkent.",
      source: { name: "Kabar" },
    });
    const before = await total();
    await site.visit("/ru/events", async (page) => {
      await signIn(page, "/ru/events");
      const first = page.locator(".events li").first();
      const link = first.getByRole("link", { name: "Саммит региона" });
      const href = await link.getAttribute("href");
      expect(await link.getAttribute("lang")).toBe("ru");
      expect(await first.getByText("Leaders met").getAttribute("lang")).toBe("en");
      await first.getByRole("button", { name: "Изменить" }).press("Enter");
      const form = page.getByRole("dialog", { name: "Изменение события" });
      expect(await form.locator("[name='title.en']").inputValue()).toBe("Summit of the region");
      await form.locator("[name='text.ru']").fill("Главы государств встретились.");
      await form.getByRole("button", { name: "Сохранить" }).press("Enter");
      await first.getByText("Главы государств встретились.").waitFor();
      expect(await link.getAttribute("href")).toBe(href);
      await expect.poll(() => focused(page)).toBe("Изменить: Саммит региона");

      const remove = first.getByRole("button", { name: "Удалить" });
      await remove.press("Enter");
      await page.getByRole("alertdialog").getByText("Саммит региона").waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => focused(page)).toBe("Удалить: Саммит региона");
      expect(await total()).toBe(before);
      await remove.press("Enter");
      const question = page.getByRole("alertdialog");
      await question.getByRole("button", { name: "Удалить" }).press("Enter");
      await page.getByRole("status").getByText("Удалено: Саммит региона").waitFor();
      await expect.poll(() => focused(page)).toBe("Удалено: Саммит региона");
      expect(await total()).toBe(before - 1);
      await expect.poll(() => link.count()).toBe(0);
    });
  });

  it("asks for another token when the one it has was revoked, and loses nothing that was typed", async () => {
    const look = async (page: Page) => {
      await page.evaluate(() => sessionStorage.setItem("kurs-token", "kurs_revoked Old"));
      await goTo(page, `${site.address}/en/events`);
      await page.getByRole("button", { name: "Change: Tenge floated" }).press("Enter");
      const form = page.getByRole("dialog", { name: "Change the event" });
      await form.getByLabel("Source", { exact: true }).fill("The bank");
      await page.keyboard.press("Enter");
      const field = page.getByLabel("Token", { exact: true });
      await field.fill(token);
      await field.press("Enter");
      await page.getByRole("status").getByText("Changed:").waitFor();
      await page.getByText("The bank", { exact: true }).waitFor();
    };
    await site.visit("/en/events", look, { expected: /401/ });
  });
});

describe("a file of events", () => {
  it("is refused as a whole with its bad lines, and once mended is counted and listed", async () => {
    const look = async (page: Page) => {
      await signIn(page, "/en/events");
      const before = await total();
      const open = page.getByRole("button", { name: "Add events from a file" });
      await open.press("Enter");
      const dialog = page.getByRole("dialog");
      const good = "2026-08-01,,KZ,trade,New corridor,A railway was opened.,Kabar,";
      const add = dialog.getByRole("button", { name: "Add them" });
      await dialog
        .getByLabel("File")
        .setInputFiles(fileOf(good, "2026-02-30,,KZ,weather,Title,Text.,Kabar,"));
      await add.press("Enter");
      await dialog.getByText("Nothing was stored.").waitFor();
      await dialog.getByText("Line 3").first().waitFor();
      expect(await total()).toBe(before);
      expect(await seriousFaults(page)).toEqual([]);
      await keepPicture(page, "events-file-refused");
      await dialog.getByLabel("File").setInputFiles(fileOf(good));
      expect(await dialog.getByText("Nothing was stored.").count()).toBe(0);
      await add.press("Enter");
      await dialog.getByText("1 added, 0 given another language, 0 there already.").waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => focused(page)).toBe("Add events from a file…");
      await page.getByRole("link", { name: "New corridor" }).waitFor();
    };
    await site.visit("/en/events", look, { expected: /422/ });
  });
});

describe("the form of an event", () => {
  it.each([
    [360, "light", "ru"],
    [360, "dark", "en"],
    [768, "dark", "ru"],
  ] as const)(
    "fits %i px, %s, in %s, and axe finds nothing serious",
    async (width, theme, language) => {
      const look = async (page: Page) => {
        await signIn(page, `/${language}/events`);
        await keepPicture(page, `events-writing-${language}-${theme}-${width}`);
        await page.locator(".events li").first().getByRole("button").first().click();
        const dialog = page.getByRole("dialog");
        await dialog.waitFor();
        const over = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(over).toBeLessThanOrEqual(0);
        expect(await seriousFaults(page)).toEqual([]);
        await keepPicture(page, `event-form-${language}-${theme}-${width}`);
      };
      await site.visit(`/${language}/events`, look, { width, theme });
    },
  );
});
