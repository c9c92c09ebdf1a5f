import type { Frequency } from "../../server/contract/period.ts";
import type { AlignedObservations, Observations } from "../../server/contract/observation.ts";
import { addressOf, get, type Query } from "../api/get.ts";
import { localOf } from "./central-asia.ts";
import type { ComparedSeries } from "./compared-series.ts";
import { aggregationOf, frequencyOf } from "./comparison-plan.ts";
import type { Pair } from "./read-rate.ts";
import type { TimeSpan } from "./time-span.ts";
import type { View } from "./view.ts";
import type { As } from "./view-values.ts";

/** What is to be told of some series. */
export interface ComparisonWish {
  as: As;
  common: Frequency;
  span: TimeSpan;
  /** The period that is 100, by id; a series that it lacks is not asked for. Null for what is no index. */
  base: ReadonlyMap<string, string> | null;
  view: Pick<View, "dir" | "agg" | "asof">;
}

/** What decides in which direction a pair is told. */
export type DirectionWish = Pick<ComparisonWish, "as"> & { view: Pick<View, "dir"> };

/** One question to the API, for one pair or for stored series on one axis. */
export type Ask =
  | { name: "pair"; ids: string[]; pair: string; query: Query<"pairObservations"> }
  | { name: "aligned"; ids: string[]; query: Query<"aligned"> };

type Shared = Omit<Query<"pairObservations">, "source" | "lang">;

/** The questions that a comparison takes: one for each pair, one for all stored series that are told alike. */
export function asksOf(series: readonly ComparedSeries[], wish: ComparisonWish): Ask[] {
  const told = series.filter(({ id }) => wish.base === null || wish.base.has(id));
  const tables = new Map<string, Extract<Ask, { name: "aligned" }>>();
  const pairs = told.flatMap((one): Ask[] => {
    const query = sharedQuery(one, wish);
    if (one.pair) return [pairAsk(one.id, one.pair, query, wish)];
    const like = JSON.stringify([query, frequencyOf(one, wish.common)]);
    const ids = [...(tables.get(like)?.ids ?? []), one.id];
    tables.set(like, { name: "aligned", ids, query: { series: ids.join(","), ...query } });
    return [];
  });
  return [...pairs, ...tables.values()];
}

/** The address of what a question gives as it is shown, in one of the API's formats. */
export function addressOfAsk(ask: Ask, as: As, format: "json" | "csv"): string {
  const shown = {
    // What is drawn of an index has a name of its own.
    ...(as === "pct" && { units: "pcb" as const }),
    ...(format === "csv" && { format }),
  };
  return ask.name === "pair"
    ? addressOf("pairObservations", { pair: ask.pair }, { ...ask.query, ...shown })
    : addressOf("aligned", {}, { ...ask.query, ...shown });
}

/** The answers to a question, by id. Throws as `get` does. */
export async function readAsk(
  ask: Ask,
  signal: AbortSignal,
): Promise<readonly (readonly [string, Observations])[]> {
  const [first = ""] = ask.ids;
  if (ask.name === "pair")
    return [[first, await get("pairObservations", { pair: ask.pair }, ask.query, signal)]];
  const table = await get("aligned", {}, ask.query, signal);
  return ask.ids.flatMap((id, column) => {
    const answer = columnOf(table, column);
    return answer ? [[id, answer] as const] : [];
  });
}

/** One column of a table as the answer for a single series: a period of which it says nothing is not in it. */
export function columnOf(
  { periods, series }: AlignedObservations,
  column: number,
): Observations | null {
  const found = series[column];
  if (!found) return null;
  const { values, valueDecimals, statuses, counts, ...head } = found;
  const observations = periods.flatMap((period, i) => {
    const [value, status, count] = [values[i] ?? null, statuses?.[i], counts?.[i]];
    const decimals = valueDecimals?.[i] ?? head.decimals;
    if (value === null && !status) return [];
    return {
      period,
      value,
      ...(status && status !== "A" && { status }),
      ...(typeof count === "number" && { count }),
      ...(value !== null && decimals !== head.decimals && { decimals }),
    };
  });
  return { ...head, observations, next: null };
}

/**
 * The direction in which a pair is told. Of a change the value of the local currency comes first; a level stays as the
 * address names it. The view turns either.
 */
export function toldPair({ base, quote }: Pair, { as, view }: DirectionWish): Pair {
  const local = localOf({ base, quote });
  const isAsNamed = as === "level" || base === local;
  return isAsNamed === (view.dir === "inv") ? { base: quote, quote: base } : { base, quote };
}

function pairAsk(
  id: string,
  pair: NonNullable<ComparedSeries["pair"]>,
  query: Shared,
  wish: ComparisonWish,
): Ask {
  const { base, quote } = toldPair(pair, wish);
  const source = pair.source === null ? {} : { source: pair.source };
  return { name: "pair", ids: [id], pair: `${base}-${quote}`, query: { ...query, ...source } };
}

function sharedQuery(series: ComparedSeries, { as, common, span, base, view }: ComparisonWish) {
  const frequency = frequencyOf(series, common);
  const aggregate = aggregationOf(series, common, view);
  const period = base?.get(series.id);
  return {
    ...(span.start !== null && { start: span.start }),
    ...(span.end !== null && { end: span.end }),
    ...(aggregate !== null && { frequency, aggregate }),
    ...(as === "yoy" && { units: "yoy" as const }),
    ...(period !== undefined && { units: "index" as const, base: period }),
    ...(view.asof !== null && { asOf: view.asof }),
  } satisfies Shared;
}
