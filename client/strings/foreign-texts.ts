import type { Strings } from "./en.ts";
import { languageByScript } from "./language-by-script.ts";
import type { Language } from "../../server/contract/language.ts";
import type { LoadedStrings } from "./strings.ts";

/** The texts of one reader: word for word, and as patterns where values are put in; each with the language it is in. */
interface KnownTexts {
  reader: Language;
  own: Set<string>;
  lent: Map<string, Language>;
  ownPatterns: RegExp[];
  lentPatterns: { pattern: RegExp; language: Language }[];
}

const known = new WeakMap<Strings, KnownTexts>();

/** Notes for whom these texts are, and which of them another language lent. */
export function rememberOrigins({ texts, languages }: LoadedStrings, reader: Language): void {
  const all: KnownTexts = {
    reader,
    own: new Set(),
    lent: new Map(),
    ownPatterns: [],
    lentPatterns: [],
  };
  for (const [key, language] of Object.entries(languages)) {
    const text = texts[key as keyof Strings];
    const pattern = patternOf(text);
    if (language === reader) {
      all.own.add(text);
      if (pattern) all.ownPatterns.push(pattern);
    } else if (pattern) all.lentPatterns.push({ pattern, language });
    else all.lent.set(text, language);
  }
  known.set(texts, all);
}

/** For whom these texts were loaded; English where they were not. */
export function readerOf(texts: Strings): Language {
  return known.get(texts)?.reader ?? "en";
}

/**
 * The language of words on a page, where it is not the reader's: of a text that another language lent, as it is or
 * filled, and of a title of the API that only another language has. Null for the reader's own.
 */
export function foreignLanguageOf(texts: Strings, written: string): Language | null {
  const all = known.get(texts);
  if (!all || all.own.has(written)) return null;
  const lent =
    all.lent.get(written) ??
    all.lentPatterns.find(({ pattern }) => pattern.test(written))?.language ??
    languageByScript(written, all.reader);
  if (lent === null || all.ownPatterns.some((pattern) => pattern.test(written))) return null;
  return lent;
}

/** What a text becomes when its places are filled; null where it has none, or nothing but them: `{a} {b}` is in no language. */
function patternOf(text: string): RegExp | null {
  const parts = text.split(/\{\w+\}/);
  if (parts.length === 1 || !/\p{L}{2}/u.test(parts.join(" "))) return null;
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`, "su");
}
