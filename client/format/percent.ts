import type { Locale, PercentForms } from "./locale.ts";
import type { Figure } from "./fraction.ts";
import { fillPattern } from "./fill-pattern.ts";
import { formatNumber, speakNumber } from "./number.ts";

/** A share or another percentage that is a value itself: `20.2%`. A true zero is `0.0%`. */
export function formatPercent(value: Figure, locale: Locale, decimals = 1): string {
  return formatNumber(value, locale, decimals) + locale.percent;
}

/** `20.2 per cent`, for a screen reader. */
export function speakPercent(value: Figure, locale: Locale, decimals = 1): string {
  const n = speakNumber(value, locale, decimals);
  return fillPattern(locale.words.percent, { n, percent: percentWord(n, locale) });
}

/** The word for per cent after a spoken number, in the form that it asks for; empty where the pattern has the word. */
export function percentWord(spoken: string, { percentForms, decimal }: Locale): string {
  if (!percentForms) return "";
  return percentForms[spoken.includes(decimal) ? "fraction" : pluralForm(spoken)];
}

/** The plural of East Slavic languages: 1, 21 процент; 2–4 процента; 0, 5–20 процентов. */
function pluralForm(digits: string): keyof PercentForms {
  if (/1\d$/.test(digits)) return "many";
  if (digits.endsWith("1")) return "one";
  return /[234]$/.test(digits) ? "few" : "many";
}
