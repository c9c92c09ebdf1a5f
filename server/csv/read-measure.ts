import { statuses, type Status } from "../contract/observation.ts";
import { formatPeriod, frequencies, type Period } from "../contract/period.ts";
import { shiftPoint } from "../domain/decimal.ts";
import type { Measure } from "./column-plan.ts";
import { textOf, type Field } from "./field.ts";
import { currencyFault, type Key } from "./key.ts";
import type { CellFault } from "./read-code.ts";
import { isMissing } from "./missing-marker.ts";
import { readNominal, readNominalPower } from "./read-nominal.ts";
import { type DecimalSign, readNumber } from "./read-number.ts";
import type { PeriodReader } from "./read-period.ts";

/** What is the same for every cell of a file. */
export interface Conventions {
  decimal: DecimalSign;
  readPeriod: PeriodReader;
  /** Texts that the mapping lists as missing. */
  missing: ReadonlySet<string>;
}

/** A value of a record and its status. `marker` is the text that stood for a missing one. */
export interface ValueReading {
  value: string | null;
  status: Status;
  marker: string | null;
}

/** The period of a measure, where its key can have one of this form. */
export function readMeasurePeriod(
  field: Field,
  cells: readonly string[],
  key: Key,
  { readPeriod }: Conventions,
): Period | CellFault {
  const text = textOf(field, cells);
  const period = readPeriod(text, key.frequency);
  const fault = period
    ? unfitFault(period, key)
    : { code: "not-a-period" as const, message: noPeriod(text, key) };
  if (fault) return { ...fault, column: field.column, text };
  return period as Period;
}

/** The value of a measure with every digit, per one unit, and its status. */
export function readMeasureValue(
  measure: Measure,
  cells: readonly string[],
  { survey }: Key,
  conventions: Conventions,
): ValueReading | CellFault {
  const status = readStatus(measure.status, cells);
  if (typeof status === "object" && status !== null) return status;
  const text = textOf(measure.value, cells);
  const cell = readValue(text, survey, conventions);
  if (cell === null) {
    const message = `${text} is no number${conventions.decimal === "," ? " with a decimal comma" : ""}.`;
    return { code: "not-a-number", message, column: measure.value.column, text };
  }
  // What the cell itself says of its value outdoes a status column that calls every row normal.
  const full = status === null || status === "A" ? cell : { ...cell, status };
  return cell.value === null ? full : perUnit(full, cell.value, measure, cells);
}

function perUnit(
  reading: ValueReading,
  value: string,
  { nominal, nominalPower }: Measure,
  cells: readonly string[],
): ValueReading | CellFault {
  let places = 0;
  if (nominal) {
    const power = readNominal(textOf(nominal, cells));
    if (power === null) return badNominal(nominal, cells, "1, 10, 100, … 100000");
    places += power;
  }
  if (nominalPower) {
    const power = readNominalPower(textOf(nominalPower, cells));
    if (power === null) return badNominal(nominalPower, cells, "a power of ten from 0 to 5");
    places += power;
  }
  return places === 0 ? reading : { ...reading, value: shiftPoint(value, places) };
}

function badNominal(field: Field, cells: readonly string[], takes: string): CellFault {
  const text = textOf(field, cells);
  const message = `The nominal is ${text || "empty"}: it must be ${takes}.`;
  return { code: "bad-nominal", message, column: field.column, text };
}

function readValue(
  text: string,
  survey: boolean,
  { decimal, missing }: Conventions,
): ValueReading | null {
  if (survey && text === "*") return { value: null, status: "Q", marker: text };
  if (isMissing(text, missing)) return { value: null, status: "M", marker: text };
  const [, inBrackets] = (survey && /^\((.+)\)$/.exec(text)) || [];
  const value = readNumber(inBrackets ?? text, decimal);
  return value === null ? null : { value, status: inBrackets ? "U" : "A", marker: null };
}

/** Null where there is no status column, or nothing in it. */
function readStatus(field: Field | null, cells: readonly string[]): Status | CellFault | null {
  const text = field ? textOf(field, cells) : "";
  if (text === "") return null;
  const status = statuses.find((code) => code === text.toUpperCase());
  if (status) return status;
  const message = `${text} is no status: it must be one of ${statuses.join(", ")}.`;
  return { code: "bad-status", message, column: field?.column ?? null, text };
}

function unfitFault(period: Period, key: Key): Pick<CellFault, "code" | "message"> | null {
  if (key.series[period.frequency] !== undefined) return currencyFault(key, period);
  const known = frequencies.filter((frequency) => key.series[frequency] !== undefined);
  const written = formatPeriod(period.start, period.frequency);
  const message = `${written} is a period of frequency ${period.frequency}; this dataset has ${known.join(", ")}.`;
  return { code: "not-a-period", message };
}

function noPeriod(text: string, { frequency }: Key): string {
  if (/^\d{4}-(?:1[3-9]|2\d|3[01])-(?:0[1-9]|1[0-2])$/.test(text)) {
    return `${text} is written year-day-month: say "dateFormat": "YYYY-DD-MM" in the mapping.`;
  }
  const form = frequency === null ? "period" : `period of frequency ${frequency}`;
  return `${text || "An empty cell"} is no ${form}: write 2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026-S2 or 2026, or give the mapping a dateFormat.`;
}
