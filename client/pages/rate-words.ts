import type { Observation, Observations } from "../../server/contract/observation.ts";
import type { Regime } from "../../server/contract/rate.ts";
import { extremesOf } from "../chart/extremes.ts";

import { type Dated, gapsIn, periodMs, toPoints } from "../chart/gaps.ts";
import type { Reading } from "../components/kurs-line-figure.ts";
import { formatChange } from "../format/change.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod, describeWeekday } from "../format/period.ts";
import { formatNominal } from "../format/rate.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Strings } from "../strings/en.ts";
import { asRate, rateText } from "./rate-text.ts";
import type { Pair, RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";

/** What a chart of rates shows: the answer, its pair as shown, and the units of base that rates are for. */
export interface ShownRates {
  answer: Observations;
  pair: Pair;
  nominal: number;
}

/** `The som weakened.`: of the currency that the path quotes, whichever way the chart is turned; empty where nothing moved. */
export function movementWords({ pair, there }: RateReading, texts: Strings): string {
  const change = there.changePercent ?? 0;
  if (change === 0) return "";
  const verb = change > 0 ? "weakened" : "strengthened";
  const key = `${verb}.${pair.quote}`;
  return isKey(key, texts)
    ? texts[key]
    : fillText(texts[`${verb}.other`], { currency: pair.quote });
}

/** `KGS per USD`, `USD per 1,000 UZS`. */
export function unitWords({ pair, nominal }: ShownRates, { texts, locale }: Reader): string {
  return nominal === 1
    ? fillText(texts["rate.per"], { ...pair })
    : fillText(texts["rate.perMany"], { ...pair, nominal: formatNominal(nominal, locale) });
}

/** The number of one observation, as table, read-out and summary print it. */
export function figureText(
  observation: Observation,
  { answer, nominal }: ShownRates,
  { locale }: Reader,
): string {
  return observation.value === null
    ? "–"
    : rateText(asRate(observation, answer), locale, nominal).text;
}

/**
 * `Fri 20 Nov 2026 · 87.4500 KGS per USD · ▲ +0.12% vs 19 Nov`, and the same for a screen reader. After a gap it says so: a
 * change over weeks is not one of a day.
 */
export function readOut(observation: Dated, shown: ShownRates, reader: Reader): Reading {
  const { locale } = reader;
  const all = shown.answer.observations;
  const i = all.findIndex(({ period }) => period === observation.period);
  const [now, before] = [all[i], all[i - 1]];
  if (!now) return { text: "", spoken: "" };
  const day = dayText(now, shown, reader);
  const unit = unitWords(shown, reader);
  const { text, spoken } = rateText(asRate(now, shown.answer), locale, shown.nominal);
  const change = before && changeWords(before, now, shown, reader);
  return {
    text: [day, `${text} ${unit}`, change?.text].filter(isText).join(" · "),
    spoken: [day, `${spoken} ${unit}`, change?.spoken].filter(isText).join(", "),
  };
}

function changeWords(
  before: Observation,
  now: Observation,
  { answer }: ShownRates,
  { locale, texts }: Reader,
): Reading {
  const change = formatChange(before.value, now.value, locale);
  const date = describePeriod(before.period, locale, "short");
  const versus = fillText(texts["card.versus"], { date });
  const isGap = gapsIn(toPoints([before, now], answer.frequency)).length > 0;
  const days = String((periodMs(now.period) - periodMs(before.period)) / 86_400_000);
  const gap = isGap ? `, ${fillText(texts["chart.gapSpoken"], { days })}` : "";
  return {
    text: `${change.glyph} ${change.text} ${versus}`,
    spoken: `${change.spoken} ${versus}${gap}`,
  };
}

const isText = (part: string | undefined): part is string => part !== undefined;

function dayText({ period }: Observation, { answer }: ShownRates, { locale }: Reader): string {
  return answer.frequency === "D"
    ? describeWeekday(period, locale)
    : describePeriod(period, locale);
}

/** What the chart shows, in three sentences; empty where there is nothing. */
export function summaryWords(shown: ShownRates, reader: Reader): string {
  const { texts, locale } = reader;
  const { observations, frequency } = shown.answer;
  const found = extremesOf(observations);
  if (!found) return "";
  const { first, last, low, high } = found;
  const figure = (observation: Observation) => figureText(observation, shown, reader);
  const day = ({ period }: Observation) => describePeriod(period, locale);
  const change = formatChange(first.value, last.value, locale);
  const verb = { up: "rose", down: "fell", flat: "flat", fixed: "flat", none: "flat" } as const;
  const gaps = gapsIn(toPoints(observations, frequency)).length;
  return [
    fillText(texts[`summary.${verb[change.kind]}`], {
      from: day(first),
      to: day(last),
      base: `${formatNominal(shown.nominal, locale)} ${shown.pair.base}`,
      quote: shown.pair.quote,
      first: figure(first),
      last: figure(last),
      change: change.text,
    }),
    fillText(texts["summary.extremes"], {
      high: figure(high),
      highDate: day(high),
      low: figure(low),
      lowDate: day(low),
    }),
    fillText(texts["summary.counts"], {
      count: formatNumber(observations.length, locale, 0),
      gaps: formatNumber(gaps, locale, 0),
    }),
  ].join(" ");
}

/** The peg that an authority holds a currency of the pair by, now; undefined where there is none. */
export function pegOf({
  pair,
  currencies,
}: RateReading): { code: string; regime: Regime } | undefined {
  for (const code of [pair.quote, pair.base]) {
    const regimes = currencies.find((currency) => currency.code === code)?.regimes ?? [];
    const regime = regimes.find(({ kind, to }) => kind === "peg" && to === null);
    if (regime) return { code, regime };
  }
  return undefined;
}

const isKey = (key: string, texts: Strings): key is keyof Strings => Object.hasOwn(texts, key);
