import { beginsPeriod, type Frequency, type Period, readPeriod } from "../contract/period.ts";
import { remember } from "./remember.ts";

/** Reads a period's text, of the frequency given or (null) of the one that its form tells; null when it is none. */
export type PeriodReader = (text: string, frequency: Frequency | null) => Period | null;

/** A reader of periods as SDMX writes them, or of days in a form such as `DD.MM.YYYY`. Null for a form that Kurs does not know. */
export function createPeriodReader(dateFormat: string | undefined): PeriodReader | null {
  const readText = dateFormat === undefined ? readWritten : dayReader(dateFormat);
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

/** A date with a time keeps the day that is written: no day is ever moved through a time zone. */
function readWritten(text: string): Period | null {
  const dated = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;
  return readPeriod(dated.exec(text)?.[1] ?? text);
}

const parts: Readonly<Record<string, string>> = {
  YYYY: "(?<year>\\d{4})",
  MM: "(?<month>\\d{2})",
  M: "(?<month>\\d{1,2})",
  DD: "(?<day>\\d{2})",
  D: "(?<day>\\d{1,2})",
};

function dayReader(dateFormat: string): ((text: string) => Period | null) | null {
  const tokens = dateFormat.match(/[A-Za-z]+|[^A-Za-z]+/g) ?? [];
  const letters = tokens.filter((token) => /[A-Za-z]/.test(token));
  const kinds = letters.map((token) => token[0]).sort();
  const isRun = /^(?:YYYYMMDD|DDMMYYYY|MMDDYYYY)$/.test(dateFormat);
  const named = isRun ? (dateFormat.match(/Y{4}|M{2}|D{2}/g) ?? []) : tokens;
  if (!isRun && (kinds.join() !== "D,M,Y" || !letters.every((token) => token in parts)))
    return null;
  const source = named.map((token) => parts[token] ?? escape(token)).join("");
  const form = new RegExp(`^${source}$`);
  return (text) => {
    const { year, month = "", day = "" } = form.exec(text)?.groups ?? {};
    return year ? readPeriod(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`) : null;
  };
}

function escape(text: string): string {
  return text.replace(/[^\w\s]/g, "\\$&");
}
