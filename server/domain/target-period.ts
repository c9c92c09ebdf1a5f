import { addDays, daysBetween, type Frequency, lastDayOf } from "../contract/period.ts";

/**
 * The first day of the period of frequency `to` that takes in the period of frequency `from` which begins on `start`.
 * A week goes to the period that holds its Thursday. `to` is not finer than `from`.
 */
export function targetPeriod(start: string, from: Frequency, to: Frequency): string {
  return periodOn(from === "W" ? addDays(start, 3) : start, to);
}

/** The first day of the period of this frequency that holds the day. */
export function periodOn(day: string, frequency: Frequency): string {
  switch (frequency) {
    case "D":
      return day;
    case "W":
      return addDays(day, -daysSinceMonday(day));
    case "M":
      return `${day.slice(0, 7)}-01`;
    case "Q":
      return firstMonth(day, 3);
    case "S":
      return firstMonth(day, 6);
    case "A":
      return `${day.slice(0, 4)}-01-01`;
  }
}

/** The first day of the period after the one that begins on `start`. */
export function nextPeriod(start: string, frequency: Frequency): string {
  return addDays(lastDayOf({ start, frequency }), 1);
}

function daysSinceMonday(day: string): number {
  const days = daysBetween("1970-01-05", day) % 7;
  return days < 0 ? days + 7 : days;
}

function firstMonth(day: string, monthsEach: number): string {
  const month = Number(day.slice(5, 7)) - 1;
  const first = month - (month % monthsEach) + 1;
  return `${day.slice(0, 5)}${String(first).padStart(2, "0")}-01`;
}
