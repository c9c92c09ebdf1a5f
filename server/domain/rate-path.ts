import { type Method, methods } from "../contract/rate.ts";

/** A published series of a pair of currencies. */
export interface PairSeries {
  seriesId: number;
  /** `FX/D.USD.KGS.MARKET` */
  series: string;
  frequency: string;
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
  method: Method;
  legs: readonly PathLeg[];
}

/**
 * The path from base to quote: the source with the lowest rank that has one, and of equals the one with the more direct
 * path: the published pair first, then its inverse, then the cross through the source's pivot. Daily series only, unless
 * the source has none for the pair. Null when no source has a path: a rate is never guessed.
 */
export function findPath(
  pairs: readonly PairSeries[],
  base: string,
  quote: string,
): RatePath | null {
  const candidates = bySource(pairs).flatMap((own) => {
    const daily = own.filter(({ frequency }) => frequency === "D");
    const path = pathWithin(daily, base, quote) ?? pathWithin(own, base, quote);
    return path ? [{ path, rank: own[0]?.rank ?? 0 }] : [];
  });
  candidates.sort(
    (a, b) =>
      a.rank - b.rank ||
      methods.indexOf(a.path.method) - methods.indexOf(b.path.method) ||
      (a.path.source < b.path.source ? -1 : 1),
  );
  return candidates[0]?.path ?? null;
}

function pathWithin(own: readonly PairSeries[], base: string, quote: string): RatePath | null {
  const direct = findLeg(own, base, quote);
  const source = own[0]?.source ?? "";
  if (direct) return { source, method: direct.inverted ? "inverse" : "published", legs: [direct] };
  const pivot = own[0]?.pivot;
  if (!pivot) return null;
  const legs = [findLeg(own, base, pivot), findLeg(own, pivot, quote)];
  const [first, second] = legs;
  return first && second ? { source, method: "cross", legs: [first, second] } : null;
}

function findLeg(own: readonly PairSeries[], base: string, quote: string): PathLeg | null {
  const published = own.find((pair) => pair.base === base && pair.quote === quote);
  if (published) return { pair: published, inverted: false };
  const inverse = own.find((pair) => pair.base === quote && pair.quote === base);
  return inverse ? { pair: inverse, inverted: true } : null;
}

/** The pairs of each source. */
function bySource(pairs: readonly PairSeries[]): PairSeries[][] {
  const groups = new Map<string, PairSeries[]>();
  for (const pair of pairs) groups.set(pair.source, [...(groups.get(pair.source) ?? []), pair]);
  return [...groups.values()];
}
