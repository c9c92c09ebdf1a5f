/** The frequencies of SDMX that Kurs keeps, finest first. */
export const frequencies = ["D", "W", "M", "Q", "S", "A"] as const;
export type Frequency = (typeof frequencies)[number];

/** A calendar span: its first day (`YYYY-MM-DD`) and how long it lasts. */
export interface Period {
  start: string;
  frequency: Frequency;
}

const dayMs = 86_400_000;
const monthsIn: Record<"M" | "Q" | "S" | "A", number> = { M: 1, Q: 3, S: 6, A: 12 };

/** The written forms, as SDMX has them, with `2026M08` and `2026H2` as some agencies write. */
const forms: readonly (readonly [RegExp, (parts: string[]) => Period | null])[] = [
  [
    /^(\d{4})-(\d{2})-(\d{2})$/,
    ([year, month, day]) => calendarDay(Number(year), Number(month), Number(day)),
  ],
  [/^(\d{4})-?W(\d{2})$/, ([year, week]) => isoWeek(Number(year), Number(week))],
  [/^(\d{4})-(\d{2})$/, ([year, month]) => yearPart(Number(year), Number(month), "M")],
  [/^(\d{4})-?M(\d{1,2})$/, ([year, month]) => yearPart(Number(year), Number(month), "M")],
  [/^(\d{4})-?Q([1-4])$/, ([year, quarter]) => yearPart(Number(year), Number(quarter), "Q")],
  [/^(\d{4})-?[SH]([12])$/, ([year, half]) => yearPart(Number(year), Number(half), "S")],
  [/^(\d{4})$/, ([year]) => yearPart(Number(year), 1, "A")],
];

/**
 * Reads any written form of a period (`2026-08-21`, `2026-W34`, `2026-08`, `2026-Q3`, `2026-S2`, `2026`); null when it
 * is none or impossible.
 */
export function readPeriod(text: string): Period | null {
  // There was no year 0, and Postgres knows none.
  if (text.startsWith("0000")) return null;
  for (const [form, read] of forms) {
    const match = form.exec(text);
    if (match) return read(match.slice(1));
  }
  return null;
}

/** Writes the period of this frequency that begins on `start`, as SDMX does. */
export function formatPeriod(start: string, frequency: Frequency): string {
  const year = start.slice(0, 4);
  const month = Number(start.slice(5, 7));
  switch (frequency) {
    case "D":
      return start;
    case "W":
      return formatWeek(start);
    case "M":
      return start.slice(0, 7);
    case "Q":
      return `${year}-Q${(month + 2) / 3}`;
    case "S":
      return `${year}-S${month === 1 ? 1 : 2}`;
    case "A":
      return year;
  }
}

/** The last day of the period, `YYYY-MM-DD`. */
export function lastDayOf({ start, frequency }: Period): string {
  if (frequency === "D") return start;
  if (frequency === "W") return addDays(start, 6);
  const [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  return isoDay(utc(year, month + monthsIn[frequency], 0));
}

/** True when `day` is a day on which a period of this frequency begins. */
export function beginsPeriod(day: string, frequency: Frequency): boolean {
  if (frequency === "D") return true;
  if (frequency === "W") return weekdayOf(day) === 1;
  return day.endsWith("-01") && (Number(day.slice(5, 7)) - 1) % monthsIn[frequency] === 0;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * dayMs);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** The calendar day, in UTC, of a moment given in milliseconds since 1970. */
export function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Milliseconds of a UTC calendar day; years below 100 are themselves, not 19xx. */
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** Monday is 1, Sunday is 7. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7;
}

function calendarDay(year: number, month: number, day: number): Period | null {
  const start = isoDay(utc(year, month, day));
  const real = Number(start.slice(5, 7)) === month && Number(start.slice(8)) === day;
  return real ? { start, frequency: "D" } : null;
}

function yearPart(year: number, part: number, frequency: "M" | "Q" | "S" | "A"): Period | null {
  const month = (part - 1) * monthsIn[frequency] + 1;
  return month >= 1 && month <= 12 ? { start: isoDay(utc(year, month, 1)), frequency } : null;
}

/** ISO 8601: week 1 is the week that holds 4 January. */
function isoWeek(year: number, week: number): Period | null {
  const fourth = isoDay(utc(year, 1, 4));
  const start = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  return week >= 1 &&
    formatWeek(start) === `${String(year).padStart(4, "0")}-W${String(week).padStart(2, "0")}`
    ? { start, frequency: "W" }
    : null;
}

/** A week belongs to the year that holds its Thursday. */
function formatWeek(monday: string): string {
  const thursday = addDays(monday, 3);
  const week = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, "0")}`;
}
