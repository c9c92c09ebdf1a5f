import { en, type Strings } from "./en.ts";

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

/** The texts of one language: English all of them, the others what is translated. A new language is a line here. */
type Loader = () => Promise<Partial<Strings>>;
const loaders: { en: () => Promise<Strings> } & Partial<Record<Language, Loader>> = {
  // The fallback of every language: always at hand.
  en: () => Promise.resolve(en),
  ru: async () => (await import("./ru.ts")).ru,
};

/** True for one of the seven codes; for the first segment of a path. */
export function isLanguage(code: string): code is Language {
  return (languages as readonly string[]).includes(code);
}

/** Every text in the language asked for, or in the nearest that has it. Rejects when a module cannot be fetched. */
export async function loadStrings(language: Language): Promise<LoadedStrings> {
  const chain = [...fallbacks[language]].reverse();
  const texts = { ...(await loaders.en()) };
  const origin = inOneLanguage(texts, "en");
  for (const code of chain) {
    const translated = (await loaders[code]?.()) ?? {};
    Object.assign(texts, translated);
    Object.assign(origin, inOneLanguage(translated, code));
  }
  return { texts, languages: origin };
}

function inOneLanguage<Key extends string>(
  texts: Partial<Record<Key, string>>,
  language: Language,
): Record<Key, Language> {
  const entries = Object.keys(texts).map((key) => [key, language]);
  return Object.fromEntries(entries) as Record<Key, Language>;
}
