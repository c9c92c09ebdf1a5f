import type { Dated } from "./gaps.ts";

/** The first, last, lowest and highest of observations that have a value, oldest first; null when none has. */
export function extremesOf<Observation extends Dated>(
  observations: readonly Observation[],
): { first: Observation; last: Observation; low: Observation; high: Observation } | null {
  const seen = observations.filter(({ value }) => value !== null);
  const [first] = seen;
  const last = seen.at(-1);
  if (!first || !last) return null;
  const value = (observation: Observation) => observation.value ?? 0;
  return {
    first,
    last,
    low: seen.reduce((low, next) => (value(next) < value(low) ? next : low)),
    high: seen.reduce((high, next) => (value(next) > value(high) ? next : high)),
  };
}
