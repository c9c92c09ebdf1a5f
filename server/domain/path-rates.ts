import type { Status } from "../contract/observation.ts";
import { addDays } from "../contract/period.ts";
import { decimalsOf } from "./decimal.ts";
import { invertRate, type Quantity, quantity, roundCross } from "./derive-rate.ts";
import type { DatedValue, DerivedValue } from "./derived-value.ts";
import { type Fraction, fractionOf } from "./fraction.ts";
import { leastSure } from "./least-sure.ts";
import type { RatePath } from "./rate-path.ts";

/** A figure: what a source said of a day, with a value. */
export type DatedFigure = DerivedValue & { value: string };

/** A rate on a day: rounded, as it is shown, and exact, to compute with. */
export interface DerivedRate {
  date: string;
  rate: string;
  decimals: number;
  exact: Fraction;
  /** The least sure of the legs'. */
  status: Status;
  /** The observations it is made of, one a leg, in the published direction. */
  legs: readonly DatedFigure[];
}

/** A day for which a leg has no figure. */
export interface MissingRate {
  date: string;
  rate: null;
  status: Status;
}

/** How old a rate may be that stands in for a day without a publication, and the older leg of a cross. */
export const carryDays = 14;

/**
 * The rate of each day for which every leg of the path has an observation, oldest first. `values` holds each leg's
 * observations, oldest first.
 */
export function ratesAlong(
  path: RatePath,
  values: readonly (readonly DerivedValue[])[],
): (DerivedRate | MissingRate)[] {
  const [first = [], ...others] = values;
  const byDay = others.map((leg) => new Map(leg.map((dated) => [dated.period, dated])));
  return first.flatMap((dated) => {
    const rest = byDay.map((leg) => leg.get(dated.period));
    return rest.every((leg) => leg !== undefined) ? [rateOf(path, [dated, ...rest])] : [];
  });
}

/**
 * The newest rate along a path. Legs of different days are joined when they lie no more than 14 days apart, and the
 * rate is then of the older leg's day. Null when a leg has no figure or too old a one.
 */
export function newestRate(
  path: RatePath,
  values: readonly (readonly DatedValue[])[],
): DerivedRate | null {
  const legs = values.flatMap((leg) => leg.filter(isFigure).slice(-1));
  if (legs.length < path.legs.length) return null;
  const days = legs.map(({ period }) => period).sort();
  const [oldest = "", newest = ""] = [days[0], days.at(-1)];
  return oldest >= addDays(newest, -carryDays) ? deriveRate(path, legs) : null;
}

/** The number that a rate was rounded from. */
export function unrounded({ exact: { numerator, denominator } }: DerivedRate): Quantity {
  return quantity(numerator.toString()).div(denominator.toString());
}

function rateOf(path: RatePath, legs: readonly DerivedValue[]): DerivedRate | MissingRate {
  if (legs.every(isFigure)) return deriveRate(path, legs);
  const silent = legs.find((leg) => !isFigure(leg));
  return { date: silent?.period ?? "", rate: null, status: silent?.status ?? "M" };
}

function isFigure(dated: DerivedValue): dated is DatedFigure {
  return dated.value !== null;
}

function deriveRate(path: RatePath, legs: readonly DatedFigure[]): DerivedRate {
  const exact = product(path, legs);
  const rate = roundRate(path, exact, legs);
  return {
    date: legs.map(({ period }) => period).sort()[0] ?? "",
    rate,
    decimals: decimalsOf(rate),
    exact,
    status: leastSure(legs.map(({ status }) => status)),
    legs,
  };
}

/** The product of the legs, those inverted that the path takes against their direction: no digit is lost. */
function product(path: RatePath, legs: readonly DatedFigure[]): Fraction {
  const factors = legs.map(({ value, exact = fractionOf(value) }, i) =>
    path.legs[i]?.inverted ? { numerator: exact.denominator, denominator: exact.numerator } : exact,
  );
  return factors.reduce((one, other) => ({
    numerator: one.numerator * other.numerator,
    denominator: one.denominator * other.denominator,
  }));
}

function roundRate(
  { method }: RatePath,
  { numerator, denominator }: Fraction,
  legs: readonly DatedFigure[],
): string {
  const [first] = legs;
  if (method === "published" && first) return first.value;
  const rate = quantity(numerator.toString()).div(denominator.toString());
  if (method === "inverse" && first) return invertRate(first.value, rate);
  return roundCross(
    rate,
    legs.map(({ value }) => value),
  );
}
