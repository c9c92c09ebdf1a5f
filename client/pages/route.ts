import { isLanguage, type Language } from "../strings/strings.ts";
import { plainView, readView, type View, writeView } from "./view.ts";

/** A page and what its path names. Currencies and datasets are codes in capitals. */
export type Page =
  | { name: "overview" | "events" | "sources" | "api" }
  | { name: "rate"; base: string; quote: string }
  | { name: "indicator"; dataset: string }
  | { name: "not-found"; path: string };

/** What an address of the client says. */
export interface Route {
  language: Language;
  page: Page;
  view: View;
}

/** Reads an address; `preferred` is the language of a path that has none. What the query says in vain is in `ignored`. */
export function readRoute(
  pathname: string,
  search: string,
  preferred: Language,
): { route: Route; ignored: string[] } {
  const segments = pathname.split("/").filter((segment) => segment !== "");
  const [first = ""] = segments;
  const language = isLanguage(first) ? first : preferred;
  const page = readPage(isLanguage(first) ? segments.slice(1) : segments);
  const { view, ignored } = readView(search);
  return { route: { language, page, view }, ignored };
}

/** Writes the one address of a route. */
export function writeRoute({ language, page, view }: Route): string {
  return `/${language}/${writePage(page)}${writeView(view)}`;
}

/** The address of a page, in a language, with nothing or little chosen. */
export function addressOfPage(language: Language, page: Page, view: Partial<View> = {}): string {
  return writeRoute({ language, page, view: { ...plainView, ...view } });
}

function readPage(segments: readonly string[]): Page {
  const [first, second = "", ...rest] = segments;
  const missing: Page = { name: "not-found", path: segments.join("/") };
  if (rest.length > 0) return missing;
  switch (first) {
    case undefined:
      return { name: "overview" };
    case "events":
    case "sources":
    case "api":
      return second === "" ? { name: first } : missing;
    case "rates":
      return readPair(second) ?? missing;
    case "indicators":
      return /^[a-z][a-z0-9_-]{0,58}$/.test(second)
        ? { name: "indicator", dataset: second.toUpperCase() }
        : missing;
    default:
      return missing;
  }
}

function readPair(segment: string): Page | null {
  const [, base, quote] = /^([a-z]{3})-([a-z]{3})$/.exec(segment) ?? [];
  if (!base || !quote || base === quote) return null;
  return { name: "rate", base: base.toUpperCase(), quote: quote.toUpperCase() };
}

function writePage(page: Page): string {
  switch (page.name) {
    case "overview":
      return "";
    case "rate":
      return `rates/${page.base}-${page.quote}`.toLowerCase();
    case "indicator":
      return `indicators/${page.dataset.toLowerCase()}`;
    case "not-found":
      return page.path;
    case "events":
    case "sources":
    case "api":
      return page.name;
  }
}
