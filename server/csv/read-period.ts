import type { Mapping } from "../contract/mapping.ts";
import {
  beginsPeriod,
  type Frequency,
  lastDayOf,
  type Period,
  readPeriod,
} from "../contract/period.ts";
import { createDateReader } from "./date-format.ts";
import type { Notice } from "./notice.ts";
import { remember } from "./remember.ts";
import { createZoneDay } from "./zone-day.ts";

/** A period, and what its reader should know of how it was read. */
export interface PeriodReading extends Period {
  notice?: Notice;
}

/** Reads a period's text, of the frequency given or (null) of the one that its form tells; null when it is none. */
export type PeriodReader = (text: string, frequency: Frequency | null) => PeriodReading | null;

/** What a mapping says of how its dates are meant. */
export type DateSense = Pick<Mapping, "zone" | "dayOfPeriod">;

/**
 * A reader of periods as SDMX writes them, or in a form such as `DD.MM.YYYY`. Null for a form that Kurs does not
 * know; throws a RangeError for a zone that it does not know.
 */
export function createPeriodReader(
  dateFormat: string | undefined,
  { zone, dayOfPeriod }: DateSense = {},
): PeriodReader | null {
  const readText = dateFormat === undefined ? readWritten : createDateReader(dateFormat)?.read;
  if (!readText) return null;
  const read = remember(inZone(readText, zone));
  return (text, frequency) => {
    const period = read(text);
    if (frequency === null || period === null || period.frequency === frequency) return period;
    return dayOfPeriod === "last" ? endingOn(period, frequency) : beginningOn(period, frequency);
  };
}

function inZone(
  read: (text: string) => PeriodReading | null,
  zone: string | undefined,
): (text: string) => PeriodReading | null {
  if (zone === undefined) return read;
  const dayIn = createZoneDay(zone);
  if (!dayIn) throw new RangeError(`${zone} is no time zone`);
  return (text) => {
    const period = read(text);
    return period?.frequency === "D" ? { ...period, start: dayIn(text, period.start) } : period;
  };
}

/** A first-of-period date is read for months, quarters, half-years and years. */
function beginningOn({ start, frequency: written }: Period, frequency: Frequency): Period | null {
  const isFirstDay = written === "D" && frequency !== "W" && beginsPeriod(start, frequency);
  return isFirstDay ? { start, frequency } : null;
}

const months: Partial<Record<Frequency, number>> = { M: 1, Q: 3, S: 6, A: 12 };
const lastDay: Notice = {
  code: "last-day",
  mark: null,
  message: "The last day of a period was read as that period (dayOfPeriod)",
};

function endingOn(written: Period, frequency: Frequency): PeriodReading | null {
  const length = months[frequency];
  if (written.frequency !== "D" || length === undefined) return null;
  const month = Number(written.start.slice(5, 7));
  const first = String(month - ((month - 1) % length)).padStart(2, "0");
  const start = `${written.start.slice(0, 5)}${first}-01`;
  const isLastDay = lastDayOf({ start, frequency }) === written.start;
  return isLastDay ? { start, frequency, notice: lastDay } : null;
}

/**
 * A period as SDMX writes it. A date with a time or a zone keeps the day that is written: no day is moved through a
 * time zone that nobody chose.
 */
export function readWritten(text: string): PeriodReading | null {
  const dated =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?|Z|[+-]\d{2}:\d{2})$/i;
  return readPeriod(dated.exec(text)?.[1] ?? text) ?? readScientificYear(text);
}

/** `2e3` is a year that a program wrote as a number. With one or two decimals it may be rounded, and is none. */
function readScientificYear(text: string): PeriodReading | null {
  const [, thousands, rest = "000"] = /^([12])(?:\.(\d{3}))?e\+?0?3$/i.exec(text) ?? [];
  if (thousands === undefined) return null;
  const year = thousands + rest;
  const message = `${text} was read as the year ${year}`;
  return {
    start: `${year}-01-01`,
    frequency: "A",
    notice: { code: "scientific-year", mark: text, message },
  };
}
