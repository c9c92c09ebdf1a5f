import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shellTexts } from "../../../client/strings/shell-texts.ts";
import { readShell, type WriteShell } from "../../../server/http/shell.ts";

const folder = mkdtempSync(join(tmpdir(), "kurs-shell-"));
let write: WriteShell;

beforeAll(async () => {
  copyFileSync("client/index.html", join(folder, "index.html"));
  mkdirSync(join(folder, ".vite"));
  writeFileSync(join(folder, ".vite/shell-texts.json"), JSON.stringify(await shellTexts()));
  write = readShell(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const shellOf = (language: "en" | "ru" | "kk", path: string, search = "") =>
  write({ origin: "https://kurs.example", language, path, search });
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
const descriptionOf = (html: string) => /name="description" content="([^"]*)"/.exec(html)?.[1];

describe("the shell", () => {
  it("says the language of the page", () => {
    expect(shellOf("kk", "events").html).toContain('<html lang="kk"');
  });

  it.each([
    ["en", "", "Central Asian currencies · Kurs", "Exchange rates of the five"],
    ["ru", "", "Валюты Центральной Азии · Kurs", "Курсы пяти валют"],
    ["en", "rates/usd-kgs", "USD/KGS · Kurs", "The USD/KGS exchange rate today"],
    ["kk", "compare", "Салыстыру · Kurs", "Орталық Азияның валюта бағамдары"],
    ["en", "indicators/trade", "Indicators · Kurs", "Indicators: figures of Central Asia"],
    ["en", "sources/FX/D.USD.KGS.MARKET", "FX/D.USD.KGS.MARKET · Kurs", "FX/D.USD.KGS.MARKET: "],
    ["en", "nothing/like/this", "Kurs", ""],
    ["en", "rates", "Central Asian currencies · Kurs", "Exchange rates of the five"],
    ["en", "rates/USD-KGS", "USD/KGS · Kurs", "The USD/KGS exchange rate today"],
    ["en", "rates/usd", "Kurs", ""],
  ] as const)("in %s of /%s is called %s", (language, path, title, description) => {
    const { html, isPage } = shellOf(language, path);
    expect(isPage).toBe(title !== "Kurs");
    expect(titleOf(html)).toBe(title);
    expect(descriptionOf(html)?.startsWith(description)).toBe(true);
    expect(html).not.toMatch(/\{(base|quote|title|series)\}/);
  });

  it("names its one address, the same in seven languages, and English for any other reader", () => {
    const { html } = shellOf("ru", "rates/usd-kgs", "?range=5y&view=table");
    const links = [
      ...html.matchAll(
        /<link rel="(canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]+)">/g,
      ),
    ];
    const address = (code: string) =>
      `https://kurs.example/${code}/rates/usd-kgs?range=5y&amp;view=table`;
    expect(links.map(([, rel, language, href]) => [rel, language, href])).toEqual([
      ["canonical", undefined, address("ru")],
      ...["en", "ru", "kk", "ky", "uz", "tg", "tk"].map((code) => [
        "alternate",
        code,
        address(code),
      ]),
      ["alternate", "x-default", address("en")],
    ]);
  });

  it("lets nothing of an address become HTML", () => {
    const { html } = shellOf("en", 'sources/"><script>x</script>/$&', '?a="><script>');
    expect(html.match(/<script/g)).toEqual(shellOf("en", "").html.match(/<script/g));
  });
});
