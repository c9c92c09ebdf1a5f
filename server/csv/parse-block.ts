import { CsvError, type Options, parse } from "csv-parse/sync";
import { KursError } from "../domain/kurs-error.ts";
import { quoteExcelText } from "./excel-text.ts";

/** One record of a CSV file. Blank lines are records of one empty cell. */
export interface CsvRecord {
  /** Physical line on which it begins, counted from 1. */
  line: number;
  cells: string[];
  /** `quote-damage`: `cells` holds the raw line. `no-line-end`: the file ends here without a line break. */
  fault: "quote-damage" | "no-line-end" | null;
  /** A cell has U+FFFD: a letter that was lost before the file came here. */
  isDamaged?: true;
}

/** How a piece of text is to be cut, and the physical line on which it begins. */
export interface Cut {
  delimiter: string;
  line: number;
  quotes?: "text" | undefined;
}

/** The longest record that is read. */
export const maxRecordBytes = 1024 * 1024;

/**
 * Reads the records of a piece of text that begins with a record and ends at a line break, or the file.
 * `rest` is a record at the end whose quotes are still open. A line with damaged quotes becomes a record
 * with a fault, and reading goes on with the line after it. Throws `unreadable-file` for a record that is too long.
 */
export function parseBlock(
  text: Buffer,
  { delimiter, line: firstLine, quotes }: Cut,
): { records: CsvRecord[]; rest: Buffer; line: number } {
  if (quotes === "text" || !text.includes(34))
    return splitLines(text, { delimiter, line: firstLine });
  const records: CsvRecord[] = [];
  let [rest, line] = [quoteExcelText(text, delimiter), firstLine];
  while (rest.length > 0) {
    const { rows, error } = tokenize(rest, delimiter);
    const begin = line;
    line = addRecords(records, rows, line);
    if (!error) return { records, rest: rest.subarray(rest.length), line };
    rest = rest.subarray(offsetOfLine(rest, line - begin));
    if (error.code === "CSV_QUOTE_NOT_CLOSED") break;
    refuseOther(error, line);
    // After damage only the next physical line is a sure place to go on from.
    const end = offsetOfLine(rest, 1);
    records.push({ line, cells: [rest.toString("utf8", 0, end)], fault: "quote-damage" });
    rest = rest.subarray(end);
    line += 1;
  }
  return { records, rest, line };
}

/** Where no quote stands, every line is a record: several times as fast as the tokenizer. */
function splitLines(text: Buffer, { delimiter, line: firstLine }: Cut) {
  const lines = text.toString().split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  const records = lines.map((content, at): CsvRecord => {
    if (content.length > maxRecordBytes) throw tooLong(firstLine + at);
    return { line: firstLine + at, cells: content.split(delimiter), fault: null };
  });
  return { records, rest: text.subarray(text.length), line: firstLine + records.length };
}

/** Where the physical line that many lines below begins; the length of the text when there is none. */
export function offsetOfLine(text: Buffer, linesBelow: number): number {
  let at = 0;
  for (let passed = 0; passed < linesBelow && at < text.length; passed++) {
    while (at < text.length && text[at] !== 10 && text[at] !== 13) at++;
    at += text[at] === 13 && text[at + 1] === 10 ? 2 : 1;
  }
  return Math.min(at, text.length);
}

function tokenize(text: Buffer, delimiter: string): { rows: string[][]; error: CsvError | null } {
  const options: Options = {
    columns: false,
    delimiter,
    // csv-parse would take the first line's ending for all, and corrupt mixed files.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: maxRecordBytes,
  };
  try {
    return { rows: parse(text, options), error: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: rowsBeforeError(text, options), error };
  }
}

/** A second, slower reading: csv-parse throws away what it read before an error. */
function rowsBeforeError(text: Buffer, options: Options): string[][] {
  const rows: string[][] = [];
  const keep = (row: string[]) => {
    rows.push(row);
    return null;
  };
  try {
    parse(text, { ...options, on_record: keep });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

/** Adds the rows with their lines, and gives the line after them. */
function addRecords(records: CsvRecord[], rows: string[][], first: number): number {
  let line = first;
  for (const cells of rows) {
    records.push({ line, cells, fault: null });
    line += 1 + lineBreaksIn(cells);
  }
  return line;
}

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (/[\r\n]/.test(cell)) count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}

function refuseOther({ code, message }: CsvError, line: number): void {
  if (code === "CSV_INVALID_CLOSING_QUOTE" || code === "INVALID_OPENING_QUOTE") return;
  if (code !== "CSV_MAX_RECORD_SIZE") throw new Error(`csv-parse: ${message}`);
  throw tooLong(line);
}

/** The refusal of a record over `maxRecordBytes`. */
export function tooLong(line: number): KursError {
  return new KursError(
    "unreadable-file",
    `Line ${line} is longer than 1 MB: this is no CSV file, or a quote opened there is never closed.`,
  );
}
