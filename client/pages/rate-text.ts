import type { Observation } from "../../server/contract/observation.ts";
import type { Rate } from "../../server/contract/rate.ts";
import { formatNominal, formatRate, type RateText } from "../format/rate.ts";
import type { Locale } from "../format/locale.ts";

/** A rate's number as it is shown: the publisher's digits where it is published, five significant ones where it is derived. */
export function rateText(
  { rate, decimals, method }: Pick<Rate, "rate" | "decimals" | "method">,
  locale: Locale,
  nominal?: number,
): RateText {
  return formatRate(rate, locale, {
    published: method === "published" ? decimals : undefined,
    nominal,
  });
}

/** Both halves of the sentence `1,000 UZS = 0.083094 USD`. */
export function quoteHalves(
  rate: Rate,
  locale: Locale,
  nominal?: number,
): { one: string; other: string } {
  const { text, nominal: per } = rateText(rate, locale, nominal);
  return { one: `${formatNominal(per, locale)} ${rate.base}`, other: `${text} ${rate.quote}` };
}

/** An observation of a pair as a rate to be shown: its own decimals where it has them. */
export function asRate(
  { value, decimals }: Observation,
  answer: { decimals: number; method?: Rate["method"] | undefined },
): Pick<Rate, "rate" | "decimals" | "method"> {
  return {
    rate: value ?? 0,
    decimals: decimals ?? answer.decimals,
    method: answer.method ?? "published",
  };
}
