/** A rate of a series on a day; decimal text. */
export interface PlacedRate {
  period: string;
  value: string;
  /** Null where it is stored already and the file does not change it. */
  line: number | null;
}

/** A daily rate that an import brings, among the rates beside it as they are after the import. */
export interface SurroundedRate extends PlacedRate {
  line: number;
  series: string;
  base: string;
  quote: string;
  /** Whether the source is an authority that pegs the one currency to the other at that time. */
  officialPeg: boolean;
  /** The rates before it, the nearest first, as many as `reach`; fewer only where the series begins. */
  former: readonly PlacedRate[];
  /** The rates after it, the nearest first, as many as `reach`; fewer only where the series ends. */
  later: readonly PlacedRate[];
}

/** So many rates on either side are evidence for what a rate should be. */
export const reach = 10;

/** A longer run of rates at another level is no run of slips, but how things are from then on, or were. */
export const longestSlip = 5;

/** Within this share of each other, two rates are at one level. */
const oneLevel = 0.2;

/** Whether a rate is at the level of another. */
export function isOneLevel({ value }: { value: string }, other: { value: string }): boolean {
  // Asked twenty times of each rate that moves; a level is no figure, so that a double will do.
  return Math.abs(Number(value) / Number(other.value) - 1) <= oneLevel;
}

/** A rate, and those of the file that follow it at its level, as far as they are seen. */
export function runFrom(rate: SurroundedRate): PlacedRate[] {
  return [rate, ...leading(rate.later, (other) => other.line !== null && isOneLevel(other, rate))];
}

/**
 * The rates of the file at the level of the one before this, where the series begins with them, in their order; empty
 * where there is something else before them, or more than is seen.
 */
export function openingBefore({ former }: SurroundedRate): PlacedRate[] {
  const [before] = former;
  if (!before || former.length === reach) return [];
  const run = leading(former, (other) => other.line !== null && isOneLevel(other, before));
  return run.length === former.length ? run.toReversed() : [];
}

/** Those at the head of a list of which something holds. */
export function leading<Item>(items: readonly Item[], holds: (item: Item) => boolean): Item[] {
  const end = items.findIndex((item) => !holds(item));
  return items.slice(0, end === -1 ? items.length : end);
}
