import type { Titles } from "../contract/titles.ts";
import type { ProblemError } from "../contract/problem.ts";
import type { EventRow } from "../sql/select-events.ts";
import type { NewEvent } from "../sql/write-events.ts";
import type { ReadLine } from "./read-events.ts";

/** An event with the texts that a file has of it: English may be missing where it is known already. */
export interface GatheredEvent extends Omit<NewEvent, "title" | "text"> {
  /** The line on which it begins. */
  line: number;
  title: Partial<Titles>;
  text: Partial<Titles>;
}

/** What tells events apart before their texts do: days, kind, countries and source. */
export function occasionOf(event: Omit<NewEvent, "title" | "text">): string {
  const { start, end, kind, countries, sourceName, sourceUrl } = event;
  return JSON.stringify([start, end, kind, [...countries].sort(), sourceName, sourceUrl]);
}

/**
 * Puts together the lines that give one event in several languages: those of one occasion. A line begins an event of
 * its own where each of its occasion has that language already, and is refused where two could take it.
 */
export function gatherEvents(lines: readonly ReadLine[]): {
  events: GatheredEvent[];
  errors: ProblemError[];
} {
  const byOccasion = new Map<string, GatheredEvent[]>();
  const errors: ProblemError[] = [];
  for (const read of lines) {
    const event = begin(read);
    const occasion = occasionOf(event);
    const known = byOccasion.get(occasion) ?? [];
    const lacking = known.filter(({ title }) => title[read.lang] === undefined);
    if (lacking.length > 1) errors.push(ambiguity(read, lacking));
    else if (lacking[0]) addText(lacking[0], read);
    else if (!known.some((other) => isSame(other, read))) known.push(event);
    byOccasion.set(occasion, known);
  }
  return { events: [...byOccasion.values()].flat(), errors };
}

/** Whether a stored event has all texts that the file has of it, and which it would gain; null where a text is another one. */
export function gainOf(stored: EventRow, event: GatheredEvent): "none" | "texts" | null {
  const given = Object.keys(event.title) as (keyof Titles)[];
  const known = given.filter((language) => stored.title[language] !== undefined);
  const agrees = known.every(
    (language) =>
      stored.title[language] === event.title[language] &&
      stored.text[language] === event.text[language],
  );
  if (!agrees) return null;
  return known.length === given.length ? "none" : "texts";
}

function begin({ line, lang, title, text, ...read }: ReadLine): GatheredEvent {
  const { source_name: sourceName, source_url: sourceUrl, ...rest } = read;
  return {
    ...rest,
    sourceName,
    sourceUrl,
    line,
    title: { [lang]: title },
    text: { [lang]: text },
  };
}

function addText(event: GatheredEvent, { lang, title, text }: ReadLine): void {
  event.title[lang] = title;
  event.text[lang] = text;
}

function isSame(event: GatheredEvent, { lang, title, text }: ReadLine): boolean {
  return event.title[lang] === title && event.text[lang] === text;
}

function ambiguity({ line, lang }: ReadLine, events: readonly GatheredEvent[]): ProblemError {
  const places = events.map((event) => event.line).join(" and ");
  const message = `the events of the lines ${places} have the same days, kind, countries and source: whose ${lang} text this is cannot be told; put it right below its event`;
  return { line, message };
}
