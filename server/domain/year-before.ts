import { daysBetween, type Frequency } from "../contract/period.ts";
import type { DatedValue } from "./derived-value.ts";

/** How old a daily or weekly value may be when it stands in for the day asked for. */
const carryDays = 14;

/**
 * For each observation, given oldest first, the position of the value of a year before: that of the same calendar date
 * (28 February for the 29th), or the newest before it, not over 14 days older, of days and weeks; else of the very
 * period. Minus one where there is none.
 */
export function positionsYearBefore(
  observations: readonly DatedValue[],
  frequency: Frequency,
): number[] {
  const oldest = frequency === "D" || frequency === "W" ? carryDays : 0;
  let next = 0;
  let newest = -1;
  return observations.map(({ period }) => {
    const day = dayYearBefore(period);
    for (let one = observations[next]; one && one.period <= day; one = observations[++next]) {
      if (one.value !== null) newest = next;
    }
    const found = observations[newest];
    return found && daysBetween(found.period, day) <= oldest ? newest : -1;
  });
}

function dayYearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, "0");
  return day.endsWith("-02-29") ? `${year}-02-28` : year + day.slice(4);
}
