import { statuses, type Status } from "../contract/observation.ts";
import { formatPeriod, frequencies, type Frequency, type Period } from "../contract/period.ts";
import { shiftPoint } from "../domain/decimal.ts";
import type { Measure } from "./column-plan.ts";
import { textOf, type Field } from "./field.ts";
import { currencyFault, type Key } from "./key.ts";
import type { CellFault } from "./read-code.ts";
import { isMissing, type MissingTexts } from "./missing-marker.ts";
import type { Notice } from "./notice.ts";
import { withoutMarks } from "./number-marks.ts";
import { badNominal, readNominal, readNominalPower } from "./read-nominal.ts";
import { type DecimalSign, readNumber } from "./read-number.ts";
import type { PeriodReader, PeriodReading } from "./read-period.ts";

/** What is the same for every cell of a file. */
export interface Conventions {
  decimal: DecimalSign;
  /** The sign of money with every number; empty where there is none. */
  unit: string;
  readPeriod: PeriodReader;
  /** Texts that the mapping lists as missing. */
  missing: MissingTexts;
  /** A 0 stands for a missing value. */
  zerosMissing: boolean;
}

/** A value of a record and its status. `marker` is the text that stood for a missing one. */
export interface ValueReading {
  value: string | null;
  status: Status;
  marker: string | null;
  /** What its reader should know of how it was read. */
  notice: Notice | null;
}

/** The period of a measure, where its key can have one of this form. */
export function readMeasurePeriod(
  field: Field,
  cells: readonly string[],
  key: Key,
  { readPeriod }: Conventions,
): PeriodReading | CellFault {
  const text = textOf(field, cells);
  const period = readPeriod(text, key.frequency);
  const fault = period
    ? unfitFault(period, key)
    : { code: "not-a-period" as const, message: noPeriod(text, key, readPeriod) };
  if (fault) return { ...fault, column: field.column, text };
  return period as PeriodReading;
}

/** The value of a measure with every digit, per one unit, and its status. */
export function readMeasureValue(
  measure: Measure,
  cells: readonly string[],
  key: Key,
  conventions: Conventions,
): ValueReading | CellFault {
  const status = readStatus(measure, cells);
  if (typeof status === "object" && status !== null) return status;
  const text = textOf(measure.value, cells);
  const read = readValue(text, key, measure, conventions);
  const cell = conventions.zerosMissing && read ? withoutZero(read, text) : read;
  if (cell === null) {
    const message = noNumber(text, conventions);
    return { code: "not-a-number", message, column: measure.value.column, text };
  }
  // What the cell itself says of its value outdoes a status column that calls every row normal.
  const full = status === null || status === "A" ? cell : { ...cell, status };
  return cell.value === null ? full : perUnit(full, cell.value, measure, cells, key.places);
}

function perUnit(
  reading: ValueReading,
  value: string,
  { nominal, nominalPower }: Measure,
  cells: readonly string[],
  placesOfKey: number,
): ValueReading | CellFault {
  let places = placesOfKey;
  if (nominal) {
    const power = readNominal(textOf(nominal, cells));
    if (power === null) return faultOf(nominal, cells);
    places += power;
  }
  if (nominalPower) {
    const power = readNominalPower(textOf(nominalPower, cells));
    if (power === null) return faultOf(nominalPower, cells, "a power of ten from 0 to 5");
    places += power;
  }
  return places === 0 ? reading : { ...reading, value: shiftPoint(value, places) };
}

function faultOf(field: Field, cells: readonly string[], takes?: string): CellFault {
  return { ...badNominal(textOf(field, cells), takes), column: field.column };
}

function readValue(
  text: string,
  { survey, percent }: Key,
  { value: { column } }: Measure,
  { decimal, missing, unit }: Conventions,
): ValueReading | null {
  const inBrackets = survey ? /^\((.+)\)$/.exec(text)?.[1] : undefined;
  if (unit === "" && inBrackets === undefined && !(missing.size > 0 && missing.has(text))) {
    const value = readNumber(text, decimal); // almost every cell is a number and no more
    if (value !== null) return { value, status: "A", marker: null, notice: null };
  }
  if (survey && text === "*") return { value: null, status: "Q", marker: text, notice: null };
  if (isMissing(text, missing)) {
    return { value: null, status: missing.get(text) ?? "M", marker: text, notice: null };
  }
  const ofPercent = percent || column?.includes("%") === true;
  const bare = withoutMarks(inBrackets ?? text, { unit, percent: ofPercent });
  const value = readNumber(bare.text, decimal);
  if (value === null) return null;
  return { value, status: inBrackets ? "U" : "A", marker: null, notice: bare.notice };
}

function withoutZero(reading: ValueReading, text: string): ValueReading {
  const isZero = reading.value !== null && !/[1-9]/.test(reading.value);
  return isZero ? { value: null, status: "M", marker: text, notice: null } : reading;
}

function noNumber(text: string, { decimal, unit }: Conventions): string {
  const sign = decimal === "," ? " with a decimal comma" : "";
  const money = unit === "" ? "" : ` in ${unit}`;
  const reason = /\d\s?%$/.test(text)
    ? " A percentage is read only where the unit is per cent."
    : "";
  return `${text} is no number${sign}${money}.${reason}`;
}

/** Null where there is no status column, or nothing in it. */
function readStatus(
  { status: field, statusCodes }: Measure,
  cells: readonly string[],
): Status | CellFault | null {
  const text = field ? textOf(field, cells) : "";
  const named = (statusCodes?.get(text) ?? text).toUpperCase();
  if (named === "") return null;
  const status = statuses.find((code) => code === named);
  if (status) return status;
  const message = `${text} is no status: it must be one of ${statuses.join(", ")}, or be turned into one by codes.`;
  return { code: "bad-status", message, column: field?.column ?? null, text };
}

function unfitFault(period: Period, key: Key): Pick<CellFault, "code" | "message"> | null {
  if (key.series[period.frequency] !== undefined) return currencyFault(key, period);
  const known = frequencies.filter((frequency) => key.series[frequency] !== undefined);
  const written = formatPeriod(period.start, period.frequency);
  const message = `${written} is a period of frequency ${period.frequency}; this dataset has ${known.join(", ")}.`;
  return { code: "not-a-period", message };
}

function wrongDay(text: string, frequency: Frequency): string {
  const meant =
    frequency === "W"
      ? "write weeks as 2026-W47."
      : `a date stands for the period that begins on it, or, with "dayOfPeriod": "last" in the mapping, for the one that ends on it.`;
  return `${text} is no period of frequency ${frequency}: ${meant}`;
}

function noPeriod(text: string, { frequency }: Key, readPeriod: PeriodReader): string {
  if (/^\d{4}-(?:1[3-9]|2\d|3[01])-(?:0[1-9]|1[0-2])$/.test(text)) {
    return `${text} is written year-day-month: say "dateFormat": "YYYY-DD-MM" in the mapping.`;
  }
  if (frequency !== null && readPeriod(text, null)?.frequency === "D")
    return wrongDay(text, frequency);
  const form = frequency === null ? "period" : `period of frequency ${frequency}`;
  return `${text || "An empty cell"} is no ${form}: write 2026-11-20, 2026-W47, 2026-11, 2026-Q4, 2026-S2 or 2026, or give the mapping a dateFormat.`;
}
