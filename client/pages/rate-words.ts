import type { Observation, Observations } from "../../server/contract/observation.ts";
import type { Regime } from "../../server/contract/rate.ts";
import type { Dated } from "../chart/gaps.ts";
import type { Reading } from "../components/line-reading.ts";
import { type Change, formatChange } from "../format/change.ts";
import { describePeriod, describeWeekday } from "../format/period.ts";
import { formatNominal } from "../format/rate.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Strings } from "../strings/en.ts";
import { localOf } from "./central-asia.ts";
import { comparedText } from "./comparison-value.ts";
import { asRate, rateText } from "./rate-text.ts";
import type { Pair, RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import type { As } from "./view-values.ts";

/** What a chart of rates shows: the answer, its pair as shown, the units of base that rates are for, and how it is told. */
export interface ShownRates {
  answer: Observations;
  pair: Pair;
  nominal: number;
  as: As;
}

/** `The som weakened.`: of the local currency of the pair in which the rate moved; empty where nothing did. */
export function movementWords(pair: Pair, change: number, texts: Strings): string {
  if (change === 0) return "";
  const local = localOf(pair);
  // The price of the other currency in the local one rises when the local one weakens.
  const verb = change > 0 === (local === pair.quote) ? "weakened" : "strengthened";
  const key = `${verb}.${local}`;
  return isKey(key, texts) ? texts[key] : fillText(texts[`${verb}.other`], { currency: local });
}

/** `KGS per USD`, `USD per 1,000 UZS`. */
export function unitWords(
  { pair, nominal }: Pick<ShownRates, "pair" | "nominal">,
  { texts, locale }: Reader,
): string {
  return nominal === 1
    ? fillText(texts["rate.per"], { ...pair })
    : fillText(texts["rate.perMany"], { ...pair, nominal: formatNominal(nominal, locale) });
}

/** The number of one observation, as table, read-out and summary print it: `87.4500`, `102.9`, `+2.86%`. */
export function figureText(
  observation: Observation,
  { answer, nominal, as }: ShownRates,
  { locale }: Reader,
): string {
  if (observation.value === null) return "–";
  if (as !== "level") return comparedText(observation, answer, { kind: "rate" }, as, locale);
  return levelText(observation, answer, nominal, { locale }).text;
}

function levelText(
  observation: Observation,
  answer: Observations,
  nominal: number,
  { locale }: Pick<Reader, "locale">,
) {
  const rate = asRate(observation, answer);
  // A mean of rates was published by nobody: it has the digits of what is derived.
  const method = answer.aggregate === "avg" ? "cross" : rate.method;
  return rateText({ ...rate, method }, locale, nominal);
}

/** The change of a rate or an index between two observations; null where the values are changes themselves. */
export function changeBetween(
  before: Observation,
  now: Observation,
  { as }: Pick<ShownRates, "as">,
  { locale }: Reader,
): Change | null {
  return as === "yoy" ? null : formatChange(before.value, now.value, locale);
}

/** `Fri 20 Nov 2026 · 87.4500 KGS per USD · ▲ +0.12% vs 19 Nov`, and the same for a screen reader. */
export function readOut(observation: Dated, shown: ShownRates, reader: Reader): Reading {
  const { answer, as, nominal } = shown;
  const i = answer.observations.findIndex(({ period }) => period === observation.period);
  const [now, before] = [answer.observations[i], answer.observations[i - 1]];
  if (!now || now.value === null) return { text: "", spoken: "" };
  const day = dayText(now, shown, reader);
  const unit = as === "level" ? ` ${unitWords(shown, reader)}` : "";
  const text = figureText(now, shown, reader);
  const spoken = as === "level" ? levelText(now, answer, nominal, reader).spoken : text;
  const change = before && changeWords(before, now, shown, reader);
  return {
    text: [day, text + unit, change?.text].filter(isText).join(" · "),
    spoken: [day, spoken + unit, change?.spoken].filter(isText).join(", "),
  };
}

function changeWords(
  before: Observation,
  now: Observation,
  shown: ShownRates,
  reader: Reader,
): Reading | undefined {
  const change = changeBetween(before, now, shown, reader);
  if (!change || before.value === null) return undefined;
  const date = describePeriod(before.period, reader.locale, "short");
  const versus = fillText(reader.texts["card.versus"], { date });
  return {
    text: `${change.glyph} ${change.text} ${versus}`,
    spoken: `${change.spoken} ${versus}`,
  };
}

const isText = (part: string | undefined): part is string => part !== undefined;

/** The day of an observation with its weekday; of a longer period, its name. */
export function dayText(
  { period }: Dated,
  { answer }: Pick<ShownRates, "answer">,
  { locale }: Pick<Reader, "locale">,
): string {
  return answer.frequency === "D"
    ? describeWeekday(period, locale)
    : describePeriod(period, locale);
}

/** The peg that an authority holds a currency of the pair by, now; undefined where there is none. */
export function pegOf({
  pair,
  currencies,
}: Pick<RateReading, "pair" | "currencies">): { code: string; regime: Regime } | undefined {
  for (const code of [pair.quote, pair.base]) {
    const regimes = currencies.find((currency) => currency.code === code)?.regimes ?? [];
    const regime = regimes.find(({ kind, to }) => kind === "peg" && to === null);
    if (regime) return { code, regime };
  }
  return undefined;
}

const isKey = (key: string, texts: Strings): key is keyof Strings => Object.hasOwn(texts, key);
