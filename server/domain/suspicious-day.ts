import type { RowProblem } from "../contract/import-report.ts";

/** A day of a file: how many series have a rate of it, and how many of those move by more than 5 %. */
export interface DayOfRates {
  period: string;
  /** The first line that names the day. */
  line: number;
  rates: number;
  moved: number;
}

/** Fewer rates than this say nothing of a day. */
const leastRates = 3;

/**
 * Whether more than a third of a day's rates move by over 5 %: perhaps those of another day, as a warning of its first
 * line; else null.
 */
export function judgeDay({ period, line, rates, moved }: DayOfRates): RowProblem | null {
  if (rates < leastRates || moved * 3 <= rates) return null;
  const message = `${moved} of the ${rates} rates of ${period} move by more than 5 %: are they of another day?`;
  return { line, column: null, text: period, code: "suspicious-day", severity: "warning", message };
}
