import type { Aggregation } from "../contract/derivation.ts";
import type { Frequency } from "../contract/period.ts";
import { aggregate } from "./aggregate.ts";
import { mostDecimals } from "./decimal.ts";
import type { DatedValue, DerivedValue } from "./derived-value.ts";
import { type DerivedRate, type MissingRate, ratesAlong } from "./path-rates.ts";
import type { RatePath } from "./rate-path.ts";
import { targetPeriod } from "./target-period.ts";

/** How the rates of a pair are made coarser. */
interface Coarsening {
  to: Frequency;
  method: Aggregation;
  /** The UTC day on which it is asked. */
  today: string;
}

/** The rates along a path as observations of the pair. */
export function ratesAsValues(rates: readonly (DerivedRate | MissingRate)[]): DerivedValue[] {
  return rates.map(({ date, rate, status, ...more }) =>
    "exact" in more
      ? { period: date, value: rate, status, exact: more.exact }
      : { period: date, value: rate, status },
  );
}

/**
 * All rates along a path, oldest first, made coarser. A mean is made of each leg in the direction in which it is
 * published, over the days that all legs have, and turned round or crossed then: the mean of inverses is another
 * number. First, last, least and greatest are among the pair's own rates: the least inverse is that of the greatest
 * rate.
 */
export function coarsenRates(
  path: RatePath,
  rates: readonly (DerivedRate | MissingRate)[],
  { to, method, today }: Coarsening,
): DerivedValue[] {
  const coarsening = { from: path.frequency, to, method, today };
  if (method === "avg") return meanRates(path, rates, coarsening);
  const own = ratesAsValues(rates);
  const exactOf = new Map(
    own.map(({ period, value, exact }) => [
      `${targetPeriod(period, path.frequency, to)} ${value ?? ""}`,
      exact,
    ]),
  );
  return aggregate(own, { ...coarsening, decimals: 0 }).map((coarse) => {
    const exact = exactOf.get(`${coarse.period} ${coarse.value ?? ""}`);
    return exact ? { ...coarse, exact } : coarse;
  });
}

function meanRates(
  path: RatePath,
  rates: readonly (DerivedRate | MissingRate)[],
  coarsening: Coarsening & { from: Frequency },
): DerivedValue[] {
  const legs = path.legs.map((_, i) => {
    const values = rates.map((rate) => legOf(rate, i));
    const decimals = mostDecimals(values.map(({ value }) => value));
    return aggregate(values, { ...coarsening, decimals });
  });
  const counts = new Map(legs[0]?.map(({ period, count }) => [period, count]));
  return ratesAsValues(ratesAlong(path, legs)).map((coarse) => ({
    ...coarse,
    count: counts.get(coarse.period) ?? 0,
  }));
}

/** What stands behind a rate in one leg; of a day for which any leg has no figure, that there is none. */
function legOf(rate: DerivedRate | MissingRate, i: number): DatedValue {
  const missing = { period: rate.date, value: null, status: rate.status };
  return rate.rate === null ? missing : (rate.legs[i] ?? missing);
}
