import { describe, expect, it } from "vitest";
import { en } from "../../../client/strings/en.ts";
import { fillText } from "../../../client/strings/fill-text.ts";
import { foreignLanguageOf, rememberOrigins } from "../../../client/strings/foreign-texts.ts";
import { languageByScript } from "../../../client/strings/language-by-script.ts";
import { kk } from "../../../client/strings/kk.ts";
import { ru } from "../../../client/strings/ru.ts";
import type { Language } from "../../../server/contract/language.ts";
import type { LoadedStrings } from "../../../client/strings/strings.ts";

/** A Kazakh reader for whom all is Kazakh but what Russian and English lent. */
const texts = {
  ...en,
  ...kk,
  "nav.events": ru["nav.events"],
  "nav.compare": en["nav.compare"],
  "rate.late": ru["rate.late"],
  "ticker.shared": en["ticker.shared"],
};
const lent: Partial<Record<string, Language>> = {
  "nav.events": "ru",
  "rate.late": "ru",
  "nav.compare": "en",
  "ticker.shared": "en",
};
const languages = Object.fromEntries(Object.keys(en).map((key) => [key, lent[key] ?? "kk"]));
rememberOrigins({ texts, languages: languages as LoadedStrings["languages"] }, "kk");

describe("foreignLanguageOf", () => {
  it("knows a text that another language lent, as it is and when it is filled", () => {
    expect(foreignLanguageOf(texts, texts["nav.events"])).toBe("ru");
    expect(foreignLanguageOf(texts, texts["nav.compare"])).toBe("en");
    const filled = fillText(texts["rate.late"], { date: "2025 ж. 9 нау.", count: "2" });
    expect(foreignLanguageOf(texts, filled)).toBe("ru");
  });

  it("says nothing of the reader's own texts, of values, of places alone, and of texts never loaded", () => {
    expect(foreignLanguageOf(texts, "Бағамдар")).toBeNull();
    expect(foreignLanguageOf(texts, "87,4500")).toBeNull();
    expect(foreignLanguageOf(texts, "Ресми бағам, 9 нау. · Банк")).toBeNull();
    expect(foreignLanguageOf({ ...texts }, texts["nav.events"])).toBeNull();
  });

  it("tells the API's titles by their letters, but not a foreign name within the reader's own words", () => {
    expect(foreignLanguageOf(texts, "Tenge devalued")).toBe("en");
    const { "chart.source": pattern } = kk;
    const line = fillText(pattern ?? "", { source: "Bureau of National Statistics" });
    expect(foreignLanguageOf(texts, line)).toBeNull();
  });
});

it.each([
  ["ky", "Tenge devalued", "en"],
  ["kk", "National Bank of Kazakhstan", "en"],
  ["kk", "Ұлттық банк", null],
  ["ky", "Неудовлетворённая потребность в контрацепции", "ru"],
  ["kk", "Финансовый результат, налоги и мощности", "ru"],
  ["tg", "Қурби расмӣ аз рӯи бонк", null],
  ["ru", "Внешняя торговля", null],
  ["ru", "USD/KGS", null],
  ["ru", "Kurs", null],
  ["tg", "Open Exchange Rates", "en"],
  ["uz", "Moved from 2.85 to 3.50 manat per dollar", "en"],
  ["uz", "Oʻzbekiston soʻmi", null],
  ["tk", "Обменный курс", "ru"],
  ["en", "National Bank of Kazakhstan", null],
] as const)("on a page in %s, %j is told to be in %s", (reader, text, language) => {
  expect(languageByScript(text, reader)).toBe(language);
});
