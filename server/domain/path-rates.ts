import { addDays } from "../contract/period.ts";
import { decimalsOf, invertRate, type Quantity, quantity, roundCross } from "./derive-rate.ts";
import type { RatePath } from "./rate-path.ts";

/** A figure that a source published for a day. */
export interface DatedValue {
  /** First day of the period. */
  period: string;
  /** Decimal text. */
  value: string;
}

/** A rate on a day: as it is told, and unrounded, to reckon with. */
export interface DerivedRate {
  date: string;
  rate: string;
  decimals: number;
  quantity: Quantity;
  /** The observations it is made of, one a leg, in the published direction. */
  legs: readonly DatedValue[];
}

/** How old a leg may be when it stands in for a day without a publication. */
const carryDays = 14;

/** The rates along a path on each day that all of its legs have, oldest first. `values` holds each leg's observations, oldest first. */
export function ratesAlong(
  path: RatePath,
  values: readonly (readonly DatedValue[])[],
): DerivedRate[] {
  const [first = [], ...others] = values;
  const byDay = others.map((leg) => new Map(leg.map((dated) => [dated.period, dated])));
  return first.flatMap((dated) => {
    const rest = byDay.map((leg) => leg.get(dated.period));
    return rest.every((leg) => leg !== undefined) ? [rateOf(path, [dated, ...rest])] : [];
  });
}

/**
 * The newest rate along a path. Legs of different days are joined when they lie no more than 14 days apart, and the
 * rate is then the older leg's day's. Null when a leg is empty or too old.
 */
export function newestRate(
  path: RatePath,
  values: readonly (readonly DatedValue[])[],
): DerivedRate | null {
  const legs = values.flatMap((leg) => leg.slice(-1));
  if (legs.length < path.legs.length) return null;
  const days = legs.map(({ period }) => period).sort();
  const [oldest = "", newest = ""] = [days[0], days.at(-1)];
  return oldest >= addDays(newest, -carryDays) ? rateOf(path, legs) : null;
}

function rateOf(path: RatePath, legs: readonly DatedValue[]): DerivedRate {
  const factors = legs.map(({ value }, i) =>
    path.legs[i]?.inverted ? quantity("1").div(quantity(value)) : quantity(value),
  );
  const product = factors.reduce((a, b) => a.times(b), quantity("1"));
  const rate = roundRate(path, product, legs);
  const date = legs.map(({ period }) => period).sort()[0] ?? "";
  return { date, rate, decimals: decimalsOf(rate), quantity: product, legs };
}

function roundRate({ method }: RatePath, rate: Quantity, legs: readonly DatedValue[]): string {
  const [first] = legs;
  if (method === "published" && first) return first.value;
  if (method === "inverse" && first) return invertRate(first.value);
  return roundCross(
    rate,
    legs.map(({ value }) => value),
  );
}
