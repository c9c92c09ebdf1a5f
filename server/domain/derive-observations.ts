import { type Aggregation, hasBase, type Transform } from "../contract/derivation.ts";
import { formatPeriod, type Frequency, type Period } from "../contract/period.ts";
import { aggregate } from "./aggregate.ts";
import type { DerivedValue } from "./derived-value.ts";
import { type DaySpan, firstValueWithin, isWithin, valueOf } from "./index-base.ts";
import { KursError } from "./kurs-error.ts";
import type { DatedValue } from "./path-rates.ts";
import { transform } from "./transform.ts";

/** What is told of observations, and which of them. */
interface Selection extends DaySpan {
  /** Of what is told: the series' own or coarser. */
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

/** What a series says of itself that counts when it is derived. */
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
