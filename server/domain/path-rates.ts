import type { Status } from "../contract/observation.ts";
import { addDays } from "../contract/period.ts";
import { decimalsOf, invertRate, type Quantity, quantity, roundCross } from "./derive-rate.ts";
import type { RatePath } from "./rate-path.ts";

/** What a source said of a day. */
export interface DatedValue {
  /** First day of the period. */
  period: string;
  /** Decimal text; null where the source says that there is no figure. */
  value: string | null;
  status: Status;
}

/** A figure: what a source said of a day, with a value. */
type DatedFigure = DatedValue & { value: string };

/** A rate on a day: as it is told, and unrounded, to reckon with. */
export interface DerivedRate {
  date: string;
  rate: string;
  decimals: number;
  quantity: Quantity;
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

/** How old a leg may be when it stands in for a day without a publication. */
const carryDays = 14;

/** What stands on each day that all legs of a path speak of, oldest first. `values` holds each leg's observations, oldest first. */
export function ratesAlong(
  path: RatePath,
  values: readonly (readonly DatedValue[])[],
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
 * rate is then the older leg's day's. Null when a leg has no figure or too old a one.
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

function rateOf(path: RatePath, legs: readonly DatedValue[]): DerivedRate | MissingRate {
  if (legs.every(isFigure)) return deriveRate(path, legs);
  const silent = legs.find((leg) => !isFigure(leg));
  return { date: silent?.period ?? "", rate: null, status: silent?.status ?? "M" };
}

function isFigure(dated: DatedValue): dated is DatedFigure {
  return dated.value !== null;
}

function deriveRate(path: RatePath, legs: readonly DatedFigure[]): DerivedRate {
  const factors = legs.map(({ value }, i) =>
    path.legs[i]?.inverted ? quantity("1").div(quantity(value)) : quantity(value),
  );
  const product = factors.reduce((a, b) => a.times(b), quantity("1"));
  const rate = roundRate(path, product, legs);
  const date = legs.map(({ period }) => period).sort()[0] ?? "";
  return {
    date,
    rate,
    decimals: decimalsOf(rate),
    quantity: product,
    status: leastSure(legs),
    legs,
  };
}

/** Forecast, estimated, provisional, of low reliability, after a break, normal. */
const sureness: readonly Status[] = ["F", "E", "P", "U", "B"];

function leastSure(legs: readonly DatedValue[]): Status {
  return sureness.find((status) => legs.some((leg) => leg.status === status)) ?? "A";
}

function roundRate({ method }: RatePath, rate: Quantity, legs: readonly DatedFigure[]): string {
  const [first] = legs;
  if (method === "published" && first) return first.value;
  if (method === "inverse" && first) return invertRate(first.value);
  return roundCross(
    rate,
    legs.map(({ value }) => value),
  );
}
