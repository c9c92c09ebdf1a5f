import type { Locale } from "../format/locale.ts";
import { loadLocale } from "../format/locales.ts";
import type { Strings } from "../strings/en.ts";
import type { Language } from "../../server/contract/language.ts";
import { isLanguage, loadAllStrings, loadStrings } from "../strings/strings.ts";
import { loadPage, needsAllTexts } from "./page-element.ts";
import { readRoute, type Route } from "./route.ts";

/** What is on show: a route with the texts and facts of its language, all texts where its page needs them, and what its address says in vain. */
export interface ShownPage {
  route: Route;
  ignored: string[];
  texts: Strings;
  locale: Locale;
}

/** Fetches all that the page at an address needs, its code too. Rejects when some of it cannot be fetched. */
export async function readShownPage(pathname: string, search: string): Promise<ShownPage> {
  const { route, ignored } = readRoute(pathname, search, preferredLanguage());
  const { language, page } = route;
  const [{ texts }, locale] = await Promise.all([
    needsAllTexts(page.name) ? loadAllStrings(language) : loadStrings(language),
    loadLocale(language),
    loadPage(page.name),
  ]);
  return { route, ignored, texts, locale };
}

/** The first language of the reader's browser that we have; else English. */
function preferredLanguage(): Language {
  const codes = navigator.languages.map((tag) => tag.slice(0, 2));
  return codes.find(isLanguage) ?? "en";
}
