import type { Language } from "../../server/contract/language.ts";

const cyrillic: readonly Language[] = ["ru", "kk", "ky", "tg"];
const cyrillicWord = /\p{Script=Cyrillic}{2}/u;
/** Words, not codes such as KGS: two of them at least, since one may be a name. */
const latinWords = /[a-z]{2}\P{L}+[A-Z]*[a-z]{2}/u;
/** Little words and endings that Russian has, and Kazakh, Kyrgyz and Tajik have not. */
const russian =
  /(?<!\p{L})(и|в|на|по|от|для|за|из)(?!\p{L})|\p{L}{2}(ая|ый|ого|ых|ные|ния|ние)(?!\p{L})/iu;
/** Words that stand in English sentences, and in no Uzbek or Turkmen ones. */
const english = /\b(the|of|and|from|was|were|for|with)\b/i;

/**
 * The language of a title that the API has in another language only, where its letters, little words or endings give it
 * away: the API falls back to Russian or English and does not say to which. Null where nothing does.
 */
export function languageByScript(text: string, reader: Language): Language | null {
  if (reader === "en") return null;
  const isCyrillic = cyrillicWord.test(text);
  if (!cyrillic.includes(reader)) return isCyrillic ? "ru" : english.test(text) ? "en" : null;
  if (isCyrillic) return reader !== "ru" && russian.test(text) ? "ru" : null;
  return latinWords.test(text) ? "en" : null;
}
