import type { Mapping } from "../../server/contract/mapping.ts";
import { type Columns, placeOfText } from "./column-choice.ts";
import type { Question } from "./import-asked.ts";

/**
 * What the answers of a reader come to: the source and the dataset where they were asked for, and a mapping with the
 * rest.
 */
export interface Answered {
  source?: string;
  dataset?: string;
  mapping: Mapping | null;
}

/** Puts answers, by the part that each is to, into what was told before. An empty answer is none. */
export function answer(
  questions: readonly Question[],
  answers: Readonly<Record<string, string>>,
  told: Mapping | null,
  columns: Columns,
): Answered {
  const answered: Answered = { mapping: told };
  for (const { part, form } of questions) {
    const text = (answers[part] ?? "").trim();
    if (text === "") continue;
    if (form === "source") answered.source = text.toUpperCase();
    else if (form === "dataset") answered.dataset = text;
    else answered.mapping = withPart(answered.mapping ?? {}, part, valueOf(form, text, columns));
  }
  return answered;
}

function valueOf(form: Question["form"], text: string, columns: Columns): unknown {
  return form === "column" || form === "place" ? placeOfText(text, columns) : text;
}

/** The server judges what is set here: a mapping is checked as a whole where it is read. */
function withPart(mapping: Mapping, part: string, value: unknown): Mapping {
  const [first = "", second] = part.split(".");
  if (second === undefined) return { ...mapping, [first]: value };
  const within = mapping[first as "dimensions"] ?? {};
  return { ...mapping, [first]: { ...within, [second]: value } };
}
