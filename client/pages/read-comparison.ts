import { type Frequency, lastDayOf, readPeriod } from "../../server/contract/period.ts";
import type { Observations } from "../../server/contract/observation.ts";
import type { Currencies } from "../../server/contract/rate.ts";
import type { Source } from "../../server/contract/source.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import type { Language } from "../../server/contract/language.ts";
import { asOfQuery } from "./as-of.ts";
import { type ComparedSeries, comparedPair, comparedStored, pairOfId } from "./compared-series.ts";
import { type Ask, asksOf, type ComparisonWish, readAsk } from "./comparison-asks.ts";
import {
  chooseBase,
  commonFrequency,
  type IndexBase,
  rangeFor,
  transformOf,
} from "./comparison-plan.ts";
import { leadingSpan, withoutLead, withoutLeadAsked } from "./leading-days.ts";
import { spanOf, type TimeSpan } from "./time-span.ts";
import type { View } from "./view.ts";
import type { As } from "./view-values.ts";

/** The series that an address names, and those that there are not. */
export interface Lineup {
  series: ComparedSeries[];
  missing: { id: string; problem: ApiProblem }[];
  currencies: Currencies["currencies"];
  sources: Source[];
}

/** Which series, as they were known on a day (null is now). */
interface LineupWish {
  ids: readonly string[];
  asof: string | null;
  language: Language;
}

/** Series with their values, told alike. */
export interface Comparison {
  lineup: Lineup;
  view: View;
  as: As;
  common: Frequency;
  /** The days between which values are asked for. */
  span: TimeSpan;
  base: IndexBase | null;
  /** By id; a series that could not be told so is not in it. */
  answers: ReadonlyMap<string, Observations>;
  /** Ids of those whose last period is not over: shown as so far, or left out of what compares periods. */
  unfinished: readonly string[];
  asks: readonly Ask[];
}

/** Reads what the ids name. What there is not is told beside the rest; any other failure is thrown. */
export async function readLineup(
  { ids, asof, language: lang }: LineupWish,
  signal: AbortSignal,
): Promise<Lineup> {
  const [{ currencies }, { sources }] = await Promise.all([
    get("currencies", {}, { lang }, signal),
    get("sources", {}, { lang }, signal),
  ]);
  const query = { lang, ...asOfQuery({ asof }) };
  const read = await Promise.all(
    ids.map((id) =>
      readOne(id, query, currencies, signal).catch((error: unknown) => absence(id, error)),
    ),
  );
  const series = read.filter((one): one is ComparedSeries => "entity" in one);
  const missing = read.filter((one): one is Lineup["missing"][number] => "problem" in one);
  return { series, missing, currencies, sources };
}

/** Reads the values of a lineup as the view tells them. */
export async function readComparison(
  lineup: Lineup,
  view: View,
  signal: AbortSignal,
): Promise<Comparison> {
  const { series } = lineup;
  const [as, common] = [transformOf(series, view), commonFrequency(series, view)];
  const lastDay =
    series
      .map((one) => one.lastDay)
      .sort()
      .at(-1) ?? "";
  const span = spanOf({ ...view, range: rangeFor(common, view) }, lastDay);
  const wish: ComparisonWish = { as, common, span, base: null, view };
  const isIndex = as === "index" || as === "pct";
  const lead = leadingSpan(wish, view);
  const asks = asksOf(series, { ...wish, span: isIndex ? withBase(lead, view) : lead });
  const read = await readAll(asks, signal);
  const first = lead === span ? read : withoutLead(read, span);
  const known = { lineup, view, as, common, span };
  if (!isIndex) {
    const shown = lead === span ? asks : withoutLeadAsked(asks, first, span);
    return { ...known, base: null, asks: shown, ...finished(first, series, as) };
  }
  const base = chooseBase(first, common, view.base);
  if (!base) return { ...known, base, asks: [], answers: new Map(), unfinished: [] };
  const isEarlier = lead !== span && base.period < (span.start ?? "");
  const from = isEarlier ? { ...span, start: base.period } : span;
  const told = asksOf(series, { ...wish, span: from, base: base.each });
  return { ...known, base, asks: told, ...finished(await readAll(told, signal), series, as) };
}

/** A base before the span is looked for where it is. */
function withBase(span: TimeSpan, { base }: View): TimeSpan {
  const outside = base !== null && span.start !== null && base < span.start;
  return outside ? { ...span, start: base } : span;
}

async function readAll(asks: readonly Ask[], signal: AbortSignal) {
  return new Map((await Promise.all(asks.map((ask) => readAsk(ask, signal)))).flat());
}

/** Leaves a period that is not over out of what compares periods. */
function finished(
  answers: ReadonlyMap<string, Observations>,
  series: readonly ComparedSeries[],
  as: As,
): Pick<Comparison, "answers" | "unfinished"> {
  const open = series.filter(({ id, lastDay }) => isUnfinished(answers.get(id), lastDay));
  const unfinished = open.map(({ id }) => id);
  if (as === "level") return { answers, unfinished };
  const cut = ([id, answer]: readonly [string, Observations]) =>
    [
      id,
      unfinished.includes(id)
        ? { ...answer, observations: answer.observations.slice(0, -1) }
        : answer,
    ] as const;
  return { answers: new Map([...answers].map(cut)), unfinished };
}

/** True where the last value is a provisional aggregate of a period that goes on after the last day observed. */
function isUnfinished(answer: Observations | undefined, lastDay: string): boolean {
  const last = answer?.observations.at(-1);
  if (last?.count === undefined || last.status !== "P") return false;
  const period = readPeriod(last.period);
  return period !== null && lastDayOf(period) > lastDay;
}

async function readOne(
  id: string,
  query: { lang: Language; asOf?: string },
  currencies: Currencies["currencies"],
  signal: AbortSignal,
): Promise<ComparedSeries> {
  const pair = pairOfId(id);
  if (pair) {
    const parts = { pair: `${pair.base}-${pair.quote}` };
    return comparedPair(
      pair,
      await get("pairObservations", parts, { last: "1", ...query }, signal),
      currencies,
    );
  }
  const [code = "", key = ""] = id.split("/");
  const [series, dataset] = await Promise.all([
    get("series", { dataset: code, key }, query, signal),
    get("dataset", { dataset: code }, query, signal),
  ]);
  return comparedStored(series, dataset, currencies);
}

const absent = ["unknown-series", "unknown-dataset", "no-rate", "not-found", "invalid-query"];

function absence(id: string, error: unknown): Lineup["missing"][number] {
  if (error instanceof ApiProblem && absent.includes(error.kind)) return { id, problem: error };
  throw error;
}
