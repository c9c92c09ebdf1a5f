import { frequencies, type Frequency } from "../contract/period.ts";
import { type Method, methods } from "../contract/rate.ts";

/** A published series of a pair of currencies. */
export interface PairSeries {
  seriesId: number;
  /** `FX/D.USD.KGS.MARKET` */
  series: string;
  frequency: Frequency;
  base: string;
  quote: string;
  source: string;
  rank: number;
  /** The currency that the source quotes against; null when it is not told. */
  pivot: string | null;
}

/** A leg of a path: `inverted` when the walk goes against the published direction. */
export interface PathLeg {
  pair: PairSeries;
  inverted: boolean;
}

/** How a pair is reached from what one source publishes. */
export interface RatePath {
  source: string;
  rank: number;
  frequency: Frequency;
  method: Method;
  legs: readonly PathLeg[];
}

/**
 * Every path from base to quote, the best first: daily rates before those of longer periods; then the source with the
 * lowest rank; of equals the more direct path: the published pair, its inverse, the cross through the source's pivot. A
 * path is of one source and one frequency. Empty when there is none: a rate is never guessed.
 */
export function findPaths(pairs: readonly PairSeries[], base: string, quote: string): RatePath[] {
  const candidates = groups(pairs).flatMap((own) => pathWithin(own, base, quote) ?? []);
  return candidates.sort(
    (a, b) =>
      Number(a.frequency !== "D") - Number(b.frequency !== "D") ||
      a.rank - b.rank ||
      frequencies.indexOf(a.frequency) - frequencies.indexOf(b.frequency) ||
      methods.indexOf(a.method) - methods.indexOf(b.method) ||
      (a.source < b.source ? -1 : 1),
  );
}

function pathWithin(own: readonly PairSeries[], base: string, quote: string): RatePath | null {
  const [first] = own;
  if (!first) return null;
  const { source, rank, frequency, pivot } = first;
  const direct = findLeg(own, base, quote);
  if (direct) {
    return {
      source,
      rank,
      frequency,
      method: direct.inverted ? "inverse" : "published",
      legs: [direct],
    };
  }
  const there = pivot && findLeg(own, base, pivot);
  const on = pivot && findLeg(own, pivot, quote);
  return there && on ? { source, rank, frequency, method: "cross", legs: [there, on] } : null;
}

function findLeg(own: readonly PairSeries[], base: string, quote: string): PathLeg | null {
  const published = own.find((pair) => pair.base === base && pair.quote === quote);
  if (published) return { pair: published, inverted: false };
  const inverse = own.find((pair) => pair.base === quote && pair.quote === base);
  return inverse ? { pair: inverse, inverted: true } : null;
}

/** The pairs of each source and frequency. */
function groups(pairs: readonly PairSeries[]): PairSeries[][] {
  const found = new Map<string, PairSeries[]>();
  for (const pair of pairs) {
    const name = `${pair.frequency} ${pair.source}`;
    found.set(name, [...(found.get(name) ?? []), pair]);
  }
  return [...found.values()];
}
