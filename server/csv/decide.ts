import type { Mapping } from "../contract/mapping.ts";
import { KursError } from "../domain/kurs-error.ts";
import { askConventions } from "./ask-conventions.ts";
import { createCoarseRule } from "./coarse-rows.ts";
import type { Measure } from "./column-plan.ts";
import { listMissing } from "./missing-marker.ts";
import { askedTogether, needsMapping } from "./needs-mapping.ts";
import { NumberColumn, type NumberDecision } from "./number-column.ts";
import type { CsvRecord } from "./parse-block.ts";
import { type DateCandidate, PeriodColumn } from "./period-column.ts";
import { type Framing, readRecords } from "./read-records.ts";
import { isBlank, isComment, quoteRule } from "./record-check.ts";
import { UnreadNominals } from "./unread-nominals.ts";

/** A file as far as it is understood before its rows are. */
export interface Undecided extends Framing {
  mapping: Mapping;
  header: readonly string[];
  headerLine: number;
  measures: readonly Measure[];
  /** Of a layout that is defined to have a decimal point. */
  hasPoint: boolean;
}

/** What all the rows of a file say together: its conventions, and where its rows begin and end. */
export interface Decided {
  mapping: Pick<Mapping, "dateFormat" | "dayOfPeriod" | "decimal" | "unit">;
  /** Physical lines of the first and the last row with a period. */
  firstLine: number;
  lastLine: number;
}

/** A thousand daily series over 137 years: more than any bank has published, so that a file of more rows is a mistake. */
const mostRows = 50_000_000;

/**
 * Decides the form of the periods, the decimal sign and the unit on all rows of the file, in one pass and constant
 * memory; what the mapping says is not decided again. Throws `needs-mapping` with candidates and sample lines where
 * the rows cannot tell, `unreadable-file` where there are none, or over `maxRows`.
 */
export async function decide(path: string, file: Undecided, maxRows = mostRows): Promise<Decided> {
  const census = new Census(file, maxRows);
  for await (const records of readRecords(path, file)) {
    for (const record of records) {
      if (record.line !== file.headerLine) census.add(record);
    }
  }
  return census.decide();
}

/** Counts the forms of periods and numbers row by row. */
class Census {
  readonly #file: Undecided;
  readonly #maxRows: number;
  readonly #periods: PeriodColumn;
  readonly #numbers: NumberColumn;
  readonly #nominals: UnreadNominals;
  readonly #saysCoarse: (cells: readonly string[]) => boolean;
  readonly #periodAt: number | null;
  readonly #valuesAt: readonly number[];
  readonly #sample: string[] = [];
  #rows = 0;
  #damagedLine = 0;
  #firstLine = 0;
  #lastLine = 0;
  #isCoarse = false;

  constructor(file: Undecided, maxRows: number) {
    const { mapping, measures } = file;
    this.#file = file;
    this.#maxRows = maxRows;
    this.#periods = new PeriodColumn(mapping);
    this.#saysCoarse = createCoarseRule(measures.map(({ key }) => key));
    this.#numbers = new NumberColumn(listMissing(mapping));
    this.#nominals = new UnreadNominals(mapping, file.header, measures);
    this.#periodAt = measures[0]?.period.at ?? null;
    this.#valuesAt = measures.flatMap(({ value }) => (value.at === null ? [] : [value.at]));
    for (const { period } of measures) if (period.at === null) this.#periods.add(period.constant);
  }

  add({ line, cells, fault }: CsvRecord): void {
    if (isComment(cells) || isBlank(cells)) return;
    if (fault === "quote-damage") {
      this.#damagedLine ||= line;
      return;
    }
    this.#rows += 1;
    if (this.#rows > this.#maxRows) throw tooManyRows(this.#maxRows);
    if (!this.#isRow(cells)) return;
    this.#isCoarse ||= this.#saysCoarse(cells);
    this.#firstLine ||= line;
    this.#lastLine = line;
    if (this.#sample.length < 3) this.#sample.push(cells.join(" | ").slice(0, 200));
    for (const at of this.#valuesAt) {
      const cell = cells[at];
      if (cell) this.#numbers.add(cell.trim());
    }
    this.#nominals.add(cells);
  }

  decide(): Decided {
    if (this.#rows === 0) throw noRows(this.#damagedLine);
    const { dayOfPeriod, decimal, unit } = this.#file.mapping;
    if (this.#firstLine === 0) throw this.#noPeriods();
    const period = this.#periods.decide();
    const numbers = this.#numbers.decide();
    const sign = decimal ?? this.#decimalOf(numbers);
    const nominals = this.#nominals.ask();
    if ("candidates" in period || sign === null) {
      const asked = this.#ask("candidates" in period ? period.candidates : [], sign === null);
      throw nominals ? askedTogether(asked, nominals) : asked;
    }
    if (nominals) throw nominals;
    const sum = unit ?? numbers.unit;
    const isLast = dayOfPeriod ?? (this.#isCoarse && period.isOfLastDays);
    const mapping = {
      decimal: sign,
      ...(period.format !== null && { dateFormat: period.format }),
      ...(isLast && { dayOfPeriod: "last" as const }),
      ...(sum !== null && { unit: sum }),
    };
    return { mapping, firstLine: this.#firstLine, lastLine: this.#lastLine };
  }

  /** A row has a period; where the periods stand elsewhere, it has a number. */
  #isRow(cells: readonly string[]): boolean {
    const at = this.#periodAt;
    if (at === null) return this.#valuesAt.some((value) => /\d/.test(cells[value] ?? ""));
    return this.#periods.add((cells[at] ?? "").trim());
  }

  /**
   * Three digits behind the only separator may be thousands or decimals. Kurs's own layouts and SDMX-CSV are
   * defined to write a decimal point, and no thousands: there 1.234 is no question. In any other file it is.
   */
  #decimalOf({ decimal, doubtful }: NumberDecision): "." | "," | null {
    const { hasPoint } = this.#file;
    // One comma that was mistyped would make thousands of all that have a point.
    if (decimal === "," && hasPoint && doubtful.includes(".")) return null;
    if (decimal !== null) return decimal;
    if (doubtful.length === 0) return ".";
    return hasPoint && !doubtful.includes(",") ? "." : null;
  }

  #ask(dates: readonly DateCandidate[], asksDecimal: boolean): KursError {
    const { mapping: recognised } = this.#file;
    return askConventions({ dates, asksDecimal }, { recognised, sample: this.#sample });
  }

  #noPeriods(): KursError {
    const { mapping, measures } = this.#file;
    const [measure] = measures;
    const detail =
      this.#periodAt === null
        ? "No row has a number where the mapping has the values: say in the mapping which columns have them."
        : `No row of column ${measure?.period.column ?? ""} has a period${mapping.dateFormat === undefined ? " in a form that Kurs knows" : ` of the form ${mapping.dateFormat}`}: say in the mapping which column has the periods, and their dateFormat.`;
    const missing = this.#periodAt === null ? ["value"] : ["period", "dateFormat"];
    return needsMapping(detail, { recognised: mapping, missing, sample: this.#sample });
  }
}

function noRows(damagedLine: number): KursError {
  const detail =
    damagedLine === 0
      ? "The file has no data rows."
      : `Every row of the file has damaged quotes (line ${damagedLine} is the first): ${quoteRule}`;
  return new KursError("unreadable-file", detail);
}

function tooManyRows(most: number): KursError {
  const detail = `The file has over ${most.toLocaleString("en")} rows, the most that Kurs reads at once: cut it, by year or by source, and import the pieces.`;
  return new KursError("unreadable-file", detail);
}
