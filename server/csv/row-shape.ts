import { KursError } from "../domain/kurs-error.ts";
import { foldName } from "./column-name.ts";
import { locateColumn } from "./locate-field.ts";
import type { CsvRecord } from "./parse-block.ts";
import type { Recognised } from "./recognise.ts";

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
    if (period !== "") return !/\d/.test(period);
    return valuesAt.every((at) => !/\d/.test(cells[at] ?? ""));
  };
}

/** Whether a record is the header again. Throws `unreadable-file` where another table begins: its values belong to no column of the first. */
export function createHeaderRule(recognised: Recognised): (cells: readonly string[]) => boolean {
  const { header, headerLine, periodAt, stated } = recognised;
  const at = headerLine === 0 ? null : (periodAt ?? 0);
  return (cells) => {
    if (stated && cells[0]?.trim() === stated.label) throw stacked(cells);
    if (at === null || header[at] === "" || cells[at]?.trim() !== header[at]) return false;
    const isSame = header.every((name, index) => (cells[index] ?? "").trim() === name);
    if (isSame) return true;
    if (periodAt === null) return false;
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

function isSentence(text: string): boolean {
  return /\p{L}{2,}[^\p{L}\d]+\p{L}{2,}|\p{L}+:\s/u.test(text);
}

function count(text: string, form: RegExp): number {
  return text.match(form)?.length ?? 0;
}
