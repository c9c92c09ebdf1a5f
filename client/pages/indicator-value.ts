import type { Observation, Observations } from "../../server/contract/observation.ts";
import { formatNumber } from "../format/number.ts";
import { formatPercent } from "../format/percent.ts";
import type { Locale } from "../format/locale.ts";

/** True for units that are shares: `PC`, `PC_GDP`. */
export function isShare(unit: string): boolean {
  return /^PC(_|$)/.test(unit);
}

/** A value with its unit in words, each as it stands in a sentence: `18.0%`, `3.8` per cent of GDP, `−53` million dollars. */
export function valueAndUnit(
  observation: Observation,
  answer: Pick<Observations, "decimals" | "unit">,
  unitTitle: string,
  locale: Locale,
): { value: string; unit: string } {
  if (answer.unit === "PC") return { value: valueText(observation, answer, locale), unit: "" };
  const value =
    isShare(answer.unit) && observation.value !== null
      ? formatNumber(observation.value, locale, 1)
      : valueText(observation, answer, locale);
  return { value, unit: unitTitle };
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
