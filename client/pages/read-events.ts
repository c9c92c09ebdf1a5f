import { get } from "../api/get.ts";
import type { ListedEvent } from "../components/kurs-event-list.ts";
import { byText } from "../format/by-text.ts";
import type { Language } from "../../server/contract/language.ts";
import { dollar } from "./central-asia.ts";
import type { Pair } from "./read-rate.ts";
import type { View } from "./view.ts";

/** Which events: those of some countries (ISO 3166) between two days; null is open. */
export interface EventsWish {
  countries: readonly string[];
  start: string | null;
  end: string | null;
  language: Language;
}

/** The order in which events matter on a chart of rates: lower is more. */
const ranks = [
  "devaluation",
  "regime",
  "policy",
  "security",
  "politics",
  "trade",
  "energy",
  "health",
  "data",
] as const;

/** The countries whose events concern a pair: a currency's code begins with its country's. The dollar's are not listed. */
export function countriesOf({ base, quote }: Pair): string[] {
  return [base, quote].filter((code) => code !== dollar).map((code) => code.slice(0, 2));
}

/** The events that are wished for, each once, oldest first. */
export async function readEvents(wish: EventsWish, signal: AbortSignal): Promise<ListedEvent[]> {
  const { countries, start, end, language } = wish;
  const answers = await Promise.all(
    [...new Set(countries)].map((country) =>
      get(
        "events",
        {},
        {
          country,
          lang: language,
          limit: "1000",
          ...(start !== null && { start }),
          ...(end !== null && { end }),
        },
        signal,
      ),
    ),
  );
  const found = new Map(answers.flatMap(({ events }) => events).map((event) => [event.id, event]));
  return [...found.values()]
    .map(({ id, start, end, title, text, source, kind, languages }) => ({
      id,
      start,
      end,
      title,
      text,
      source,
      languages,
      rank: ranks.indexOf(kind),
    }))
    .sort((a, b) => byText(a.start, b.start) || a.id - b.id);
}

/** Those that the view lets be seen: all, none, or the ones it names. */
export function shownEvents<Event extends { id: number }>(
  { ev }: Pick<View, "ev">,
  events: readonly Event[],
): readonly Event[] {
  if (ev === "1") return events;
  if (ev === "0") return [];
  const named = new Set(ev.split("~").map(Number));
  return events.filter(({ id }) => named.has(id));
}
