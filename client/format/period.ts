import { formatPeriod, readPeriod, type Period } from "../../server/contract/period.ts";
import type { Locale } from "./locale.ts";
import { fillPattern } from "./fill-pattern.ts";

/** `full` has the year; `short` leaves it out (a year stays a year); `long` has the month in full. */
export type PeriodWidth = "full" | "short" | "long";

/**
 * A period as the API writes it (`2026-11-20`, `2026-W47`, `2026-11`, `2026-Q4`, `2026-S2`, `2026`) in the
 * reader's words: `20 Nov 2026`, `Q4 2026`. Throws a RangeError for a text that is no period.
 */
export function describePeriod(
  written: string,
  locale: Locale,
  width: PeriodWidth = "full",
): string {
  const period = periodOf(written);
  return fillPattern(patternOf(period, locale, width), partsOf(period, locale));
}

/** `3 Mar–2 Apr`; the same period twice is said once. */
export function describeSpan(
  from: string,
  to: string,
  locale: Locale,
  width: PeriodWidth = "full",
): string {
  const [first, last] = [describePeriod(from, locale, width), describePeriod(to, locale, width)];
  return from === to ? first : fillPattern(locale.dates.span, { from: first, to: last });
}

/** A day with its weekday, as a read-out has it: `Fri 20 Nov 2026`. */
export function describeWeekday(day: string, locale: Locale): string {
  const date = describePeriod(day, locale);
  const weekday = locale.weekdays[(new Date(day).getUTCDay() + 6) % 7];
  if (weekday === undefined) throw new RangeError(`not a day: ${day}`);
  return fillPattern(locale.dates.weekdayDate, { weekday, date });
}

/** A moment, as the API writes it, in UTC and to the minute: `20 Nov 2026, 05:03 UTC`. */
export function describeInstant(instant: string, locale: Locale): string {
  const utc = new Date(instant).toISOString(); // throws a RangeError of its own for what is no moment
  return `${describePeriod(utc.slice(0, 10), locale)}, ${utc.slice(11, 16)} UTC`;
}

function periodOf(written: string): Period {
  const period = readPeriod(written);
  if (!period) throw new RangeError(`not a period: ${written}`);
  return period;
}

function patternOf({ frequency }: Period, { dates }: Locale, width: PeriodWidth): string {
  const isShort = width === "short";
  switch (frequency) {
    case "D":
      if (isShort) return dates.dayMonth;
      return width === "long" ? dates.dayMonthYearLong : dates.dayMonthYear;
    case "W":
      return isShort ? dates.week : dates.weekYear;
    case "M":
      if (isShort) return "{shortAlone}";
      return width === "long" ? dates.monthYearLong : dates.monthYear;
    case "Q":
      return isShort ? dates.quarter : dates.quarterYear;
    case "S":
      return isShort ? dates.half : dates.halfYear;
    case "A":
      return "{y}";
  }
}

function partsOf({ start, frequency }: Period, locale: Locale): Record<string, string> {
  const month = Number(start.slice(5, 7));
  const n = numberInYear(start, frequency, month);
  return {
    // A week belongs to the year of its Thursday, which its first day may not be in.
    y: formatPeriod(start, frequency).slice(0, 4),
    d: String(Number(start.slice(8))),
    n: String(n),
    roman: ["", "I", "II", "III", "IV"][n] ?? "",
    short: locale.monthsShort[month - 1] ?? "",
    long: locale.monthsLong[month - 1] ?? "",
    shortAlone: locale.monthsShortAlone[month - 1] ?? "",
    longAlone: locale.monthsLongAlone[month - 1] ?? "",
  };
}

/** Which week, quarter or half-year of its year. */
function numberInYear(start: string, frequency: Period["frequency"], month: number): number {
  if (frequency === "W") return Number(formatPeriod(start, "W").slice(-2));
  return frequency === "S" ? Math.ceil(month / 6) : Math.ceil(month / 3);
}
