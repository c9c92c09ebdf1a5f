import {
  difference,
  inverseOf,
  readFraction,
  rounded,
  shifted,
  type Figure,
  type Fraction,
} from "./fraction.ts";
import type { Locale } from "./locale.ts";
import { fillPattern } from "./fill-pattern.ts";
import { movedBy, noChange, unchanged, type Change } from "./change.ts";
import { printSigned, printUnits, speakUnits } from "./number.ts";
import { showRate, type RateOptions } from "./rate.ts";

/** How a difference is worded: what follows the number, and the spoken patterns with `{n}`. */
interface Wording {
  decimals: number;
  suffix: string;
  by: string;
  lessThan: string;
}

/**
 * The difference of two stored rates, with the nominal and the decimals that `formatRate` gives the later
 * one with the same options: `+0.1050`. A difference too small for them is `<0.0001`, none at all is `0`.
 */
export function formatRateDifference(
  from: Figure | null,
  to: Figure | null,
  locale: Locale,
  options: RateOptions = {},
): Change {
  if (from === null || to === null) return noChange(locale);
  const { fraction, decimals, nominal } = showRate(to, options);
  const earlier = readFraction(from);
  if (options.inverse && earlier.numerator === 0n) return noChange(locale);
  const perUnit = options.inverse ? inverseOf(earlier) : earlier;
  const change = difference(shifted(perUnit, String(nominal).length - 1), fraction);
  return worded(change, locale, numberWording(locale, decimals));
}

/** The difference of two values of an indicator, with its decimals: `−1,234`. */
export function formatDifference(
  from: Figure | null,
  to: Figure | null,
  locale: Locale,
  decimals: number,
): Change {
  if (from === null || to === null) return noChange(locale);
  const change = difference(readFraction(from), readFraction(to));
  return worded(change, locale, numberWording(locale, decimals));
}

/** The difference of two percentages, which is in percentage points and never in per cent: `+1.2 pp`. */
export function formatPointDifference(
  from: Figure | null,
  to: Figure | null,
  locale: Locale,
  decimals = 1,
): Change {
  if (from === null || to === null) return noChange(locale);
  const change = difference(readFraction(from), readFraction(to));
  const { byPoints, lessThanPoints } = locale.words;
  const wording = { decimals, suffix: locale.points, by: byPoints, lessThan: lessThanPoints };
  return worded(change, locale, wording);
}

function numberWording({ words }: Locale, decimals: number): Wording {
  return { decimals, suffix: "", by: words.byNumber, lessThan: words.lessThanNumber };
}

function worded(change: Fraction, locale: Locale, wording: Wording): Change {
  const { decimals, suffix, by, lessThan } = wording;
  if (change.numerator === 0n) return unchanged(`0${suffix}`, locale);
  const units = rounded(change, decimals);
  if (units === 0n) {
    const least = printUnits(1n, locale, decimals);
    return movedBy(change, `<${least}${suffix}`, fillPattern(lessThan, { n: least }), locale);
  }
  const amount = fillPattern(by, { n: speakUnits(units < 0n ? -units : units, locale, decimals) });
  return movedBy(change, printSigned(units, locale, decimals) + suffix, amount, locale);
}
