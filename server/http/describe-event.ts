import type { Event, WholeEvent } from "../contract/event.ts";
import type { Language } from "../contract/language.ts";
import { languageIn, titleIn } from "../contract/titles.ts";
import { KursError } from "../domain/kurs-error.ts";
import type { EventRow } from "../sql/select-events.ts";

/** An event as the API tells of it, its texts in the language asked for. */
export function describeEvent(
  { sourceName, sourceUrl, ...row }: EventRow,
  language: Language,
): Event {
  return {
    ...row,
    title: titleIn(row.title, language),
    text: titleIn(row.text, language),
    source: { name: sourceName, url: sourceUrl },
    languages: { title: languageIn(row.title, language), text: languageIn(row.text, language) },
  };
}

/** The same with its texts in every language. */
export function describeWholeEvent(row: EventRow, language: Language): WholeEvent {
  const { title, text } = row;
  return { ...describeEvent(row, language), written: { title, text } };
}

/** An event's number out of a path. Throws "not-found" for what cannot be one. */
export function readEventId(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw noEvent(text);
}

/** The problem of a number that no event has. */
export function noEvent(id: string): KursError {
  return new KursError("not-found", `There is no event ${id}.`);
}
