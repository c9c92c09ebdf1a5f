import type { Mapping } from "../../server/contract/mapping.ts";
import type { ImportPreview } from "../../server/contract/import-report.ts";
import type { Problem } from "../../server/contract/problem.ts";

/** What the server asks of a file that does not say enough: the members of a `needs-mapping`. */
export interface Asked {
  detail: string;
  recognised: Mapping;
  /** The parts of the mapping that are to be chosen, as `period` or `dimensions.SOURCE`. */
  missing: readonly string[];
  candidates: Readonly<Record<string, readonly string[]>>;
  /** What speaks for each candidate. */
  hints: Readonly<Record<string, Readonly<Record<string, string>>>>;
  sample: readonly string[];
  columns: ImportPreview["columns"];
}

/** The members of a `needs-mapping`; those that did not come are empty. */
export function readAsked(problem: Problem): Asked {
  const members = problem as Partial<Omit<Asked, "detail">>;
  return {
    detail: problem.detail ?? problem.title,
    recognised: members.recognised ?? {},
    missing: members.missing ?? [],
    candidates: members.candidates ?? {},
    hints: members.hints ?? {},
    sample: members.sample ?? [],
    columns: members.columns ?? [],
  };
}

/**
 * A question to the reader, and how it is answered: by one of a few, by a code, by a column, or by a column or a
 * constant.
 */
export interface Question {
  part: string;
  form: "choice" | "source" | "dataset" | "column" | "place" | "text";
  choices: readonly { value: string; hint: string }[];
}

const columnParts = ["period", "value", "nominal", "status"];
const textParts = ["dateFormat", "zone", "wide.pattern"];

/**
 * The questions that a file leaves open, in the order in which the server names them. What only a whole mapping answers
 * is not among them.
 */
export function questionsOf(asked: Asked): Question[] {
  return asked.missing.flatMap((part) => {
    const form = formOf(part, asked);
    return form === null ? [] : [{ part, form, choices: choicesFor(part, asked) }];
  });
}

function formOf(part: string, { candidates }: Asked): Question["form"] | null {
  if (part === "source" || part === "dimensions.SOURCE") return "source";
  if (part === "dataset") return "dataset";
  if (columnParts.includes(part)) return "column";
  if (part.startsWith("dimensions.")) return "place";
  if (candidates[part]) return "choice";
  return textParts.includes(part) ? "text" : null;
}

function choicesFor(part: string, { candidates, hints, sample }: Asked): Question["choices"] {
  return (candidates[part] ?? []).map((value) => {
    const shown = sample.find((line) => line.startsWith(`${value}: `));
    return { value, hint: hints[part]?.[value] ?? shown?.slice(value.length + 2) ?? "" };
  });
}
