import type { Observation, Observations } from "../../server/contract/observation.ts";
import { type Change, formatChange } from "../format/change.ts";
import { formatPointDifference } from "../format/difference.ts";
import { formatNumber } from "../format/number.ts";
import { formatPercent } from "../format/percent.ts";
import type { Locale } from "../format/locale.ts";
import type { Reader } from "./reader.ts";

/** True for units that are shares: `PC`, `PC_GDP`. */
export function isShare(unit: string): boolean {
  return /^PC(_|$)/.test(unit);
}

/** A value of an indicator with the decimals that it was published with, a share with its sign. */
export function valueText(
  observation: Observation,
  answer: Pick<Observations, "decimals" | "unit">,
  locale: Locale,
): string {
  const { value } = observation;
  if (value === null) return "–";
  const format = isShare(answer.unit) ? formatPercent : formatNumber;
  return format(value, locale, decimalsOf(observation, answer));
}

/** The change between two values of an indicator: of shares in points, with the decimals of the finer one. */
export function valueChange(
  first: Observation,
  last: Observation,
  answer: Pick<Observations, "decimals" | "unit">,
  locale: Locale,
): Change {
  if (!isShare(answer.unit)) return formatChange(first.value, last.value, locale);
  const decimals = Math.max(decimalsOf(first, answer), decimalsOf(last, answer));
  return formatPointDifference(first.value, last.value, locale, decimals);
}

const decimalsOf = ({ decimals }: Observation, answer: Pick<Observations, "decimals">) =>
  decimals ?? answer.decimals;

/** As surveys print it: `(17.4%)` for few cases, and in words why there is no figure. A true zero is a figure. */
export function surveyText(
  observation: Observation,
  answer: Pick<Observations, "decimals" | "unit">,
  { texts, locale }: Reader,
): string {
  const { value, status = "A" } = observation;
  if (value === null)
    return status === "Q"
      ? texts["indicator.suppressed"]
      : texts[`status.${status === "A" ? "M" : status}`];
  const text = valueText(observation, answer, locale);
  return status === "U" ? `(${text})` : text;
}
