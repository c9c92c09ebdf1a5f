import type { Observation } from "../../server/contract/observation.ts";
import { addDays } from "../../server/contract/period.ts";

/** How many days before a day the rate may be from that was in force on it, as in the API. */
export const inForceDays = 14;

/** The last observation on or before a day, and at most a fortnight before it. */
export function inForceOn(
  observations: readonly Observation[],
  day: string,
): Observation | undefined {
  const earliest = addDays(day, -inForceDays);
  return observations.findLast(
    ({ period, value }) => value !== null && period <= day && period >= earliest,
  );
}

/** The observations of a span of days that begins on `day`: from the one that was in force on it. */
export function sinceInForce(observations: readonly Observation[], day: string): Observation[] {
  const start = inForceOn(observations, day)?.period ?? day;
  return observations.filter(({ period }) => period >= start);
}
