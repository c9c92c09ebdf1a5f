import type { RowProblem } from "../contract/import-report.ts";
import { formatMove, fromOne, ratioOf } from "./rate-doubts.ts";

/** The newest rate of a series, and since when it is the same. Decimal text. */
export interface UnchangedRate {
  series: string;
  line: number;
  value: string;
  since: string;
  period: string;
}

/**
 * A rate beside another source's of the same pair and day, of all days the one on which they are farthest apart.
 * Decimal text.
 */
export interface RateBesideOther {
  series: string;
  line: number;
  period: string;
  value: string;
  otherSeries: string;
  otherValue: string;
  /** On how many days of the file the two are that far apart. */
  days: number;
}

/** A run of equal rates in a file, and whether it may go on before the file. */
interface Run {
  from: string;
  to: string;
  isOpen: boolean;
}

const mostWorkingDays = 10;
/** As a share, so far may two sources be apart before anything is said. */
export const mostApart = 0.03;

const dayMs = 86_400_000;
/** The first Monday of days counted from 1970, which began on a Thursday, is 29 December 1969. */
const daysToMonday = 3;

/** Whether a run is long enough to be told, or would be together with what is stored before it. */
export function mayBeLong({ from, to, isOpen }: Run): boolean {
  return isOpen || workingDays(from, to) > mostWorkingDays;
}

/** A notice of a rate that has stayed the same for more than ten working days: perhaps nobody feeds it; else null. */
export function judgeUnchanged(rate: UnchangedRate): RowProblem | null {
  const { series, line, value, since, period } = rate;
  const days = workingDays(since, period);
  if (days <= mostWorkingDays) return null;
  const message = `${series} is ${value} since ${since}, for ${days} working days: is it stale?`;
  return { line, column: null, text: value, code: "unchanged", severity: "notice", message };
}

/** A notice of a rate that is over 3 % away from that of another source; else null. */
export function judgeBesideOther(rate: RateBesideOther): RowProblem | null {
  const { series, line, period, value, otherSeries, otherValue, days } = rate;
  const ratio = ratioOf(value, otherValue);
  if (fromOne(ratio).lte(mostApart)) return null;
  const others = days > 1 ? ` On ${days} days of the file they are over 3 % apart.` : "";
  const message = `${series} on ${period}, ${value}, is ${formatMove(ratio)} away from ${otherSeries}, ${otherValue}.${others}`;
  return { line, column: null, text: value, code: "other-source", severity: "notice", message };
}

/** How many working days, Monday to Friday, are after the one day and not after the other; both as `YYYY-MM-DD`. */
export function workingDays(after: string, until: string): number {
  return weekdaysUntil(until) - weekdaysUntil(after);
}

/** Monday to Friday from a Monday long ago to the end of the day. */
function weekdaysUntil(day: string): number {
  const days = Date.parse(day) / dayMs + daysToMonday + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}
