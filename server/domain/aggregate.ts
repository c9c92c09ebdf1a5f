import type { Aggregation } from "../contract/derivation.ts";
import type { Frequency } from "../contract/period.ts";
import { aggregateValues } from "./aggregate-values.ts";
import { leastSure } from "./least-sure.ts";
import type { DatedValue, DerivedValue } from "./derived-value.ts";
import { nextPeriod, periodOn, targetPeriod } from "./target-period.ts";

/** How a series is made coarser. */
interface Coarsening {
  from: Frequency;
  /** Coarser than `from`. */
  to: Frequency;
  method: Aggregation;
  /** Decimals of the series, to which means are rounded. */
  decimals: number;
  /** The UTC day on which it is asked. */
  today: string;
}

/** What was observed in one target period. */
interface Bucket {
  period: string;
  figures: (DatedValue & { value: string })[];
}

/**
 * How many values the first and the last target period need, to be part of the answer. Of months and longer: all of
 * them.
 */
const leastCounts: Record<Frequency, Partial<Record<Frequency, number>>> = {
  D: { W: 4, M: 17, Q: 52, S: 104, A: 208 },
  W: { M: 3, Q: 10, S: 20, A: 39 },
  M: { Q: 3, S: 6, A: 12 },
  Q: { S: 2, A: 4 },
  S: { A: 2 },
  A: {},
};

/**
 * A whole series, oldest first, made coarser: each target period from its first to its last is there, null with status
 * `M` where it has no value, or where it lacks a month, quarter or half-year. The first and the last are left out when
 * they have too little; the one that holds today is told as far as it goes, as provisional.
 */
export function aggregate(
  observations: readonly DatedValue[],
  coarsening: Coarsening,
): DerivedValue[] {
  const { from, to, today } = coarsening;
  const current = targetPeriod(periodOn(today, from), from, to);
  const needed = leastCounts[from][to] ?? 1;
  const buckets = fillBuckets(observations, from, to);
  const isTold = ({ period, figures }: Bucket, i: number) =>
    (i > 0 && i < buckets.length - 1) || figures.length >= needed || period === current;
  return buckets
    .filter(isTold)
    .map((bucket) => summarise(bucket, bucket.period === current, needed, coarsening));
}

function fillBuckets(
  observations: readonly DatedValue[],
  from: Frequency,
  to: Frequency,
): Bucket[] {
  const buckets: Bucket[] = [];
  for (const observation of observations) {
    const target = targetPeriod(observation.period, from, to);
    if (buckets.length === 0) buckets.push({ period: target, figures: [] });
    for (let last = buckets.at(-1); last && last.period < target; last = buckets.at(-1)) {
      buckets.push({ period: nextPeriod(last.period, to), figures: [] });
    }
    const { value } = observation;
    if (value !== null) buckets.at(-1)?.figures.push({ ...observation, value });
  }
  return buckets;
}

function summarise(
  { period, figures }: Bucket,
  isCurrent: boolean,
  needed: number,
  { from, method, decimals }: Coarsening,
): DerivedValue {
  const count = figures.length;
  const maySkip = from === "D" || from === "W" || isCurrent;
  if (count === 0 || (count < needed && !maySkip)) {
    return { period, value: null, status: "M", count };
  }
  const values = figures.map(({ value }) => value);
  const statuses = inputsOf(figures, method).map(({ status }) => status);
  const status = leastSure(isCurrent ? [...statuses, "P"] : statuses);
  return { period, ...aggregateValues(values, method, decimals), status, count };
}

/** What the aggregated value depends on: of a first or last value that value alone. */
function inputsOf(figures: readonly DatedValue[], method: Aggregation): readonly DatedValue[] {
  if (method === "first") return figures.slice(0, 1);
  return method === "eop" ? figures.slice(-1) : figures;
}
