import { en, type Strings } from "./en.ts";
import { rememberOrigins } from "./foreign-texts.ts";

/** The languages of the interface, in the order of the menu. */
export const languages = ["en", "ru", "kk", "ky", "uz", "tg", "tk"] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  ru: "Русский",
  kk: "Қазақша",
  ky: "Кыргызча",
  uz: "Oʻzbekcha",
  tg: "Тоҷикӣ",
  tk: "Türkmençe",
};

const keys = Object.keys(en) as (keyof Strings)[];

/** Where to look for a text, in this order. */
export const fallbacks: Readonly<Record<Language, readonly Language[]>> = {
  en: ["en"],
  ru: ["ru", "en"],
  kk: ["kk", "ru", "en"],
  ky: ["ky", "ru", "en"],
  uz: ["uz", "en"],
  tg: ["tg", "ru", "en"],
  tk: ["tk", "en"],
};

/** All texts for a reader, and the language that each is in: where that is not the page's own, it needs a `lang`. */
export interface LoadedStrings {
  texts: Strings;
  languages: Readonly<Record<keyof Strings, Language>>;
}

/** Whose texts are drafts: they await a native reader. The footer says so, and so do the modules. */
export const drafts: readonly Language[] = ["kk", "ky", "uz", "tg", "tk"];

/** The texts of one language: English all of them, the others what is translated. */
type Loader = () => Partial<Strings> | Promise<Partial<Strings>>;
const loaders: Readonly<Record<Language, Loader>> = {
  // The last resort of every language: always at hand.
  en: () => en,
  ru: async () => (await import("./ru.ts")).ru,
  kk: async () => (await import("./kk.ts")).kk,
  ky: async () => (await import("./ky.ts")).ky,
  uz: async () => (await import("./uz.ts")).uz,
  tg: async () => (await import("./tg.ts")).tg,
  tk: async () => (await import("./tk.ts")).tk,
};

/** True for one of the seven codes; for the first segment of a path. */
export function isLanguage(code: string): code is Language {
  return (languages as readonly string[]).includes(code);
}

/**
 * Every text in the language asked for, or in the nearest that has it. A fallback is fetched only while something is
 * missing. Rejects when a module cannot be fetched.
 */
export async function loadStrings(language: Language): Promise<LoadedStrings> {
  const texts: Record<string, string> = {};
  const origins: Record<string, Language> = {};
  for (const code of fallbacks[language]) {
    const missing = keys.filter((key) => texts[key] === undefined);
    if (missing.length === 0) break;
    const found = await loaders[code]();
    for (const key of missing) {
      const text = found[key];
      if (text === undefined) continue;
      texts[key] = text;
      origins[key] = code;
    }
  }
  const loaded = { texts, languages: origins } as unknown as LoadedStrings;
  rememberOrigins(loaded, language);
  return loaded;
}
