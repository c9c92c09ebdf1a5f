import type { Observations } from "../../server/contract/observation.ts";
import type { Currencies, Rate } from "../../server/contract/rate.ts";
import type { Source } from "../../server/contract/source.ts";
import { addressOf, get } from "../api/get.ts";
import type { Language } from "../strings/strings.ts";
import { spanOf } from "./time-span.ts";
import type { View } from "./view.ts";

/** Two currencies: units of quote for one of base. */
export interface Pair {
  base: string;
  quote: string;
}

/** The latest rate of a pair in both directions, and who says so. */
export interface RateReading {
  pair: Pair;
  there: Rate;
  back: Rate;
  currencies: Currencies["currencies"];
  sources: Source[];
}

/** Reads what stands above the chart; throws the `no-rate` problem where no path leads to the pair. */
export async function readRate(
  pair: Pair,
  lang: Language,
  signal: AbortSignal,
): Promise<RateReading> {
  const { base, quote } = pair;
  const [there, back, known, { sources }] = await Promise.all([
    get("latestRates", {}, { base, quotes: quote, lang }, signal),
    get("latestRates", {}, { base: quote, quotes: base, lang }, signal),
    get("currencies", {}, { lang }, signal),
    get("sources", {}, { lang }, signal),
  ]);
  const [first, second] = [there.rates[0], back.rates[0]];
  if (!first || !second)
    throw new Error(`no rate of ${base}/${quote} in an answer without problem`);
  return { pair, there: first, back: second, currencies: known.currencies, sources };
}

/** The pair as the view turns it. */
export function turned({ base, quote }: Pair, { dir }: View): Pair {
  return dir === "inv" ? { base: quote, quote: base } : { base, quote };
}

/** The query of exactly what a view shows. */
export function observationQuery({ there }: RateReading, view: View) {
  const { start, end } = spanOf(view, there.date);
  return {
    ...(start !== null && { start }),
    ...(end !== null && { end }),
    source: there.source,
  };
}

/** Reads the observations of a view. */
export async function readRates(
  reading: RateReading,
  view: View,
  signal: AbortSignal,
): Promise<Observations> {
  const pair = pairText(turned(reading.pair, view));
  return get("pairObservations", { pair }, observationQuery(reading, view), signal);
}

/** The address of the file with exactly what a view shows. */
export function fileAddress(reading: RateReading, view: View, format: "csv" | "json"): string {
  const pair = pairText(turned(reading.pair, view));
  return addressOf("pairObservations", { pair }, { ...observationQuery(reading, view), format });
}

const pairText = ({ base, quote }: Pair) => `${base}-${quote}`;
