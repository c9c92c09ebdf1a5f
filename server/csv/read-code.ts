import {
  currencies,
  currencyOfNumeric,
  currencyUse,
  latinLookalike,
} from "../contract/currency.ts";
import type { ProblemCode } from "../contract/import-report.ts";
import { lastDayOf, type Period } from "../contract/period.ts";
import type { DimensionShape } from "../domain/dataset-shape.ts";
import { currencyNamed } from "./currency-name.ts";

/** Why a cell is refused. */
export interface Fault {
  code: ProblemCode;
  message: string;
}

/** A fault with the column and the text where it stands. */
export interface CellFault extends Fault {
  column: string | null;
  text: string;
}

const sdmxCode = /^[A-Z0-9_][A-Z0-9_-]{0,59}$/;
/** As sources are stored. */
const sourceCode = /^[A-Z][A-Z0-9_]{0,39}$/;

/** The code that a cell means in this dimension, in capitals as codes are; or why it is none. Letters that only look Latin are never taken for Latin. */
export function readCode(text: string, dimension: DimensionShape): string | Fault {
  const code = text.toUpperCase();
  if (dimension.codes.has(code)) return code;
  const form = dimension.code === "SOURCE" ? sourceCode : sdmxCode;
  if (dimension.open && form.test(code)) return code;
  const isName = dimension.currencies && currencyNamed(text) !== null;
  const lookalike = isName ? null : latinLookalike(text);
  if (lookalike) {
    const { letter, script, codePoint } = lookalike;
    const message = `${text} contains the ${script} letter ${letter} (${codePoint}): did you mean ${lookalike.code}?`;
    return { code: "lookalike-code", message };
  }
  if (dimension.currencies && text !== "") return unknownCurrency(text, dimension);
  const message = text === "" ? `There is no ${dimension.code}.` : unknown(text, dimension);
  return { code: "unknown-code", message };
}

function unknownCurrency(text: string, dimension: DimensionShape): Fault {
  const numbered = /^\d{3}$/.test(text) ? currencyOfNumeric(text) : null;
  if (numbered !== null) {
    const message = `${text} is the ISO number of ${numbered}: say "numeric": true of the column in the mapping.`;
    return { code: "unknown-code", message };
  }
  const meant = currencyNamed(text);
  const offer = meant === null ? "" : ` Did you mean ${meant}? Say so in the mapping, by codes.`;
  return { code: "unknown-code", message: unknown(text, dimension) + offer };
}

function unknown(text: string, { code, codes, open }: DimensionShape): string {
  const few = codes.size > 0 && codes.size <= 12 ? ` It takes ${[...codes].join(", ")}.` : "";
  if (open && code === "SOURCE")
    return `${code} takes codes of the letters A to Z, digits and _, 40 at most and a letter first, and ${text} is none.`;
  return open
    ? `${code} takes codes of the letters A to Z, digits, _ and -, 60 at most and no - first, and ${text} is none.`
    : `${code} has no code ${text}.${few}`;
}

/** Why a currency could not be used in a period; null when it could. */
export function outsideItsYears(code: string, period: Period): Fault | null {
  const use = currencyUse(code, period.start, lastDayOf(period));
  const { from = "", to = "", successor } = currencies[code] ?? {};
  if (use === "not-yet") {
    return { code: "retired-code", message: `${code} did not exist before ${from}.` };
  }
  const after = successor === undefined ? "" : ` ${successor} took its place.`;
  if (use !== "retired") return null;
  return { code: "retired-code", message: `${code} was in use until ${to}.${after}` };
}
