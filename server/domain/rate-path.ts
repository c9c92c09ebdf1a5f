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
  /** The currency that the source quotes against; null when it names none. */
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

/** Through which currency a source without a pivot is crossed first; others follow by code. */
const usualBridges = ["USD", "EUR", "RUB"];

/**
 * Every path from base to quote, the best first: daily rates before those of longer periods; then the source with the
 * lowest rank; of equals the more direct path: the published pair, its inverse, the cross through the source's pivot,
 * or, where it names none, the crosses through whatever gives both legs: USD, EUR, RUB, then by code. A path is of one
 * source and one frequency, and of a source that has a daily path no other counts. Empty when there is none, and for a
 * currency in itself: a rate is never guessed.
 */
export function findPaths(pairs: readonly PairSeries[], base: string, quote: string): RatePath[] {
  if (base === quote) return [];
  const candidates = groups(pairs).flatMap((own) => pathsWithin(own, base, quote));
  const daily = new Set(candidates.filter(isDaily).map(({ source }) => source));
  const counting = candidates.filter((path) => isDaily(path) || !daily.has(path.source));
  return counting.sort(
    (a, b) =>
      Number(isDaily(b)) - Number(isDaily(a)) ||
      a.rank - b.rank ||
      frequencies.indexOf(a.frequency) - frequencies.indexOf(b.frequency) ||
      methods.indexOf(a.method) - methods.indexOf(b.method) ||
      compareCodes(a.source, b.source),
  );
}

/** The source's own row for the pair, where it has one, and its crosses, where both legs are others. */
function pathsWithin(own: readonly PairSeries[], base: string, quote: string): RatePath[] {
  const [first] = own;
  if (!first) return [];
  const { source, rank, frequency } = first;
  const paths: RatePath[] = [];
  const direct = findLeg(own, base, quote);
  if (direct) {
    const method = direct.inverted ? "inverse" : "published";
    paths.push({ source, rank, frequency, method, legs: [direct] });
  }
  for (const bridge of bridgesOf(own, first.pivot)) {
    if (bridge === base || bridge === quote) continue;
    const there = findLeg(own, base, bridge);
    const on = findLeg(own, bridge, quote);
    if (there && on) paths.push({ source, rank, frequency, method: "cross", legs: [there, on] });
  }
  return paths;
}

/**
 * The currencies through which a source's pairs may be crossed, the first to try first. Its other pairs do not count.
 */
function bridgesOf(own: readonly PairSeries[], pivot: string | null): string[] {
  if (pivot !== null) return [pivot];
  const quoted = new Set(own.flatMap(({ base, quote }) => [base, quote]));
  const others = [...quoted].filter((code) => !usualBridges.includes(code));
  return [...usualBridges, ...others.sort(compareCodes)];
}

const isDaily = ({ frequency }: RatePath) => frequency === "D";

function compareCodes(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
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
    const group = found.get(name);
    if (group) group.push(pair);
    else found.set(name, [pair]);
  }
  return [...found.values()];
}
