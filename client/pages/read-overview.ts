import type { Observations } from "../../server/contract/observation.ts";
import { addDays } from "../../server/contract/period.ts";
import type { Currencies, Rate } from "../../server/contract/rate.ts";
import type { Source } from "../../server/contract/source.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import type { Language } from "../../server/contract/language.ts";
import { currencies, dollar } from "./central-asia.ts";
import { columnOf } from "./comparison-asks.ts";
import { chooseBase, type IndexBase } from "./comparison-plan.ts";
import { inForceDays, sinceInForce } from "./in-force.ts";
import { yearsBefore } from "./time-span.ts";

/** The latest rates (`1 USD = …`), by currency, and who says so. */
export interface LatestReading {
  perDollar: Rate[];
  names: Record<string, string>;
  currencies: Currencies["currencies"];
  sources: Source[];
}

/** The value of each currency in dollars as an index, and the day on which it is 100. */
export interface IndexReading {
  base: IndexBase;
  answers: Record<string, Observations>;
}

/** Reads what the overview says of the present. A currency without a rate is left out. */
export async function readLatest(lang: Language, signal: AbortSignal): Promise<LatestReading> {
  const [perDollar, known, { sources }] = await Promise.all([
    latestPerDollar(signal),
    get("currencies", {}, { lang }, signal),
    get("sources", {}, { lang }, signal),
  ]);
  const names = Object.fromEntries(known.currencies.map(({ code, name }) => [code, name]));
  return { perDollar, names, currencies: known.currencies, sources };
}

/** A database that has no rate at all answers that it has none: that is no failure. */
async function latestPerDollar(signal: AbortSignal): Promise<Rate[]> {
  const query = { base: dollar, quotes: currencies.join(",") };
  try {
    return (await get("latestRates", {}, query, signal)).rates;
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === "no-rate") return [];
    throw error;
  }
}

/**
 * The year before each rate, by currency, and as many days more as hold the rate that was in force when it began.
 * Published rates come in one table; a rate that no source publishes comes alone.
 */
export async function readYears(
  rates: readonly Rate[],
  signal: AbortSignal,
): Promise<Record<string, Observations>> {
  const newest = newestDay(rates);
  if (newest === "") return {};
  // Of a source that is late, the year ends earlier; one that stopped long ago is not waited for.
  const oldest = rates.map(({ date }) => date).reduce((a, b) => (a < b ? a : b));
  const first = yearsBefore(oldest > yearsBefore(newest, 1) ? oldest : newest, 1);
  const query = { start: addDays(first, -inForceDays), end: newest };
  const published = rates.filter(({ method }) => method === "published");
  const others = rates.filter(({ method }) => method !== "published");
  const [table, ...answers] = await Promise.all([
    published.length > 0
      ? get("aligned", {}, { series: published.map(seriesOf).join(","), ...query }, signal)
      : null,
    ...others.map(({ base, quote, source }) =>
      get("pairObservations", { pair: `${base}-${quote}` }, { ...query, source }, signal),
    ),
  ]);
  const columns = published.map(({ quote }, i) => [quote, table && columnOf(table, i)] as const);
  const pairs = others.map(({ quote }, i) => [quote, answers[i] ?? null] as const);
  return Object.fromEntries(
    [...columns, ...pairs].flatMap(([quote, one]) => (one ? [[quote, one]] : [])),
  );
}

/** The value of the currencies in dollars since the first day of this year on which all have a rate, or each its first; null where none has one. */
export async function readIndex(
  rates: readonly Rate[],
  years: Record<string, Observations>,
  signal: AbortSignal,
): Promise<IndexReading | null> {
  const start = yearsBefore(newestDay(rates), 1);
  const within = Object.entries(years).map(([quote, year]) => {
    const observations = sinceInForce(year.observations, start);
    return [quote, { ...year, observations }] as const;
  });
  const year = new Map(within);
  // Each panel tells of one currency: it may begin at 100 on a day of its own.
  const base = chooseBase(year, "D", null) ?? chooseBase(year, "D", start);
  if (base === null) return null;
  const answers = await Promise.all(
    rates.flatMap(({ base: dollars, quote, source }) => {
      const own = base.each.get(quote);
      if (own === undefined) return [];
      const query = { start: own, units: "index" as const, base: own, source };
      const pair = `${quote}-${dollars}`;
      const answer = get("pairObservations", { pair }, query, signal);
      return [answer.then((one) => [quote, one] as const)];
    }),
  );
  return { base, answers: Object.fromEntries(answers) };
}

/** The newest day of some rates; empty where there is none. */
export function newestDay(rates: readonly Rate[]): string {
  return rates.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), "");
}

/** The stored series that a published rate is of. */
const seriesOf = ({ legs }: Rate) => legs[0]?.series ?? "";
