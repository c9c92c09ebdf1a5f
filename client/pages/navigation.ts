import type { HeaderLink } from "../components/kurs-site-header.ts";
import type { Strings } from "../strings/en.ts";
import type { Language } from "../strings/strings.ts";
import { currencies, dollar } from "./central-asia.ts";
import { addressOfPage, type Page, type Route } from "./route.ts";

const entries: readonly { text: keyof Strings; page: Page }[] = [
  { text: "nav.overview", page: { name: "overview" } },
  { text: "nav.rates", page: { name: "rate", base: dollar, quote: currencies[0] } },
  { text: "nav.compare", page: { name: "compare" } },
  { text: "nav.indicators", page: { name: "indicator", dataset: "REFINERY" } },
  { text: "nav.events", page: { name: "events" } },
  { text: "nav.sources", page: { name: "sources" } },
  { text: "nav.api", page: { name: "api" } },
];

/** The main pages that there are; the one that the route is of is marked. */
export function linksOf({ language, page }: Route, texts: Strings): HeaderLink[] {
  return entries.map((entry) => ({
    href: addressOfPage(language, entry.page),
    text: texts[entry.text],
    current: entry.page.name === (page.name === "series" ? "sources" : page.name),
  }));
}

/** The languages that the interface is written in; the others have titles and numbers, and lack texts. */
const written: readonly Language[] = ["en", "ru"];

/** What the language menu offers on a page in this language. */
export function languagesOf(current: Language): Language[] {
  return [...new Set([...written, current])];
}
