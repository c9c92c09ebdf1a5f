import type { Observations } from "../../server/contract/observation.ts";
import { entitySlot } from "../chart/entity-slot.ts";
import { logRefused } from "../chart/log-axis.ts";
import type { FigureLine } from "../components/line-picture.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import type { ComparedSeries } from "./compared-series.ts";
import { dollar, localOf } from "./central-asia.ts";
import { type DirectionWish, toldPair } from "./comparison-asks.ts";
import {
  changeSinceBase,
  changeText,
  comparedText,
  drawnObservations,
} from "./comparison-value.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Pair } from "./read-rate.ts";
import type { Reader } from "./reader.ts";

/** A line with the id of its series, by which the address names it. */
export interface ComparedLine extends FigureLine {
  id: string;
}

const withColours = ["KGS", "KZT", "TJS", "UZS", "TMT", "RUB", "CNY", "EUR"] as const;

/** The lines of a comparison in the order of its series; those that have nothing to show are left out. */
export function linesOf(comparison: Comparison, { locale, texts }: Reader): ComparedLine[] {
  const { as, answers, lineup } = comparison;
  const shown = lineup.series.filter(({ id }) => hasValues(comparison, id));
  const codes = lineCodes(lineup.series);
  const units = new Set(shown.map(({ id }) => answers.get(id)?.unit));
  return shown.flatMap((series) => {
    const answer = answers.get(series.id);
    const last = answer?.observations.findLast(({ value }) => value !== null);
    if (!answer || !last) return [];
    const panels = as === "level" && units.size > 1;
    const unitTitle = unitWords(series, answer, texts);
    const change = changeSinceBase(last.value, as, locale);
    return {
      id: series.id,
      code: codes.get(series.id) ?? series.id,
      label: shortLabel(series, lineup.series, comparison),
      name: toldName(series, comparison, texts),
      latest: comparedText(last, answer, series, as, locale),
      frequency: answer.frequency,
      observations: drawnObservations(answer, as),
      ...(change && { change: changeText(change) }),
      ...(panels && { unit: answer.unit, unitTitle }),
      ...(series.kind === "survey" && { shape: "dots" as const }),
    };
  });
}

/** True where no log scale can be drawn: some value is zero or below, as per cent since a base are at the base. */
export function isLogRefused({ as, answers }: Pick<Comparison, "as" | "answers">): boolean {
  return as === "pct" || logRefused([...answers.values()]);
}

/** True where there is a value to show. */
export function hasValues({ answers }: Pick<Comparison, "answers">, id: string): boolean {
  return answers.get(id)?.observations.some(({ value }) => value !== null) ?? false;
}

/**
 * A code for each line, which gives it its colour: its entity's own. Of several lines of one entity the first has it,
 * and the others, like lines of no coloured entity, borrow a colour that none of these lines has.
 */
export function lineCodes(series: readonly ComparedSeries[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const taken = new Set<number>();
  for (const { id, entity } of series) {
    const slot = entitySlot(entity);
    if (slot === null || taken.has(slot)) continue;
    taken.add(slot);
    codes.set(id, entity);
  }
  const free = withColours.filter((_, i) => !taken.has(i + 1));
  for (const { id } of series.filter((one) => !codes.has(one.id)))
    codes.set(id, `${free.shift() ?? "none"}-${codes.size}`);
  return codes;
}

/**
 * `KGS`; `USD/KGS` where the price of another currency is told, which moves the other way, or a value in one that is not
 * the dollar. Where another series is of the same entity, what tells it from that one: `KGS PWT`.
 */
export function shortLabel(
  { id, entity, detail, name, pair }: ComparedSeries,
  all: readonly ComparedSeries[],
  wish: DirectionWish,
): string {
  if (entity === "") return name;
  const isAlone = all.every((other) => other.id === id || other.entity !== entity);
  const label = pair && wish.as !== "level" ? changeLabel(toldPair(pair, wish), entity) : entity;
  return isAlone ? label : `${label} ${detail}`;
}

const changeLabel = ({ base, quote }: Pair, entity: string) =>
  base === entity && quote === dollar ? entity : `${base}/${quote}`;

/**
 * What a line shows, in full: `Kyrgyz som (value of KGS in USD)` falls when the som weakens, `(price of USD in KGS)` rises;
 * of a level the pair as markets write it, in the direction that is shown.
 */
export function toldName(
  { name, pair }: ComparedSeries,
  wish: DirectionWish & Pick<Comparison, "lineup">,
  texts: Strings,
): string {
  if (!pair) return name;
  const { currencies, sources } = wish.lineup;
  const told = toldPair(pair, wish);
  const local = localOf(pair);
  const key = told.base === local ? "compare.valueIn" : "compare.priceIn";
  const what =
    wish.as === "level" ? `${told.base}/${told.quote}` : fillText(texts[key], { ...told });
  const currency = currencies.find(({ code }) => code === local)?.name ?? local;
  const publisher = sources.find(({ code }) => code === pair.source)?.name ?? pair.source;
  return [`${currency} (${what})`, ...(publisher === null ? [] : [publisher])].join(", ");
}

/** What one is of a level: `KGS per USD` of the answer `USD-KGS`, else the unit's title. */
export function unitWords(
  { pair, unitTitle }: ComparedSeries,
  answer: Pick<Observations, "series">,
  texts: Strings,
): string {
  const [base, quote] = answer.series.split("-");
  const isTold = pair !== null && base !== undefined && quote !== undefined;
  return isTold ? fillText(texts["direction.quote"], { quote, base }) : unitTitle;
}
