import type { Language } from "../../server/contract/language.ts";
import { isLanguage } from "../strings/strings.ts";
import { plainView, readView, type View, writeView } from "./view.ts";
import { seriesId } from "./view-values.ts";

/** A page and what its path names. Currencies and datasets are codes in capitals; a series is named as in the API. */
export type Page =
  | { name: "overview" | "compare" | "events" | "sources" | "api" | "import" }
  | { name: "rate"; base: string; quote: string }
  | { name: "indicator"; dataset: string }
  | { name: "series"; dataset: string; key: string }
  | { name: "import-report"; id: number }
  | { name: "not-found"; path: string };

/** What an address of the client says. */
export interface Route {
  language: Language;
  page: Page;
  view: View;
}

/**
 * Reads an address; `preferred` is the language of a path that has none. What the query says in vain is in `ignored`.
 * `rates` and `indicators` alone are the overview, which lists them.
 */
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
  return { route: { language, page, view: viewOn(page, view) }, ignored };
}

/** Writes the one address of a route. */
export function writeRoute({ language, page, view }: Route): string {
  return `/${language}/${writePage(page)}${writeView(viewOn(page, view))}`;
}

/** Levels are what every page shows unasked but the compare page, where they may be a choice. */
function viewOn(page: Page, view: View): View {
  return page.name !== "compare" && view.as === "level" ? { ...view, as: null } : view;
}

/** The address of a page, in a language, with nothing or little chosen. */
export function addressOfPage(language: Language, page: Page, view: Partial<View> = {}): string {
  return writeRoute({ language, page, view: { ...plainView, ...view } });
}

function readPage(segments: readonly string[]): Page {
  const [first, second = "", third, ...rest] = segments;
  const missing: Page = { name: "not-found", path: segments.join("/") };
  if (first === "sources" && third !== undefined && rest.length === 0)
    return readSeriesPage(second, third) ?? missing;
  if (third !== undefined) return missing;
  switch (first) {
    case undefined:
      return { name: "overview" };
    case "compare":
    case "events":
    case "sources":
    case "api":
      return second === "" ? { name: first } : missing;
    case "import":
      return readImportPage(second) ?? missing;
    case "rates":
      return second === "" ? { name: "overview" } : (readPair(second) ?? missing);
    case "indicators":
      return second === "" ? { name: "overview" } : (readDataset(second) ?? missing);
    default:
      return missing;
  }
}

/** Also `USD-KGS`, as the API writes it; the address of the page has small letters. */
function readPair(segment: string): Page | null {
  const [, base, quote] = /^([A-Z]{3})-([A-Z]{3})$/.exec(segment.toUpperCase()) ?? [];
  return base && quote && base !== quote ? { name: "rate", base, quote } : null;
}

function readDataset(segment: string): Page | null {
  const dataset = segment.toUpperCase();
  return /^[A-Z][A-Z0-9_-]{0,58}$/.test(dataset) ? { name: "indicator", dataset } : null;
}

/** `sources/FX/D.USD.KGS.MARKET`: the path of the series in the API. */
function readSeriesPage(dataset: string, key: string): Page | null {
  const isSeries = key.includes(".") && seriesId(`${dataset}/${key}`) !== undefined;
  return isSeries ? { name: "series", dataset, key } : null;
}

/** `import` is where files come in, `import/12` what one brought. */
function readImportPage(id: string): Page | null {
  if (id === "") return { name: "import" };
  return /^[1-9]\d{0,8}$/.test(id) ? { name: "import-report", id: Number(id) } : null;
}

function writePage(page: Page): string {
  switch (page.name) {
    case "overview":
      return "";
    case "rate":
      return `rates/${page.base}-${page.quote}`.toLowerCase();
    case "indicator":
      return `indicators/${page.dataset.toLowerCase()}`;
    case "series":
      return `sources/${page.dataset}/${page.key}`;
    case "import-report":
      return `import/${page.id}`;
    case "not-found":
      return page.path;
    case "compare":
    case "events":
    case "sources":
    case "api":
    case "import":
      return page.name;
  }
}
