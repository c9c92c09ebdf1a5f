import { KursError } from "../domain/kurs-error.ts";
import { columnsFor, foldName } from "./column-name.ts";
import { locateColumn } from "./locate-field.ts";
import { monthOf } from "./month-names.ts";
import type { CsvRecord } from "./parse-block.ts";
import type { Recognised } from "./recognised.ts";

/** Whether a record above the first or below the last row is a note: names or units of the columns, a disclaimer, a source. */
export function createNoteRule({
  header,
  periodAt,
  valuesAt,
}: Recognised): (record: CsvRecord) => boolean {
  return ({ cells, fault }) => {
    const text = cells.join(" ").trim();
    if (cells.length !== header.length) {
      // A row that is cut off has digits, or is short; what has words is meant to be read by people.
      if (fault === "no-line-end" && cells.length < header.length) return isSentence(text);
      return (
        count(text, /\p{L}/gu) > count(text, /\d/g) &&
        !/^\d/.test((cells[periodAt ?? 0] ?? "").trim())
      );
    }
    const period = periodAt === null ? "" : (cells[periodAt] ?? "").trim();
    const hasValues = valuesAt.some((at) => /\d/.test(cells[at] ?? ""));
    // January alone is no period, and its value is none of a note.
    if (hasValues) return period !== "" && !/\d/.test(period) && !isPartOfYear(period);
    return period === "" || count(period, /\p{L}/gu) >= count(period, /\d/g);
  };
}

/** Whether a record is the header again. Throws `unreadable-file` where another table begins: its values belong to no column of the first. */
export function createHeaderRule({
  header,
  headerLine,
  periodAt,
  stated,
  firstLine,
  lastLine,
}: Recognised): (record: CsvRecord) => boolean {
  const at = headerLine === 0 ? null : (periodAt ?? 0);
  const folded = header.map(foldName);
  return ({ line, cells }) => {
    if (stated && cells[0]?.trim() === stated.label) throw stacked(cells);
    if (at === null || folded[at] === "") return false;
    const text = cells[at] ?? "";
    // Almost every row: it begins with a day.
    if (/^\d/.test(text) && text !== header[at]) return false;
    // Below the last row, `Date` may begin a note.
    const isBetween = line > firstLine && line < lastLine && periodAt !== null;
    const isOther = isBetween && columnsFor("period", [text]).length > 0;
    if (!isOther && foldName(text) !== folded[at]) return false;
    if (folded.every((other, index) => foldName(cells[index] ?? "") === other)) return true;
    const isNote = line > lastLine && cells.some((cell) => /\d/.test(cell));
    if (periodAt === null || isNote) return false;
    throw stacked(cells);
  };
}

/** Whether a record is one of those that the mapping's `rows` names; null where it names none. */
export function createRowFilter({
  mapping,
  header,
}: Recognised): ((cells: readonly string[]) => boolean) | null {
  const wanted = Object.entries(mapping.rows ?? {}).map(([column, texts]) => {
    const folded = new Set(texts.map(foldName));
    return { at: locateColumn(column, header, mapping), folded };
  });
  if (wanted.length === 0) return null;
  return (cells) => wanted.every(({ at, folded }) => folded.has(foldName(cells[at] ?? "")));
}

function stacked(cells: readonly string[]): KursError {
  const begins = cells.join(",").slice(0, 80);
  const detail = `The file holds several tables, one below the other: the next begins with ${begins}. Put each into a file of its own.`;
  return new KursError("unreadable-file", detail);
}

/** A month without its year, or a number as Rome wrote it, as quarters are numbered. */
function isPartOfYear(period: string): boolean {
  return monthOf(period) !== null || /^[IVX]+\.?$/.test(period);
}

function isSentence(text: string): boolean {
  return /\p{L}{2,}[^\p{L}\d]+\p{L}{2,}|\p{L}+:\s/u.test(text);
}

function count(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}
