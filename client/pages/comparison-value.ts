import type { Observation, Observations } from "../../server/contract/observation.ts";
import { type Change, formatChange, formatPercentChange } from "../format/change.ts";
import { formatNumber } from "../format/number.ts";
import type { Locale } from "../format/locale.ts";
import type { ComparedSeries } from "./compared-series.ts";
import { valueText } from "./indicator-value.ts";
import { asRate, rateText } from "./rate-text.ts";
import type { As } from "./view-values.ts";

/** A value of a compared series as text: `102.9` of an index, `+2.86%` of a change, a level with its own decimals. */
export function comparedText(
  observation: Observation,
  answer: Observations,
  { kind }: Pick<ComparedSeries, "kind">,
  as: As,
  locale: Locale,
): string {
  const { value } = observation;
  if (value === null) return "–";
  if (as === "index") return formatNumber(value, locale, 1);
  if (as === "pct") return changeText(formatChange(100, value, locale));
  if (as === "yoy") return changeText(formatPercentChange(value, locale));
  if (kind === "rate") {
    const rate = asRate(observation, answer);
    // A mean of rates was published by nobody: it has the digits of what is derived.
    const method = answer.aggregate === undefined ? rate.method : "cross";
    return rateText({ ...rate, method }, locale, 1).text;
  }
  return valueText(observation, answer, locale);
}

/** A change with its sign; one too small for a sign of its own has its direction before it: `▼ <0.01%`. */
export function changeText({ text, glyph }: Change): string {
  return text.startsWith("<") ? `${glyph} ${text}` : text;
}

/** Which sentence tells of a change between two values; a change too small to be printed is almost none. */
export function verbOf(
  { kind, text }: Change,
  first: Pick<Observation, "value">,
  last: Pick<Observation, "value">,
): "Rose" | "Fell" | "Almost" | "Flat" {
  const [before, now] = [first.value ?? 0, last.value ?? 0];
  if (kind === "fixed" || kind === "flat" || now === before) return "Flat";
  if (text.startsWith("<")) return "Almost";
  return now > before ? "Rose" : "Fell";
}

/** How an index moved since its base; undefined where the values are changes themselves, or levels. */
export function changeSinceBase(value: number | null, as: As, locale: Locale): Change | undefined {
  return as === "index" ? formatChange(100, value, locale) : undefined;
}

/** The observations as they are drawn: per cent since the base are what an index has above 100. */
export function drawnObservations(
  { observations }: Pick<Observations, "observations">,
  as: As,
): readonly Observation[] {
  if (as !== "pct") return observations;
  return observations.map((one) => ({
    ...one,
    value: one.value === null ? null : one.value - 100,
  }));
}
