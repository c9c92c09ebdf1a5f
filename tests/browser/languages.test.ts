import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fallbacks, languages } from "../../server/contract/language.ts";
import { loadAllStrings } from "../../client/strings/strings.ts";
import type { Language } from "../../server/contract/language.ts";
import { Sources } from "../../server/contract/source.ts";
import { startSite } from "../support/browser.ts";
import { followRoutes, readPage, type Reading, type Run } from "../support/reading.ts";

const site = startSite();

const paths = [
  "",
  "rates/usd-kgs",
  "rates/usd-uzs?dir=inv&view=table",
  "compare?s=usd-kgs~usd-uzs",
  "indicators/refinery",
  "indicators/contraception?by=region",
  "events",
  "sources",
  "sources/FX/D.USD.KGS.MARKET",
  "api",
  "import",
];
const englishDates =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December|Mon|Tue|Wed|Thu|Fri|Sat|Sun|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;
const english = /^(?!.*\p{Script=Cyrillic})[^\p{L}]*([A-Za-z]*[a-z]{2,}[ .,:]+){4}/u;
/** The same as in English, or a name of ours. */
const shared: Partial<Record<Language, RegExp>> = { uz: /\b(Mar|Apr|May)\b/g };
/** Programs and protocols are numbered with points everywhere. */
const versions = /\b(Kurs|OpenAPI|CC|BY) \d+(\.\d+)+\S*|\b\d+\.\d+\.\d+\b|-\d\.\d\b/g;

const own = ({ language, runs }: Reading) => runs.filter((run) => run.language === language);
const texts = (runs: readonly Run[]) => runs.map(({ text }) => text);
const matching = (runs: readonly Run[], wrong: RegExp) =>
  texts(runs).filter((text) => wrong.test(text));

/** What is wrong with the numbers and dates of a page, whatever its language. */
function expectTrueNumbers({ runs }: Reading) {
  expect.soft(matching(runs, /M0\d/)).toEqual([]);
  expect.soft(matching(runs, /(^|[\s(])-\d/)).toEqual([]);
  expect.soft(matching(runs, /[-−+]0([.,]0+)?\s?%/)).toEqual([]);
  expect.soft(matching(runs, /\dE-?\d/)).toEqual([]);
  expect.soft(matching(runs, /\p{L}\.\.(?!\.)/u)).toEqual([]);
  expect.soft(matching(runs, /\u20c0|\{\w+\}|undefined|\bNaN\b/)).toEqual([]);
}

/** Numbers and dates as `ux.md` 3.4 has them for all languages but English. */
function expectLocalNumbers(reading: Reading, language: Language) {
  const written = own(reading).map((run) => ({
    ...run,
    text: run.text.replace(versions, "").replace(shared[language] ?? /$^/, ""),
  }));
  expect.soft(matching(written, englishDates)).toEqual([]);
  expect.soft(matching(written, /\d,\d{3}([.,]\d|,)|\d \d{3}\b(?! [a-zа-я])/)).toEqual([]);
  expect.soft(matching(written, /\d\.\d/)).toEqual([]);
}

/** A text that another language lent says which. */
async function expectMarkedRuns({ runs }: Reading, language: Language) {
  const strings = await loadAllStrings(language);
  const origins = new Map<string, string>();
  const lent = Object.entries(strings.languages).sort((a) => (a[1] === language ? 1 : -1));
  for (const [key, origin] of lent)
    origins.set(strings.texts[key as keyof typeof strings.texts], origin);
  const wrong = runs.filter((run) => (origins.get(run.text) ?? run.language) !== run.language);
  expect.soft(wrong.filter(({ text }) => /\p{L}{3}/u.test(text))).toEqual([]);
  // A page in Cyrillic letters has no sentence of its own in Latin ones.
  if (fallbacks[language].includes("ru"))
    expect
      .soft(own({ language, runs } as Reading).filter(({ text }) => english.test(text)))
      .toEqual([]);
}

/** Names of those who publish are in the one language that they have. */
async function publishers(): Promise<string[]> {
  const answer = await fetch(`${site.address}/api/v1/sources`);
  const { sources } = Sources.parse(await answer.json());
  return sources.flatMap(({ name, attribution }) => [attribution ?? name, name]);
}

/** The page as it reads without them. */
async function readNameless(page: Page): Promise<Reading> {
  const reading = await readPage(page);
  const names = await publishers();
  const runs = reading.runs.map(({ text, language }) => ({
    text: names.reduce((rest, name) => rest.replaceAll(name, ""), text),
    language,
  }));
  return { ...reading, runs };
}

async function expectReadable(page: Page, language: Language, path: string) {
  const reading = await readNameless(page);
  expect.soft(reading.language).toBe(language);
  expect.soft(reading.runs.length, path).toBeGreaterThan(20);
  expectTrueNumbers(reading);
  if (language !== "en") expectLocalNumbers(reading, language);
  await expectMarkedRuns(reading, language);
  expect.soft({ path, clipped: reading.clipped }).toEqual({ path, clipped: [] });
  expect.soft(reading.sideways, path).toBeLessThanOrEqual(0);
}

describe.each(languages)("in %s, on a small screen", (language) => {
  it("every page has numbers and dates of the language, nothing cut off, and says what is foreign", async () => {
    await site.visit(
      `/${language}/`,
      async (page) => {
        const follow = followRoutes(page);
        for (const path of paths) {
          await follow(`/${language}/${path}`);
          await expectReadable(page, language, path);
        }
      },
      { width: 360 },
    );
  });
});

describe("the language menu", () => {
  const address = (language: Language) => `/${language}/rates/usd-kgs?range=5y&view=table`;
  const heading = (page: Page) => page.locator("kurs-rate-page h1").textContent();

  it("offers all seven, keeps path and query, and Back returns", async () => {
    await site.visit(address("ru"), async (page) => {
      const menu = page.locator("kurs-site-header select").first();
      const codes = await menu
        .locator("option")
        .evaluateAll((options) => options.map((option) => option.getAttribute("value")));
      expect(codes).toEqual([...languages]);
      expect(await heading(page)).toContain("кыргызский сом");
      expect(await page.locator("footer .draft").count()).toBe(0);

      await menu.selectOption("kk");
      await page.waitForURL(`**${address("kk")}`);
      await page.waitForFunction(() => document.title.includes("Қырғызстан сомы"));
      expect(await page.locator("html").getAttribute("lang")).toBe("kk");
      expect(await page.locator("footer .draft").textContent()).toContain("client/strings/kk.ts");
      const alternates = await page.locator("link[rel=alternate]").count();
      expect(alternates).toBe(languages.length + 1);

      await page.goBack();
      await page.waitForFunction(() => document.title.includes("кыргызский сом"));
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(address("ru"));
      expect(await page.locator("html").getAttribute("lang")).toBe("ru");
    });
  });

  it("and the server agree: the shell has language, title and addresses before any script runs", async () => {
    const html = await (await fetch(site.address + address("kk"))).text();
    expect(html).toContain('<html lang="kk"');
    expect(html).toContain("<title>USD/KGS · Kurs</title>");
    const canonical = (site.address + address("kk")).replace("&", "&amp;");
    expect(html).toContain(`<link rel="canonical" href="${canonical}">`);
  });
});
