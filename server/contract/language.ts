/** The languages of titles and of the interface, in the order of its menu. No zod here, so that the browser may import it. */
export const languages = ["en", "ru", "kk", "ky", "uz", "tg", "tk"] as const;
export type Language = (typeof languages)[number];

/** Where to look when a title is not there in the language asked for; English is always there. */
export const fallbacks: Record<Language, readonly Language[]> = {
  en: ["en"],
  ru: ["ru", "en"],
  kk: ["kk", "ru", "en"],
  ky: ["ky", "ru", "en"],
  tg: ["tg", "ru", "en"],
  uz: ["uz", "en"],
  tk: ["tk", "en"],
};
