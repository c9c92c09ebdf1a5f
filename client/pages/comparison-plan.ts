import {
  daysBetween,
  frequencies,
  type Frequency,
  readPeriod,
} from "../../server/contract/period.ts";
import type { Aggregation } from "../../server/contract/derivation.ts";
import type { Observations } from "../../server/contract/observation.ts";
import { byText } from "../format/by-text.ts";
import type { ComparedSeries } from "./compared-series.ts";
import type { View } from "./view.ts";
import { type As, type Range, ranges } from "./view-values.ts";

/** Levels where all series have one unit, else an index; what the reader chose wins. */
export function transformOf(series: readonly ComparedSeries[], { as }: Pick<View, "as">): As {
  if (as !== null) return as;
  return new Set(series.map(({ unit }) => unit)).size > 1 ? "index" : "level";
}

const asked: Record<NonNullable<View["freq"]>, Frequency> = {
  d: "D",
  w: "W",
  m: "M",
  q: "Q",
  a: "A",
};

/**
 * The frequency that all can be told in: the lowest of their own, or the lower one that the reader chose. Surveys are
 * told only as they were taken, and have no say; where there is nothing else, it is the lowest of theirs.
 */
export function commonFrequency(
  series: readonly Pick<ComparedSeries, "frequency" | "kind">[],
  { freq }: Pick<View, "freq">,
): Frequency {
  const plain = series.filter(({ kind }) => kind !== "survey");
  const ranks = (plain.length > 0 ? plain : series).map(({ frequency }) => rankOf(frequency));
  const chosen = freq === null || plain.length === 0 ? 0 : rankOf(asked[freq]);
  return frequencies[Math.max(chosen, 0, ...ranks)] ?? "D";
}

/** The frequency of one of the series in a comparison of this frequency. */
export function frequencyOf(
  { kind, frequency }: Pick<ComparedSeries, "kind" | "frequency">,
  common: Frequency,
): Frequency {
  return kind === "survey" ? frequency : common;
}

/** How a series becomes coarser: as the reader chose where that makes sense, else by its kind; null where it does not. */
export function aggregationOf(
  series: Pick<ComparedSeries, "kind" | "frequency" | "pair">,
  common: Frequency,
  { agg }: Pick<View, "agg">,
): Aggregation | null {
  if (series.kind === "survey" || series.frequency === common) return null;
  const maySum = series.kind === "flow" || series.kind === "stock";
  if (agg !== null && (agg !== "sum" || maySum)) return agg;
  return series.kind === "flow" ? "sum" : "avg";
}

/** The ranges in which a comparison of this frequency can show more than a point or two. */
export function rangesFor(common: Frequency): Range[] {
  const short: Partial<Record<Frequency, readonly Range[]>> = {
    W: ["1m"],
    M: ["1m", "3m", "6m", "ytd"],
    Q: ["1m", "3m", "6m", "1y", "ytd"],
    S: ["1m", "3m", "6m", "1y", "ytd"],
    A: ["1m", "3m", "6m", "1y", "ytd"],
  };
  return ranges.filter((range) => !short[common]?.includes(range));
}

/** The range that is shown: the reader's, or where it is too short for the frequency, all there is. */
export function rangeFor(common: Frequency, { range }: Pick<View, "range">): Range {
  return rangesFor(common).includes(range) ? range : "max";
}

/** What an index is told against: the period that is 100 for most, and for each series by its id. */
export interface IndexBase {
  period: string;
  each: ReadonlyMap<string, string>;
  /** The ids of those that have nothing on it, and begin at 100 later. */
  late: readonly string[];
}

/**
 * The period that is 100: the reader's, or the first on which all have a value. A series that has nothing there takes its
 * next value: one of another frequency, and one that is too short to be the measure of the others. Null where no period
 * suits all.
 */
export function chooseBase(
  levels: ReadonlyMap<string, Pick<Observations, "frequency" | "observations">>,
  common: Frequency,
  wanted: string | null,
): IndexBase | null {
  const peers = [...levels.values()].filter(({ frequency }) => frequency === common);
  const start = readPeriod(wanted ?? sharedPeriod(peers) ?? "")?.start;
  if (start === undefined) return null;
  const each = new Map<string, string>();
  for (const [id, { observations }] of levels) {
    const found = observations.find(
      ({ period, value }) => value !== null && (readPeriod(period)?.start ?? "") >= start,
    );
    if (found) each.set(id, found.period);
  }
  const period = [...each.values()].sort(byStart)[0];
  if (period === undefined) return null;
  const late = [...each].filter(([, own]) => startOf(own) !== startOf(period)).map(([id]) => id);
  return { period, each, late };
}

type Levels = Pick<Observations, "observations">;

/** The first period of which all long ones say something, and which leaves nobody behind; undefined where there is none. */
function sharedPeriod(all: readonly Levels[]): string | undefined {
  const long = longOnes(all);
  const last = all.flatMap(({ observations }) => {
    const found = observations.findLast(({ value }) => value !== null);
    return found ? startOf(found.period) : [];
  });
  return (long[0]?.observations ?? [])
    .map(({ period }) => period)
    .filter((period) => last.every((end) => startOf(period) <= end))
    .find((period) => long.every((one) => one.observations.some(isAt(period))));
}

/** All but those that have a tenth of the time of the longest, as of a new source: they would hide what the others did. */
function longOnes<One extends Levels>(all: readonly One[]): readonly One[] {
  const lengths = all.map(({ observations }) => {
    const seen = observations.filter(({ value }) => value !== null);
    return daysBetween(startOf(seen[0]?.period ?? ""), startOf(seen.at(-1)?.period ?? ""));
  });
  const longest = Math.max(0, ...lengths.filter(Number.isFinite));
  const long = all.filter((_, i) => (lengths[i] ?? 0) * 10 >= longest);
  // Where only one is left, there would be nothing to compare.
  return long.length > 1 ? long : all;
}

const rankOf = (frequency: Frequency) => frequencies.indexOf(frequency);
const startOf = (period: string) => readPeriod(period)?.start ?? "";
const byStart = (a: string, b: string) => byText(startOf(a), startOf(b));
const isAt = (wanted: string) => (one: { period: string; value: number | null }) =>
  one.period === wanted && one.value !== null;
