import {
  addDays,
  daysBetween,
  type Frequency,
  lastDayOf,
  readPeriod,
} from "../../server/contract/period.ts";

/** Days that a publisher of each frequency needs between two publications. */
const paces: Record<Exclude<Frequency, "D">, number> = { W: 7, M: 31, Q: 92, S: 184, A: 366 };

/** Daily rates that are late by so many publications are stale; of rarer ones, by one. */
const patience = 2;

/**
 * A source that misses this many publications in a row has stopped: half a year of daily ones, some years of yearly
 * ones.
 */
const givenUp: Record<Frequency, number> = { D: 125, W: 26, M: 9, Q: 5, S: 4, A: 4 };

/** True where so many publications are missing that no more can be expected. */
export function isGivenUp(missed: number, frequency: Frequency): boolean {
  return missed >= givenUp[frequency];
}

/**
 * The publications that are missing since the newest figure, as seen on `today`; 0 while it is as new as can be expected.
 * Daily rates are expected on every weekday that is over, others when the next period is over.
 */
export function missedPublications(period: string, frequency: Frequency, today: string): number {
  const read = readPeriod(period);
  if (!read) return 0;
  if (frequency !== "D") {
    const after = daysBetween(lastDayOf({ ...read, frequency }), today);
    return Math.max(0, Math.floor(after / paces[frequency]) - 1);
  }
  const missed = weekdaysBetween(read.start, today);
  return missed < patience ? 0 : missed;
}

/** Weekdays after one day and before another. */
function weekdaysBetween(from: string, to: string): number {
  const days = Math.max(0, daysBetween(from, to) - 1);
  const weeks = Math.floor(days / 7);
  let count = weeks * 5;
  for (let i = weeks * 7 + 1; i <= days; i += 1) {
    const weekday = new Date(addDays(from, i)).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}
