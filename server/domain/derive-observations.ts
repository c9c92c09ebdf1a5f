import { type Aggregation, hasBase, type Transform } from "../contract/derivation.ts";
import { formatPeriod, type Frequency, type Period } from "../contract/period.ts";
import { aggregate } from "./aggregate.ts";
import { type DaySpan, firstValueWithin, isWithin, valueOf } from "./index-base.ts";
import { KursError } from "./kurs-error.ts";
import type { DatedValue, DerivedValue } from "./derived-value.ts";
import { transform } from "./transform.ts";

/** Which observations are asked for, and by which transform. */
interface Selection extends DaySpan {
  /** Of the answer: the series' own, or a coarser one. */
  frequency: Frequency;
  units: Transform;
  /** The period that is 100, with `index`; null for the first value in the span. */
  base: Period | null;
  /** Only the last so many of the span. */
  last: number | null;
  order: "asc" | "desc";
}

/** A selection, and how the series is made coarser first where it is to be. */
interface Derivation extends Selection {
  aggregate: Aggregation;
}

/** What derivation has to know of a series. */
interface Measure {
  frequency: Frequency;
  decimals: number;
}

/**
 * What is asked of a whole series, given oldest first: made coarser, transformed, cut to the span and to the last, and
 * put in order. Throws a KursError of kind `invalid-query` when `base` names no value.
 */
export function deriveObservations(
  observations: readonly DatedValue[],
  { frequency: from, decimals }: Measure,
  asked: Derivation,
  today: string,
): DerivedValue[] {
  const { frequency: to, aggregate: method } = asked;
  const coarse =
    from === to ? observations : aggregate(observations, { from, to, method, decimals, today });
  return selectDerived(coarse, asked);
}

/**
 * Likewise of observations that have the frequency asked for: rates of a pair, say, whose legs were made coarser one by
 * one in the direction in which they are published.
 */
export function selectDerived(
  observations: readonly DerivedValue[],
  asked: Selection,
): DerivedValue[] {
  const { units, frequency, last, order } = asked;
  const base = hasBase(units) ? findBase(observations, asked) : null;
  const within = transform(observations, { units, frequency, base }).filter(({ period }) =>
    isWithin(period, asked),
  );
  const newest = last === null ? within : within.slice(-last);
  return order === "desc" ? newest.toReversed() : newest;
}

function findBase(
  observations: readonly DerivedValue[],
  { base, frequency, ...span }: Selection,
): DerivedValue | null {
  if (!base) return firstValueWithin(observations, span);
  const found = valueOf(observations, frequency, base);
  if (found) return found;
  const message = `base: there is no value for ${formatPeriod(base.start, base.frequency)}`;
  throw new KursError("invalid-query", message, { errors: [{ parameter: "base", message }] });
}
