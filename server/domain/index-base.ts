import type { Frequency, Period } from "../contract/period.ts";
import type { DatedValue } from "./derived-value.ts";

/** Days between which periods begin; null where there is no bound. */
export interface DaySpan {
  start: string | null;
  end: string | null;
}

/** True when a period that begins on `day` is in the span. */
export function isWithin(day: string, { start, end }: DaySpan): boolean {
  return (start === null || day >= start) && (end === null || day <= end);
}

/** The first value in the span, the base of an index where none was asked for; null where there is none. */
export function firstValueWithin<T extends DatedValue>(
  observations: readonly T[],
  span: DaySpan,
): T | null {
  return observations.find(({ period, value }) => value !== null && isWithin(period, span)) ?? null;
}

/**
 * The value of a named period of a series of this frequency; null where there is none. The period may also be named by
 * its first day, but not by another frequency's: January of 2026 is not its first day.
 */
export function valueOf<T extends DatedValue>(
  observations: readonly T[],
  frequency: Frequency,
  named: Period,
): T | null {
  if (named.frequency !== frequency && named.frequency !== "D") return null;
  return observations.find(({ period, value }) => value !== null && period === named.start) ?? null;
}
