import { beginsPeriod, type Frequency, type Period, readPeriod } from "../contract/period.ts";
import { createDateReader } from "./date-format.ts";
import { remember } from "./remember.ts";

/** Reads a period's text, of the frequency given or (null) of the one that its form tells; null when it is none. */
export type PeriodReader = (text: string, frequency: Frequency | null) => Period | null;

/** A reader of periods as SDMX writes them, or in a form such as `DD.MM.YYYY`. Null for a form that Kurs does not know. */
export function createPeriodReader(dateFormat: string | undefined): PeriodReader | null {
  const readText = dateFormat === undefined ? readWritten : createDateReader(dateFormat)?.read;
  if (!readText) return null;
  const read = remember(readText);
  return (text, frequency) => {
    const period = read(text);
    return frequency === null || period === null ? period : ofFrequency(period, frequency);
  };
}

/** A first-of-period date is read for months, quarters, half-years and years. */
function ofFrequency(period: Period, frequency: Frequency): Period | null {
  if (period.frequency === frequency) return period;
  const { start } = period;
  const isFirstDay =
    period.frequency === "D" && frequency !== "W" && beginsPeriod(start, frequency);
  return isFirstDay ? { start, frequency } : null;
}

/** A period as SDMX writes it. A date with a time keeps the day that is written: no day is ever moved through a time zone. */
export function readWritten(text: string): Period | null {
  const dated = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;
  return readPeriod(dated.exec(text)?.[1] ?? text);
}
