import { z } from "zod";
import { fallbacks, type Language } from "./language.ts";

const text = z.string().trim().min(1);

/** A text by language; English is required. */
export const Titles = z.strictObject({
  en: text,
  ru: text.optional(),
  kk: text.optional(),
  ky: text.optional(),
  uz: text.optional(),
  tg: text.optional(),
  tk: text.optional(),
});
export type Titles = z.infer<typeof Titles>;

/** The language asked for, or the nearest that there is a text in. */
export function languageIn(titles: Titles, language: Language): Language {
  return fallbacks[language].find((candidate) => titles[candidate] !== undefined) ?? "en";
}

/** The text in the language asked for, or in the nearest that there is. */
export function titleIn(titles: Titles, language: Language): string {
  return titles[languageIn(titles, language)] ?? titles.en;
}
