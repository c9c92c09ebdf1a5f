import { daysBetween } from "../contract/period.ts";
import type { Conversion, Leg, Rate } from "../contract/rate.ts";
import { changeBetween, percentBetween } from "../domain/derive-rate.ts";
import { exact, type Wire } from "../domain/exact-json.ts";
import type { LatestRate } from "../domain/latest-rate.ts";
import { unrounded } from "../domain/path-rates.ts";

/** A pair, and the day on which it is asked. */
interface Asked {
  base: string;
  quote: string;
  day: string;
}

/** What rates and conversions tell alike of the rate behind them. */
export function describeBasis(
  { path, newest }: LatestRate,
  day: string,
): Wire<Pick<Conversion, "rate" | "decimals" | "date" | "ageDays" | "method" | "legs" | "source">> {
  return {
    rate: exact(newest.rate),
    decimals: newest.decimals,
    date: newest.date,
    ageDays: daysBetween(newest.date, day),
    method: path.method,
    legs: path.legs.map(({ pair }, i): Wire<Leg> => {
      const { value = "", period = "" } = newest.legs[i] ?? {};
      const { series, base, quote } = pair;
      return { series, base, quote, rate: exact(value), date: period };
    }),
    source: path.source,
  };
}

/** A rate as the API tells it, with the change since the publication before. */
export function describeRate(latest: LatestRate, { base, quote, day }: Asked): Wire<Rate> {
  const { path, newest, previous } = latest;
  const before = previous && unrounded(previous);
  const now = unrounded(newest);
  return {
    base,
    quote,
    ...describeBasis(latest, day),
    previous: previous && { rate: exact(previous.rate), date: previous.date },
    change: before && exact(changeBetween(before, now, path.method === "published")),
    changePercent: before && exact(percentBetween(before, now)),
  };
}
