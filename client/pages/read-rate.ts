import type { Observations } from "../../server/contract/observation.ts";
import {
  addDays,
  formatPeriod,
  type Frequency,
  frequencies,
} from "../../server/contract/period.ts";
import type { Currencies, Rate } from "../../server/contract/rate.ts";
import type { Source } from "../../server/contract/source.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { addressOf, get, type Query } from "../api/get.ts";
import type { Language } from "../../server/contract/language.ts";
import { asOfQuery } from "./as-of.ts";
import { rangeFor } from "./comparison-plan.ts";
import { inForceDays, inForceOn, sinceInForce } from "./in-force.ts";
import { spanOf } from "./time-span.ts";
import type { View } from "./view.ts";

/** Two currencies: units of quote for one of base. */
export interface Pair {
  base: string;
  quote: string;
}

/** Whose rates of a pair are wanted, as they were known when. */
export interface RateWish {
  pair: Pair;
  source: string | null;
  asof: string | null;
  language: Language;
}

/** The latest rate of a pair in both directions, and who says so. */
export interface RateReading {
  pair: Pair;
  there: Rate;
  back: Rate;
  currencies: Currencies["currencies"];
  sources: Source[];
}

/** True where a reading answers what is asked now: the same pair, source and day of knowledge. */
export function isOf(
  read: Pick<RateWish, "pair" | "source" | "asof">,
  { base, quote }: Pair,
  { source, asof }: Pick<RateWish, "source" | "asof">,
): boolean {
  const isOfPair = read.pair.base === base && read.pair.quote === quote;
  return isOfPair && read.source === source && read.asof === asof;
}

/**
 * Reads what stands above the chart; null where the source that is wished for is unknown, or has none of the pair. Throws
 * the `no-rate` problem where no path leads to the pair.
 */
export async function readRate(wish: RateWish, signal: AbortSignal): Promise<RateReading | null> {
  try {
    return await readBoth(wish, signal);
  } catch (error) {
    if (isSourceUnknown(error, wish)) return null;
    throw error;
  }
}

async function readBoth(wish: RateWish, signal: AbortSignal): Promise<RateReading> {
  const { pair, source, language: lang } = wish;
  const { base, quote } = pair;
  const known = { lang, ...asOfQuery(wish) };
  const asked = { ...known, ...(source !== null && { source }) };
  const [there, back, { currencies }, { sources }] = await Promise.all([
    get("latestRates", {}, { base, quotes: quote, ...asked }, signal),
    get("latestRates", {}, { base: quote, quotes: base, ...asked }, signal),
    get("currencies", {}, known, signal),
    get("sources", {}, { lang }, signal),
  ]);
  const [first, second] = [there.rates[0], back.rates[0]];
  if (!first || !second)
    throw new Error(`no rate of ${base}/${quote} in an answer without problem`);
  return { pair, there: first, back: second, currencies, sources };
}

function isSourceUnknown(error: unknown, { source, asof }: RateWish): boolean {
  if (source === null || !(error instanceof ApiProblem)) return false;
  // What was not known on a day is missing for another reason.
  return error.kind === "invalid-query" || (error.kind === "no-rate" && asof === null);
}

/** Whose rates a reading has; where the source is not listed, by its code. */
export function publisherOf({
  sources,
  there,
}: Pick<RateReading, "sources" | "there">): Pick<Source, "name" | "attribution"> {
  const found = sources.find(({ code }) => code === there.source);
  return found ?? { name: there.source, attribution: null };
}

/** The pair as the view turns it. */
export function turned({ base, quote }: Pair, { dir }: Pick<View, "dir">): Pair {
  return dir === "inv" ? { base: quote, quote: base } : { base, quote };
}

/** How often the rates of a reading are published: their series say it. */
export function ownFrequency({ there }: Pick<RateReading, "there">): Frequency {
  const letter = there.legs[0]?.series.split("/")[1]?.[0];
  return frequencies.find((one) => one === letter) ?? "D";
}

/** The period that a rate is of: its day, or its year where it is of one. */
export function periodOfRate(rate: Rate, frequency: Frequency): string {
  return formatPeriod(rate.date, frequency);
}

/** The frequency that a view shows: the reader's, unless the rates come more rarely. */
export function shownFrequency(reading: Pick<RateReading, "there">, { freq }: View): Frequency {
  const own = ownFrequency(reading);
  const chosen = frequencies.find((one) => one.toLowerCase() === freq);
  return chosen && frequencies.indexOf(chosen) > frequencies.indexOf(own) ? chosen : own;
}

/** The query of exactly what a view shows; the source is named even where it was not chosen. */
export function observationQuery(reading: RateReading, view: View) {
  const frequency = shownFrequency(reading, view);
  const range = rangeFor(frequency, view);
  const { start, end } = spanOf({ ...view, range }, reading.there.date);
  const isCoarser = frequency !== ownFrequency(reading);
  const aggregate = view.agg === "eop" ? "eop" : "avg";
  return {
    ...(start !== null && { start }),
    ...(end !== null && { end }),
    ...(isCoarser && ({ frequency, aggregate } as const)),
    ...transformQuery(view),
    source: reading.there.source,
    ...asOfQuery(view),
  } satisfies Query<"pairObservations">;
}

/** Per cent since the base are what an index has above 100. */
function transformQuery({ as, base }: View) {
  if (as === "yoy") return { units: "yoy" as const };
  if (as !== "index" && as !== "pct") return {};
  return { units: "index" as const, ...(base !== null && { base }) };
}

/** Reads the observations of a view: a range of days begins with the rate that was in force on its first day. */
export async function readRates(
  reading: RateReading,
  view: View,
  signal: AbortSignal,
): Promise<Observations> {
  const parts = { pair: pairText(turned(reading.pair, view)) };
  const query: Query<"pairObservations"> = observationQuery(reading, view);
  const { start, units, base: _, ...rest } = query;
  if (start === undefined || !isRange(reading, view))
    return get("pairObservations", parts, query, signal);
  const lead = addDays(start, -inForceDays);
  if (units !== "index") {
    const answer = await get("pairObservations", parts, { ...query, start: lead }, signal);
    return { ...answer, observations: sinceInForce(answer.observations, start) };
  }
  // An index is told against its first value, which must be found first.
  const before = { ...rest, start: lead, end: start };
  const { observations } = await get("pairObservations", parts, before, signal);
  const first = inForceOn(observations, start)?.period ?? start;
  return get("pairObservations", parts, { ...query, start: first }, signal);
}

/** True where a view shows days up to the last, and not between two that were named. */
const isRange = (reading: RateReading, view: View) =>
  view.from === null && view.to === null && shownFrequency(reading, view) === "D";

/** The address of exactly what a view shows, as JSON or as a file; `first` is the first period shown. */
export function addressOfRates(
  reading: RateReading,
  view: View,
  format: "csv" | "json",
  first?: string,
): string {
  const pair = pairText(turned(reading.pair, view));
  const as = format === "csv" ? { format } : {};
  const query: Query<"pairObservations"> = observationQuery(reading, view);
  const { start } = query;
  const isEarlier = isRange(reading, view) && first !== undefined && first < (start ?? "");
  const from = isEarlier ? { start: first } : {};
  const told = view.as === "pct" ? { units: "pcb" as const } : {};
  return addressOf("pairObservations", { pair }, { ...query, ...from, ...told, ...as });
}

const pairText = ({ base, quote }: Pair) => `${base}-${quote}`;
