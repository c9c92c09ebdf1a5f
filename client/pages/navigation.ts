import type { HeaderLink } from "../components/kurs-site-header.ts";
import type { Strings } from "../strings/en.ts";
import { languages } from "../../server/contract/language.ts";
import { languageNames } from "../strings/strings.ts";
import { currencies, dollar } from "./central-asia.ts";
import { addressOfPage, type Page, type Route } from "./route.ts";

interface Entry {
  text: keyof Strings;
  page: Page;
}

const entries: readonly Entry[] = [
  { text: "nav.overview", page: { name: "overview" } },
  { text: "nav.rates", page: { name: "rate", base: dollar, quote: currencies[0] } },
  { text: "nav.compare", page: { name: "compare" } },
  { text: "nav.indicators", page: { name: "indicator", dataset: "REFINERY" } },
  { text: "nav.events", page: { name: "events" } },
  { text: "nav.sources", page: { name: "sources" } },
  { text: "nav.api", page: { name: "api" } },
];

const writing: Entry = { text: "nav.import", page: { name: "import" } };

/** The main page that a page belongs to. */
function sectionOf(name: Page["name"]): Page["name"] {
  if (name === "series") return "sources";
  return name === "import-report" ? "import" : name;
}

/** The main pages that there are; the one that the route is of is marked. Importing is among them for those who may. */
export function linksOf(
  { language, page }: Route,
  texts: Strings,
  { mayWrite }: { mayWrite: boolean },
): HeaderLink[] {
  const section = sectionOf(page.name);
  const shown = mayWrite || section === "import" ? [...entries, writing] : entries;
  return shown.map((entry) => ({
    href: addressOfPage(language, entry.page),
    text: texts[entry.text],
    current: entry.page.name === section,
  }));
}

/** What the language menu offers, on every page. */
export const languageMenu = languages.map((code) => ({ code, name: languageNames[code] }));
