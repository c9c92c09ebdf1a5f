import { languages, type Language } from "../../server/contract/language.ts";
import { loadAllStrings } from "./strings.ts";

/** Title and description of a page, with `{base}`, `{quote}` and `{title}` as in the strings. */
export interface ShellText {
  title: string;
  description: string;
}

/** What the server writes into the head of the shell, in one language. */
export interface ShellTexts {
  /** How a title stands in a window: with `{title}`. */
  window: string;
  pages: Readonly<Record<string, ShellText>>;
}

/** The heads of all pages in all languages. The build keeps them beside the client, where the server reads them. */
export async function shellTexts(): Promise<Record<Language, ShellTexts>> {
  const entries = await Promise.all(
    languages.map(async (language) => [language, await textsOf(language)] as const),
  );
  return Object.fromEntries(entries) as Record<Language, ShellTexts>;
}

async function textsOf(language: Language): Promise<ShellTexts> {
  const { texts } = await loadAllStrings(language);
  const named = (title: string, description: string) => ({ title, description });
  return {
    window: texts["site.pageTitle"],
    pages: {
      overview: named(texts["overview.title"], texts["description.overview"]),
      rates: named("{base}/{quote}", texts["description.rate"]),
      compare: named(texts["compare.title"], texts["description.compare"]),
      indicators: named(texts["indicators.title"], texts["description.indicator"]),
      events: named(texts["events.title"], texts["description.events"]),
      sources: named(texts["sources.title"], texts["description.sources"]),
      series: named("{series}", texts["description.series"]),
      import: named(texts["imports.title"], texts["description.import"]),
      api: named(texts["api.title"], texts["description.api"]),
    },
  };
}
