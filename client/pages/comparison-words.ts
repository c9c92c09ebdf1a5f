import type { Observation, Observations } from "../../server/contract/observation.ts";
import type { Frequency } from "../../server/contract/period.ts";
import { extremesOf } from "../chart/extremes.ts";
import { type Dated, periodMs } from "../chart/gaps.ts";
import { withCapital } from "../format/capital.ts";
import { type Change, formatChange } from "../format/change.ts";
import { formatPointDifference } from "../format/difference.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { dollar } from "./central-asia.ts";
import { currencyOf } from "./compared-series.ts";
import {
  type ComparedLine,
  hasValues,
  isLogRefused,
  toldName,
  unitWords,
} from "./comparison-lines.ts";
import { aggregationOf, frequencyOf } from "./comparison-plan.ts";
import { changeSinceBase, changeText, comparedText, verbOf } from "./comparison-value.ts";
import { valueChange } from "./indicator-value.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";

/** What is shown: the transform with its base, whose value it is, how values were made coarser, and of which time. */
export function subtitleOf(comparison: Comparison, reader: Reader): string {
  const parts = [transformWords(comparison, reader), directionWords(comparison, reader.texts)];
  const { scale, view } = comparison.view;
  const isLog = scale === "log" && view === "chart" && !isLogRefused(comparison);
  const log = isLog ? reader.texts["scale.logNote"] : "";
  return [...parts, ...coarseWords(comparison, reader.texts), log, spanWords(comparison, reader)]
    .filter((part) => part !== "")
    .reduce((told, part) => (told === "" ? part : fillText("{told}. {part}", { told, part })), "");
}

function transformWords({ as, base, lineup, answers }: Comparison, { texts, locale }: Reader) {
  const period = base === null ? "" : describePeriod(base.period, locale);
  if (as === "index") return fillText(texts["compare.asIndex"], { period });
  if (as === "pct") return fillText(texts["compare.asPct"], { period });
  if (as === "yoy") return texts["compare.asYoy"];
  const units = lineup.series.flatMap((series) => {
    const answer = answers.get(series.id);
    return answer ? unitWords(series, answer, texts) : [];
  });
  const [unit, ...others] = new Set(units);
  return others.length === 0 ? (unit ?? "") : texts["compare.asUnits"];
}

/** From the first period that is shown to the last; empty where none is. */
function spanWords({ answers }: Comparison, { locale }: Reader): string {
  const [first, last] = endsOf([...answers.values()].flatMap(({ observations }) => observations));
  return first === "" ? "" : describeSpan(first, last, locale);
}

/** Of rates told as changes: whose value they are. */
function directionWords({ as, view, lineup }: Comparison, texts: Strings): string {
  const pairs = lineup.series.flatMap(({ pair }) => pair ?? []);
  if (as === "level" || pairs.length === 0) return "";
  if (view.dir === "quote") return texts["compare.valueOfLocal"];
  const ofDollar = pairs.every(({ base, quote }) => base === dollar || quote === dollar);
  return texts[ofDollar ? "compare.priceOfDollar" : "compare.priceOfOther"];
}

/** `Monthly mean of daily rates`, once for each way in which values were made coarser. */
function coarseWords({ lineup, common, view }: Comparison, texts: Strings): string[] {
  const told = lineup.series.flatMap((series) => {
    const how = aggregationOf(series, common, view);
    if (how === null || how === "min" || how === "max" || how === "first") return [];
    const what = series.kind === "rate" ? "rates" : "values";
    return fillText(texts[`made.${how}`], {
      each: texts[`each.${common}`],
      what: texts[`made.${what}${letterOf(series.frequency)}`],
    });
  });
  return [...new Set(told)];
}

type Finer = Exclude<Frequency, "A">;
const letterOf = (frequency: Frequency): Finer => (frequency === "A" ? "S" : frequency);

