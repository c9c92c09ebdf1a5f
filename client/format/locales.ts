import type { Language } from "../../server/contract/language.ts";
import type { Locale } from "./locale.ts";
import { en } from "./locales/en.ts";

const loaders: Record<Language, () => Locale | Promise<Locale>> = {
  en: () => en,
  ru: async () => (await import("./locales/ru.ts")).ru,
  kk: async () => (await import("./locales/kk.ts")).kk,
  ky: async () => (await import("./locales/ky.ts")).ky,
  uz: async () => (await import("./locales/uz.ts")).uz,
  tg: async () => (await import("./locales/tg.ts")).tg,
  tk: async () => (await import("./locales/tk.ts")).tk,
};

/** The facts of a language. English is always at hand; each of the others is fetched when first asked for. */
export async function loadLocale(language: Language): Promise<Locale> {
  return loaders[language]();
}
