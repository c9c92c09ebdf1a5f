import type { Observation, Observations } from "../../server/contract/observation.ts";
import { formatNumber } from "../format/number.ts";
import { formatPercent } from "../format/percent.ts";
import type { Locale } from "../format/locale.ts";
import type { Reader } from "./reader.ts";

/** True for units that are shares: `PC`, `PC_GDP`. */
export function isShare(unit: string): boolean {
  return /^PC(_|$)/.test(unit);
}

/** A value of an indicator: a share with one decimal and its sign, anything else with the decimals it was published with. */
export function valueText(
  { value, decimals }: Observation,
  answer: Pick<Observations, "decimals" | "unit">,
  locale: Locale,
): string {
  if (value === null) return "–";
  return isShare(answer.unit)
    ? formatPercent(value, locale)
    : formatNumber(value, locale, decimals ?? answer.decimals);
}

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