/** What a reader must know to read the lines right. */
export function notesOf(comparison: Comparison, { texts, locale }: Reader): string[] {
  const { base, as, unfinished, common, view } = comparison;
  const told = comparison.lineup.series.map((one) => ({
    ...one,
    name: toldName(one, comparison, texts),
  }));
  const nameOf = (id: string) => told.find((one) => one.id === id)?.name ?? id;
  const late = (base?.late ?? []).map((id) =>
    fillText(texts["compare.late"], {
      name: nameOf(id),
      period: describePeriod(base?.period ?? "", locale),
      own: describePeriod(base?.each.get(id) ?? "", locale),
    }),
  );
  // A chart says itself which of its points are so far.
  const isSaid = as === "level" && view.view === "chart";
  const open = isSaid ? [] : told.filter(({ id }) => unfinished.includes(id));
  const under = open.map(({ name, lastDay }) =>
    fillText(texts[as === "level" ? "compare.soFar" : "compare.leftOut"], {
      name,
      day: describePeriod(lastDay, locale),
    }),
  );
  const empty = told.filter(({ id }) => !hasValues(comparison, id));
  const coarse = told.filter((one) => frequencyOf(one, common) !== common);
  return [
    ...late,
    ...under,
    ...empty.map(({ name }) => fillText(texts["compare.empty"], { name })),
    ...coarse.map(({ name }) => fillText(texts["compare.survey"], { name })),
    ...(isNominal(comparison) ? [texts["compare.nominal"]] : []),
  ].map(withCapital);
}

/** True where values in several currencies are compared: prices rose at different paces. */
function isNominal({ lineup }: Comparison): boolean {
  const found = lineup.series.flatMap((one) => currencyOf(one, lineup.currencies) ?? []);
  return new Set(found).size > 1;
}

/** One observation of a line in words: for the eye, and for a screen reader. */
export function describeValue(
  { id, name, label }: ComparedLine,
  { period, value }: Dated,
  comparison: Comparison,
  { locale, texts }: Reader,
): { text: string; spoken: string } {
  const { answers, lineup, as } = comparison;
  const answer = answers.get(id);
  const series = lineup.series.find((one) => one.id === id);
  const found = answer?.observations.find((one) => one.period === period);
  if (!answer || !series || !found || value === null) return { text: "", spoken: "" };
  const number = comparedText(found, answer, series, as, locale);
  const unit = as === "level" ? unitWords(series, answer, texts) : "";
  const change = changeSinceBase(found.value, as, locale);
  const join = (parts: readonly string[], mark: string) =>
    parts.filter((part) => part !== "").join(mark);
  const when = describePeriod(period, locale);
  return {
    text: join([when, label, join([number, unit], " "), change ? changeText(change) : ""], " · "),
    spoken: join([when, name, join([number, unit], " "), change?.spoken ?? ""], ", "),
  };
}

/** `Kyrgyz som: from 20 Nov 2025 to 20 Nov 2026 down from 100.0 to 99.9 (−0.12%).`, for each line. */
export function summaryOf(
  comparison: Comparison,
  lines: readonly ComparedLine[],
  { locale, texts }: Reader,
): string {
  const { answers, as, lineup } = comparison;
  const sentences = lines.map(({ id, name }) => {
    const answer = answers.get(id);
    const series = lineup.series.find((one) => one.id === id);
    const found = answer && extremesOf(answer.observations);
    if (!found || !series) return "";
    const { first, last } = found;
    const change = changeIn(comparison, answer, first, last, locale);
    const printed = (one: typeof last) => comparedText(one, answer, series, as, locale);
    const told = fillText(texts[`summary.series${verbOf(change, first, last)}`], {
      name,
      from: describePeriod(first.period, locale),
      to: describePeriod(last.period, locale),
      first: printed(first),
      last: printed(last),
      change: changeText(change),
    });
    return withCapital(told);
  });
  return sentences.join(" ");
}

function changeIn(
  { as }: Comparison,
  answer: Observations,
  first: Observation,
  last: Observation,
  locale: Reader["locale"],
): Change {
  if (as === "level") return valueChange(first, last, answer, locale);
  const compare = as === "yoy" ? formatPointDifference : formatChange;
  return compare(first.value, last.value, locale);
}

/** The first and the last moment of some lines, in milliseconds UTC, with the periods that they are of. */
export function spanOfLines(lines: readonly Pick<ComparedLine, "observations">[]) {
  const [first, last] = endsOf(lines.flatMap(({ observations }) => observations));
  return { first, last, span: [periodMs(first), periodMs(last)] as const };
}

/** The first and the last period of which something is said; empty where there is none. */
function endsOf(observations: readonly { period: string }[]): [string, string] {
  const periods = observations
    .map(({ period }) => period)
    .sort((a, b) => periodMs(a) - periodMs(b));
  return [periods[0] ?? "", periods.at(-1) ?? ""];
}
