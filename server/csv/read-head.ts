import type { Mapping } from "../contract/mapping.ts";
import { KursError } from "../domain/kurs-error.ts";
import { isDated } from "./date-forms.ts";
import { findHeader } from "./find-header.ts";
import { needsMapping } from "./needs-mapping.ts";
import type { CsvRecord } from "./parse-block.ts";
import { type Framing, readRecords } from "./read-records.ts";
import { isBlank, isComment } from "./record-check.ts";

const mostColumns = 200;

/** The top of a file: the names of its columns and some rows below. */
export interface FileHead {
  header: string[];
  /** Physical line of the header; 0 where the file has none. */
  headerLine: number;
  rows: string[][];
  /** The period that stands once above the rows; null where they have one each. */
  stated: StatedPeriod | null;
}

/** A period that stands once for the whole file, and what its line begins with. */
export interface StatedPeriod {
  text: string;
  label: string;
}

/** Finds the header of a file, below whatever stands above it. Throws `unreadable-file` where there is none, it is damaged, or has over 200 columns. */
export async function readHead(
  path: string,
  framing: Framing,
  mapping: Mapping,
): Promise<FileHead> {
  const records = await firstRecords(path, framing);
  const stated = await readStatedPeriod(path, framing, mapping);
  const named = mapping.header === false ? undefined : findHeader(records, mapping);
  const head = named && !isRow(named.cells, mapping) ? named : headless(records);
  if (!head) throw new KursError("unreadable-file", "The file has no data rows.");
  const { line: headerLine, cells, fault } = head;
  refuse(headerLine, cells, fault);
  const below = records.filter(({ line, cells }) => line > headerLine && !isBlank(cells));
  const rows = below.map((record) => record.cells);
  return { header: cells.map((cell) => cell.trim()), headerLine, rows, stated };
}

function refuse(line: number, cells: readonly string[], fault: CsvRecord["fault"]): void {
  if (fault === "quote-damage") {
    const detail = `The quotes of the header (line ${line}) are damaged: mend them, or say "quotes": "text" in the mapping.`;
    throw new KursError("unreadable-file", detail);
  }
  if (cells.length <= mostColumns) return;
  const detail = `The header has ${cells.length} columns; Kurs reads up to ${mostColumns}.`;
  throw new KursError("unreadable-file", detail);
}

/** A mapping by indexes whose columns hold a period and a number in the first row has no header above: that row is not to be lost. */
function isRow(cells: readonly string[], { period, value }: Mapping): boolean {
  if (typeof value !== "object" || !("index" in value)) return false;
  const isNumber = /^[-+]?\d[\d.,]*$/.test((cells[value.index] ?? "").trim());
  if (typeof period === "object" && "index" in period && !("line" in period)) {
    return isNumber && isDated((cells[period.index] ?? "").trim());
  }
  return isNumber;
}

/** Names for the columns of a file that has none, by the widest of its first rows. */
function headless(records: readonly CsvRecord[]): CsvRecord | undefined {
  const rows = records.filter(({ cells }) => !isBlank(cells) && !isComment(cells));
  const [first] = rows;
  if (!first) return undefined;
  return { line: 0, cells: first.cells.map((_, at) => `column ${at}`), fault: null };
}

async function readStatedPeriod(
  path: string,
  framing: Framing,
  mapping: Mapping,
): Promise<StatedPeriod | null> {
  const { period } = mapping;
  if (typeof period !== "object" || !("line" in period)) return null;
  const records = await firstRecords(path, { ...framing, skipRows: period.line - 1 });
  const [{ cells } = { cells: [] }] = records;
  const text = cells[period.index]?.trim() ?? "";
  if (text !== "") return { text, label: cells[0]?.trim() ?? "" };
  const detail = `Line ${period.line} has no period in column ${period.index}, counted from 0.`;
  throw needsMapping(detail, { recognised: mapping, missing: ["period"], sample: [] });
}

async function firstRecords(path: string, framing: Framing): Promise<CsvRecord[]> {
  for await (const records of readRecords(path, framing)) return records;
  return [];
}
