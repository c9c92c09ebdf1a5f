import { withoutAffix } from "./affix.ts";
import type { Notice } from "./notice.ts";

/** What may stand around the numbers of a column. */
export interface NumberMarks {
  /** The sign of money with every number; empty where there is none. */
  unit: string;
  /** Whether the column is of per cent, so that `%` says nothing new. */
  percent: boolean;
}

/** A text without the marks around its number, and what its reader should know of them. */
export interface Unmarked {
  text: string;
  notice: Notice | null;
}

/** Takes off what is known to stand around numbers: Excel's signs of text, a sign of money, of per cent, of a footnote. What is left may still be no number. */
export function withoutMarks(text: string, { unit, percent }: NumberMarks): Unmarked {
  const excel = /^(?:'|="(?=[^"]*"$))([^"]*)"?$/.exec(text);
  if (excel) return unwrapped(withoutMarks(excel[1] ?? "", { unit, percent }).text);
  let bare = unit === "" ? text : withoutAffix(text, unit);
  const [, noted, mark = ""] = /^(.*\d\)?)\s*([*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})$/u.exec(bare) ?? [];
  bare = noted ?? bare;
  if (percent) bare = bare.replace(/\s?%$/, "");
  if (unit !== "") bare = withoutAffix(bare, unit);
  return { text: bare, notice: noted === undefined ? null : footnote(mark) };
}

function unwrapped(text: string): Unmarked {
  const message = 'Numbers that Excel keeps as text (\'87.45 or ="87.45") were read as numbers';
  return { text, notice: { code: "unwrapped", mark: "'", message } };
}

function footnote(mark: string): Notice {
  const message = `The mark ${mark} behind a number was left out: see what the publisher says of it`;
  return { code: "footnote-mark", mark, message };
}
