import { fallbacks, type Language, languages } from "../../server/contract/language.ts";
import type { AllStrings, DeskStrings } from "./desk/en.ts";
import { en, type Strings } from "./en.ts";
import { rememberOrigins } from "./foreign-texts.ts";

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

/** Texts for a reader, and the language that each is in: where that is not the page's own, it needs a `lang`. */
export interface LoadedStrings<Texts extends Strings = Strings> {
  texts: Texts;
  languages: Readonly<Record<keyof Texts, Language>>;
}

/** Whose texts are drafts: they await a native reader. The footer says so, and so do the modules. */
export const drafts: readonly Language[] = ["kk", "ky", "uz", "tg", "tk"];

/** The texts of one language: English all of them, the others what is translated. */
type Loader = () => Partial<AllStrings> | Promise<Partial<AllStrings>>;
type Loaders = Readonly<Record<Language, Loader>>;

const loaders: Loaders = {
  // The last resort of every language: always at hand.
  en: () => en,
  ru: async () => (await import("./ru.ts")).ru,
  kk: async () => (await import("./kk.ts")).kk,
  ky: async () => (await import("./ky.ts")).ky,
  uz: async () => (await import("./uz.ts")).uz,
  tg: async () => (await import("./tg.ts")).tg,
  tk: async () => (await import("./tk.ts")).tk,
};
const deskLoaders: Loaders = {
  en: async () => (await import("./desk/en.ts")).deskEn,
  ru: async () => (await import("./desk/ru.ts")).deskRu,
  kk: async () => (await import("./desk/kk.ts")).deskKk,
  ky: async () => (await import("./desk/ky.ts")).deskKy,
  uz: async () => (await import("./desk/uz.ts")).deskUz,
  tg: async () => (await import("./desk/tg.ts")).deskTg,
  tk: async () => (await import("./desk/tk.ts")).deskTk,
};

/** True for one of the seven codes; for the first segment of a path. */
export function isLanguage(code: string): code is Language {
  return (languages as readonly string[]).includes(code);
}

/**
 * The texts of every page in the language asked for, or in the nearest that has them. A fallback is fetched only while
 * something is missing. Rejects when a module cannot be fetched.
 */
export async function loadStrings(language: Language): Promise<LoadedStrings> {
  const loaded = await loadBy<Strings>(loaders, Object.keys(en), language);
  rememberOrigins(loaded, language);
  return loaded;
}

/** The same with the texts of the pages that write and of the API page, which no other page loads. */
export async function loadAllStrings(language: Language): Promise<LoadedStrings<AllStrings>> {
  const deskKeys = import("./desk/en.ts").then(({ deskEn }) => Object.keys(deskEn));
  const [every, desk] = await Promise.all([
    loadBy<Strings>(loaders, Object.keys(en), language),
    deskKeys.then((keys) => loadBy<DeskStrings>(deskLoaders, keys, language)),
  ]);
  const loaded = {
    texts: { ...every.texts, ...desk.texts },
    languages: { ...every.languages, ...desk.languages },
  };
  rememberOrigins(loaded, language);
  return loaded;
}

async function loadBy<Texts>(from: Loaders, keys: readonly string[], language: Language) {
  const texts: Record<string, string> = {};
  const languages: Record<string, Language> = {};
  for (const code of fallbacks[language]) {
    const missing = keys.filter((key) => texts[key] === undefined);
    if (missing.length === 0) break;
    const found: Partial<Record<string, string>> = await from[code]();
    for (const key of missing) {
      const text = found[key];
      if (text === undefined) continue;
      texts[key] = text;
      languages[key] = code;
    }
  }
  // English, the end of every chain, has each of them.
  return { texts, languages } as unknown as {
    texts: Texts;
    languages: Readonly<Record<keyof Texts, Language>>;
  };
}
