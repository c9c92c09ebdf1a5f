import { eventKinds } from "../../server/contract/event-kind.ts";
import type { Event as DatedEvent, WholeEvent } from "../../server/contract/event.ts";
import type { ProblemError } from "../../server/contract/problem.ts";
import { type Language, languages } from "../../server/contract/language.ts";

/** What the API takes as an event. */
interface WrittenEvent {
  start: string;
  end?: string;
  countries: string[];
  kind?: DatedEvent["kind"];
  title: { en: string };
  text: { en: string };
  source: { name: string; url?: string };
}

type Texts = Readonly<Record<Language, string>>;

/** An event as its form has it: every field a text, as it was typed. `countries` are codes. */
export interface EventDraft {
  start: string;
  end: string;
  kind: string;
  countries: readonly string[];
  titles: Texts;
  texts: Texts;
  sourceName: string;
  sourceUrl: string;
}

const inEveryLanguage = (textIn: (code: Language) => string | undefined) =>
  Object.fromEntries(languages.map((code) => [code, textIn(code) ?? ""])) as Texts;
const noTexts = inEveryLanguage(() => "");

/** A form with nothing in it. */
export const emptyDraft: EventDraft = {
  start: "",
  end: "",
  kind: "",
  countries: [],
  titles: noTexts,
  texts: noTexts,
  sourceName: "",
  sourceUrl: "",
};

/** An event as it is put into the form. */
export function draftOf({ start, end, kind, countries, written, source }: WholeEvent): EventDraft {
  return {
    start,
    end: end ?? "",
    kind,
    countries,
    titles: inEveryLanguage((code) => written.title[code]),
    texts: inEveryLanguage((code) => written.text[code]),
    sourceName: source.name,
    sourceUrl: source.url ?? "",
  };
}

/** What stands in the fields of the form, by their names. Typed country codes may be parted by spaces or commas. */
export function readDraft(form: FormData): EventDraft {
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const inEach = (name: string) => inEveryLanguage((code) => typed(`${name}.${code}`));
  const others = typed("countries")
    .toUpperCase()
    .split(/[\s,;]+/);
  const ticked = form.getAll("country").filter((code) => typeof code === "string");
  return {
    start: typed("start"),
    end: typed("end"),
    kind: typed("kind"),
    countries: [...ticked, ...others].filter((code) => code !== ""),
    titles: inEach("title"),
    texts: inEach("text"),
    sourceName: typed("sourceName"),
    sourceUrl: typed("sourceUrl"),
  };
}

/** A draft as the API takes it; what is left empty is left out, so that the API tells what is missing. */
export function writtenEvent(draft: EventDraft): WrittenEvent {
  const { start, end, countries, titles, texts, sourceName, sourceUrl } = draft;
  const kind = eventKinds.find((one) => one === draft.kind);
  return {
    start,
    ...(end !== "" && { end }),
    countries: [...countries],
    ...(kind !== undefined && { kind }),
    title: withEnglish(titles),
    text: withEnglish(texts),
    source: { name: sourceName, ...(sourceUrl.trim() !== "" && { url: sourceUrl.trim() }) },
  };
}

function withEnglish(texts: Texts): { en: string } {
  const others = languages.filter((code) => code !== "en" && texts[code].trim() !== "");
  return { en: texts.en, ...Object.fromEntries(others.map((code) => [code, texts[code]])) };
}

/** The fields of the form. */
const eventFields = [
  "start",
  "end",
  "kind",
  "countries",
  "title",
  "text",
  "sourceName",
  "sourceUrl",
] as const;
export type EventField = (typeof eventFields)[number];

/** Which fault belongs to which field; those of none are in `other`. */
export function faultsByField(errors: readonly ProblemError[]): {
  fields: Partial<Record<EventField, string>>;
  other: string[];
} {
  const fields: Partial<Record<EventField, string>> = {};
  const other: string[] = [];
  for (const { parameter = "", message: told } of errors) {
    const field = fieldOf(parameter);
    // The field says its name itself.
    const message = told.startsWith(`${parameter}: `) ? told.slice(parameter.length + 2) : told;
    if (field === undefined) other.push(message);
    else fields[field] = [fields[field], message].filter((one) => one !== undefined).join("; ");
  }
  return { fields, other };
}

/** True of a field that was left empty: what is wrong with it needs no words of the API. */
export function isEmpty(name: EventField, draft: EventDraft): boolean {
  if (name === "title") return draft.titles.en.trim() === "";
  if (name === "text") return draft.texts.en.trim() === "";
  return name !== "countries" && draft[name].trim() === "";
}

/** `countries.1` is of the field of countries, `source.name` has one of its own. */
function fieldOf(parameter: string): EventField | undefined {
  const [first = "", second] = parameter.split(".");
  const name = first === "source" ? (second === "url" ? "sourceUrl" : "sourceName") : first;
  return eventFields.find((field) => field === name);
}
