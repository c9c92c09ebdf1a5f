import { decimalsFor, readFraction, rounded } from "./fraction.ts";
import type { Locale } from "./locale.ts";
import { formatNumber } from "./number.ts";

/**
 * The decimals that every tick of an axis has: those that the step needs, which is 1, 2, 2.5 or 5 times a
 * power of ten, give or take float noise. Of a logarithmic axis, ask for its smallest tick.
 */
export function tickDecimals(step: number): number {
  const fraction = readFraction(step);
  const decimals = Math.max(0, decimalsFor(fraction, 2));
  const endsInZero = decimals > 0 && rounded(fraction, decimals) % 10n === 0n;
  return endsInZero ? decimals - 1 : decimals;
}

/** The text of a tick on an axis with this step: all have the same decimals, none an exponent or a letter. */
export function formatTick(value: number, locale: Locale, step: number): string {
  return formatNumber(value, locale, tickDecimals(step));
}
