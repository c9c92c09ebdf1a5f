import type { Observation } from "../../server/contract/observation.ts";
import { addDays, daysBetween, readPeriod } from "../../server/contract/period.ts";
import { inForceOn } from "./in-force.ts";
import { monthsBefore } from "./time-span.ts";

/** Two observations between which something moved. */
export interface Move {
  before: Observation;
  now: Observation;
}

/**
 * From the rate that was in force so many months before the last observation to the last one, as the API reckons a year: of
 * that day, or the last before it. Null where nothing that is shown is of those days.
 */
export function moveSince(observations: readonly Observation[], months: number): Move | null {
  const now = observations.findLast(({ value }) => value !== null);
  const day = now && readPeriod(now.period);
  if (!now || day?.frequency !== "D") return null;
  const before = inForceOn(observations, monthsBefore(day.start, months));
  return before && before !== now ? { before, now } : null;
}

/** The largest relative move between two neighbours, the newest of equals; null where nothing moved. */
export function largestMove(observations: readonly Observation[]): Move | null {
  const seen = observations.filter(({ value }) => value !== null && value > 0);
  let largest: Move | null = null;
  let size = 0;
  for (const [i, now] of seen.entries()) {
    const before = seen[i - 1];
    const moved = before ? Math.abs(Math.log((now.value ?? 1) / (before.value ?? 1))) : 0;
    if (!before || moved === 0 || moved < size) continue;
    [largest, size] = [{ before, now }, moved];
  }
  return largest;
}

/** Days around a move within which an event may have to do with it. */
export const nearDays = 14;

/** The event nearest to a move, with its number in the list; null where none is near. */
export function eventNear<Event extends { start: string; end: string | null }>(
  { before, now }: Move,
  events: readonly Event[],
): { event: Event; number: number } | null {
  const [first, last] = [readPeriod(before.period)?.start, readPeriod(now.period)?.start];
  if (!first || !last) return null;
  const [from, to] = [addDays(first, -nearDays), addDays(last, nearDays)];
  const near = events
    .map((event, i) => ({ event, number: i + 1, away: Math.abs(daysBetween(event.start, last)) }))
    .filter(({ event: { start, end } }) => (end ?? start) >= from && start <= to)
    .sort((a, b) => a.away - b.away);
  return near[0] ?? null;
}
