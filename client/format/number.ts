import { readFraction, rounded, type Figure } from "./fraction.ts";
import type { Locale } from "./locale.ts";
import { fillPattern } from "./fill-pattern.ts";

/** U+2212. Screen readers drop the hyphen-minus of the keyboard. */
const minus = "\u2212";

/**
 * The figure with this many decimals, rounded half away from zero: `−11,932.64`. What rounds to zero has
 * no sign, and nothing is ever written with an exponent.
 */
export function formatNumber(value: Figure, locale: Locale, decimals: number): string {
  return printUnits(rounded(readFraction(value), decimals), locale, decimals);
}

/** As `formatNumber`, for a screen reader: no thousands separator, or "11 700" would be read as two numbers. */
export function speakNumber(value: Figure, locale: Locale, decimals: number): string {
  return speakUnits(rounded(readFraction(value), decimals), locale, decimals);
}

/** `17.9–22.5`; in words where a bound is below zero, since a dash beside a minus misleads: `−3.0 to 5.0`. */
export function formatRange(low: Figure, high: Figure, locale: Locale, decimals: number): string {
  const [from, to] = [formatNumber(low, locale, decimals), formatNumber(high, locale, decimals)];
  if (!(from + to).includes(minus)) return `${from}–${to}`;
  return fillPattern(locale.negativeRange, { low: from, high: to });
}

/** Units of 10^−decimals as a visible number. */
export function printUnits(units: bigint, locale: Locale, decimals: number): string {
  return compose(units, decimals, locale.decimal, locale.group);
}

/** Units of 10^−decimals as a spoken number. */
export function speakUnits(units: bigint, locale: Locale, decimals: number): string {
  return compose(units, decimals, locale.decimal, "");
}

/** As `printUnits`, with a plus before what is above zero. */
export function printSigned(units: bigint, locale: Locale, decimals: number): string {
  return (units > 0n ? "+" : "") + printUnits(units, locale, decimals);
}

function compose(units: bigint, decimals: number, point: string, group: string): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const end = digits.length - decimals;
  const whole = digits.slice(0, end).replace(/\B(?=(\d{3})+$)/g, group);
  const part = decimals > 0 ? point + digits.slice(end) : "";
  return (units < 0n ? minus : "") + whole + part;
}
