import type { RowProblem } from "../contract/import-report.ts";
import { KursError } from "../domain/kurs-error.ts";
import type { CellFault } from "./read-code.ts";
import type { CsvRecord } from "./parse-block.ts";
import type { Recognised, Structure } from "./recognised.ts";
import { errorAt } from "./row-problem.ts";
import { createHeaderRule, createNoteRule, createRowFilter } from "./row-shape.ts";
import type { SkippedLines } from "./skipped-lines.ts";

/** What to do with a record: read it, pass it over (it is counted), or tell a problem in its place. */
export type Verdict = "read" | "pass" | RowProblem;

/**
 * Judges the shape of records before any cell is read: the header and blank lines are passed over, notes above and
 * below the rows, `#` lines and repeated headers are told as skipped, a row of another width is refused.
 * Throws `unreadable-file` when the last row is cut off, and for a second table below the first.
 */
export function createRecordCheck(
  recognised: Recognised,
  skipped: SkippedLines,
): (record: CsvRecord) => Verdict {
  const { header, headerLine, structure, unscaled, firstLine, lastLine } = recognised;
  const nameless = header.flatMap((name, at) => (name === "" ? [at] : []));
  const isNote = createNoteRule(recognised);
  const isHeader = createHeaderRule(recognised);
  const filter = createRowFilter(recognised);
  return (record) => {
    const { line, cells } = record;
    if (line === headerLine) return "pass";
    if (isBlank(cells)) {
      skipped.addBlank(line);
      return "pass";
    }
    if (record.isDamaged) skipped.addNotice(replacedCharacter(line));
    if (record.fault === "quote-damage") return quoteDamage(record);
    if (isComment(cells)) return skippedLine(record, "A line that begins with # was passed over.");
    if (isHeader(record))
      return skippedLine(record, "The header stands here again, and was passed over.");
    if ((line < firstLine || line > lastLine) && isNote(record)) {
      const where = line < firstLine ? "above the first row" : "below the last row";
      return skippedLine(record, `A line ${where} that has no period was passed over.`);
    }
    if (cells.length !== header.length && !isPadded(cells, header)) {
      return wrongWidth(record, header.length);
    }
    if (filter && !filter(cells)) {
      skipped.addFiltered(line);
      return "pass";
    }
    const fault =
      strayCell(cells, nameless) ??
      (structure && structureFault(structure, cells)) ??
      (unscaled === null ? null : scaleFault(header[unscaled] ?? "", cells[unscaled]));
    return fault ? errorAt(line, fault) : "read";
  };
}

/** How quotes are to be written, and what to say where they are none. */
export const quoteRule =
  'a cell that holds a quote stands in quotes from its first character to its last, and the quote inside is written twice. Where quotes are letters like others, say "quotes": "text" in the mapping.';

/** A line that begins with `#` is a note. */
export function isComment([first = ""]: readonly string[]): boolean {
  return first.startsWith("#");
}

/** True when there is nothing but space in the record. */
export function isBlank(cells: readonly string[]): boolean {
  const [first = ""] = cells;
  return first.trim() === "" && cells.every((cell) => cell.trim() === "");
}

/** Delimiters too many or too few at the end, where no column has a name and no cell a text. */
function isPadded(cells: readonly string[], header: readonly string[]): boolean {
  const from = Math.min(cells.length, header.length);
  const longer = cells.length > header.length ? cells : header;
  return longer.slice(from).every((cell) => cell.trim() === "");
}

function replacedCharacter(line: number): Omit<RowProblem, "severity"> {
  const message = "Letters were lost before the file came here: U+FFFD stands in their place";
  return { line, column: null, text: "\uFFFD", code: "replaced-character", message };
}

function skippedLine({ line, cells }: CsvRecord, message: string): RowProblem {
  const text = cells.join(",").slice(0, 200);
  return { line, column: null, text, code: "skipped-line", severity: "notice", message };
}

function quoteDamage({ line, cells }: CsvRecord): RowProblem {
  const message = `The quotes are damaged: ${quoteRule}`;
  const text = (cells[0] ?? "").trimEnd();
  return errorAt(line, { column: null, text, code: "quote-damage", message });
}

function wrongWidth({ line, cells, fault }: CsvRecord, width: number): RowProblem {
  if (fault === "no-line-end" && cells.length < width) {
    throw new KursError(
      "unreadable-file",
      `The file looks cut off: its last line (${line}) has ${cells.length} of ${width} fields. Fetch the file again.`,
    );
  }
  const message = `The row has ${cells.length} fields, the header ${width}.`;
  return errorAt(line, { column: null, text: cells.join(","), code: "wrong-field-count", message });
}

function strayCell(cells: readonly string[], nameless: readonly number[]): CellFault | null {
  for (const at of nameless) {
    const text = (cells[at] ?? "").trim();
    const message = `Column ${at + 1} has no name in the header, and a value here.`;
    if (text !== "") return { column: null, text, code: "wrong-field-count", message };
  }
  return null;
}

function structureFault(
  { at, column, text, action }: Structure,
  cells: readonly string[],
): CellFault | null {
  const named = (cells[at] ?? "").trim();
  if (named !== text) {
    const message = `The rows above are of ${text}: import each dataset from a file of its own.`;
    return { column, text: named, code: "unknown-code", message };
  }
  const verb = action === null ? "I" : (cells[action] ?? "").trim();
  if (/^[IAMR]?$/i.test(verb)) return null;
  const message = `An import takes the actions I, A, M and R. To take values back, undo the import that brought them.`;
  return { column: "ACTION", text: verb, code: "unknown-code", message };
}

/** Agencies write the power of ten, `6`, what it means, `Millions`, or both, `6: Millions`. */
function scaleFault(column: string, cell = ""): CellFault | null {
  const text = cell.trim();
  if (/^(?:0*|units?)(?:$|:)/i.test(text)) return null;
  const message = `${column} says ${text}, and nothing reads it. Where a rate is for so many units, map the column as nominalPower; where the unit of the series says so already, say "nominal": { "value": 1 }.`;
  return { code: "bad-nominal", column, text, message };
}
