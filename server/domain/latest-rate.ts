import { type DatedFigure, type DerivedRate, newestRate, ratesAlong } from "./path-rates.ts";
import type { RatePath } from "./rate-path.ts";

/** The newest rate along a path, and the one of the publication before. */
export interface LatestRate {
  path: RatePath;
  newest: DerivedRate;
  previous: DerivedRate | null;
}

/** What the newest figures of the legs say: a rate, that there is none, or that earlier figures have to be read. */
type Outcome = LatestRate | "none" | "earlier";

/**
 * The newest rate along a path and the one of the day before it that all legs have. `figures` holds the newest of each
 * leg, oldest first; a leg with fewer than `asked` has no others. "earlier" when figures before these may tell more.
 */
export function latestRate(
  path: RatePath,
  figures: readonly (readonly DatedFigure[])[],
  asked: number,
): Outcome {
  const newest = newestRate(path, figures);
  if (!newest) return "none";
  const earlier = figures.map((leg) => leg.filter(({ period }) => period < newest.date));
  const previous = ratesAlong(path, earlier).findLast(
    (rate): rate is DerivedRate => rate.rate !== null,
  );
  if (previous) return { path, newest, previous };
  const isAll = (leg: readonly DatedFigure[]) => leg.length < asked;
  const isDecided =
    figures.every(isAll) || figures.some((leg, i) => isAll(leg) && earlier[i]?.length === 0);
  return isDecided ? { path, newest, previous: null } : "earlier";
}
