import type { ListedEvent } from "../components/kurs-event-list.ts";
import { byText } from "../format/by-text.ts";
import type { Language } from "../../server/contract/language.ts";
import type { ComparedSeries } from "./compared-series.ts";
import type { Comparison } from "./read-comparison.ts";
import { countriesOf, readEvents } from "./read-events.ts";

/** More than these are too many beside the lines of several countries. */
const mostEvents = 7;

/** The events of what is compared that matter most, within the days that it shows; oldest first. Throws as `get` does. */
export async function readComparisonEvents(
  { lineup, answers }: Pick<Comparison, "lineup" | "answers">,
  language: Language,
  signal: AbortSignal,
): Promise<ListedEvent[]> {
  const periods = [...answers.values()].flatMap(({ observations }) =>
    observations.map(({ period }) => period),
  );
  const [first, last] = [periods.reduce(earlier, ""), periods.reduce(later, "")];
  if (first === "") return [];
  const countries = lineup.series.flatMap(countriesOfSeries);
  const events = await readEvents({ countries, start: first, end: last, language }, signal);
  return weightiest(events);
}

/** Those that matter most, and of equals the newest; oldest first. */
export function weightiest(events: readonly ListedEvent[]): ListedEvent[] {
  const rank = (event: ListedEvent) => event.rank ?? Infinity;
  const chosen = new Set(
    [...events].sort((a, b) => rank(a) - rank(b) || byText(b.start, a.start)).slice(0, mostEvents),
  );
  return events.filter((event) => chosen.has(event));
}

/** The countries (ISO 3166) whose events concern a series: those of its currencies, or its place. */
export function countriesOfSeries({
  pair,
  entity,
}: Pick<ComparedSeries, "pair" | "entity">): string[] {
  if (pair) return countriesOf(pair);
  return /^[A-Z]{2}(-|$)/.test(entity) ? [entity.slice(0, 2)] : [];
}

const earlier = (a: string, b: string) => (a === "" || b < a ? b : a);
const later = (a: string, b: string) => (b > a ? b : a);
