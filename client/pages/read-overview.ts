import type { Observations } from "../../server/contract/observation.ts";
import type { Currencies, Rate } from "../../server/contract/rate.ts";
import type { Source } from "../../server/contract/source.ts";
import { get } from "../api/get.ts";
import type { Language } from "../strings/strings.ts";
import { currencies, dollar } from "./central-asia.ts";
import { yearsBefore } from "./time-span.ts";

/** The latest rates in both directions, by currency, and who says so. */
export interface LatestReading {
  /** `1 USD = …`, as published. */
  perDollar: Rate[];
  /** `1 KGS = … USD`, inverted by the server. */
  inDollars: Rate[];
  names: Record<string, string>;
  currencies: Currencies["currencies"];
  sources: Source[];
}

/** Reads what the overview says of the present. A currency without a rate is left out. */
export async function readLatest(lang: Language, signal: AbortSignal): Promise<LatestReading> {
  const [perDollar, known, { sources }] = await Promise.all([
    get("latestRates", {}, { base: dollar, quotes: currencies.join(","), lang }, signal),
    get("currencies", {}, { lang }, signal),
    get("sources", {}, { lang }, signal),
  ]);
  const inDollars = await Promise.all(
    perDollar.rates.map(({ quote }) =>
      get("latestRates", {}, { base: quote, quotes: dollar, lang }, signal),
    ),
  );
  return {
    perDollar: perDollar.rates,
    inDollars: inDollars.flatMap(({ rates }) => rates),
    names: Object.fromEntries(known.currencies.map(({ code, name }) => [code, name])),
    currencies: known.currencies,
    sources,
  };
}

/** The year before each rate's day, by currency. */
export async function readYears(
  rates: readonly Rate[],
  signal: AbortSignal,
): Promise<Record<string, Observations>> {
  const years = await Promise.all(
    rates.map(async ({ base, quote, source, date }) => {
      const query = { start: yearsBefore(date, 1), end: date, source };
      const year = await get("pairObservations", { pair: `${base}-${quote}` }, query, signal);
      return [quote, year] as const;
    }),
  );
  return Object.fromEntries(years);
}
