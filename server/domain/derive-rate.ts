import { Decimal } from "decimal.js";
import { decimalsOf } from "./decimal.ts";

/**
 * Digits enough that a rate made of two divisions is right to far more places than any publisher prints; half-even, as
 * semantics ask.
 */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN });

/** A number on its way through a derivation, not rounded yet. */
export type Quantity = Decimal;

/** The quantity of a decimal text. Throws when the text is no decimal. */
export function quantity(digits: string): Quantity {
  return new Exact(digits);
}

/**
 * The inverse of a published rate, as text. It has `ceil(2·log10(x) + d)` decimals for a rate x of d decimals, so that
 * inverting it back and rounding to d gives x again, and at least five significant digits. Where the rate is a mean
 * that had to be rounded, `inverse` is that of the mean before.
 */
export function invertRate(digits: string, inverse = quantity("1").div(digits)): string {
  const rate = quantity(digits);
  // The least k with 10^k ≥ x², which a logarithm would find too, forty times slower.
  const square = rate.times(rate);
  const power = square.eq(`1e${square.e}`) ? square.e : square.e + 1;
  return inverse.toFixed(Math.max(0, power + decimalsOf(digits), decimalsFor(inverse, 5)));
}

/**
 * A rate made of two legs, as text, rounded once: to six significant digits, or to as many as the legs have when
 * both have more.
 */
export function roundCross(rate: Quantity, legs: readonly string[]): string {
  const digits = Math.max(6, Math.min(...legs.map(significantDigits)));
  return rate.toFixed(Math.max(0, decimalsFor(rate, digits)));
}

/** The difference `now − before` of unrounded quantities, to six significant digits; exact where both are published. */
export function changeBetween(before: Quantity, now: Quantity, isPublished: boolean): string {
  const change = now.minus(before);
  return isPublished ? change.toFixed() : change.toSignificantDigits(6).toFixed();
}

/** `(now/before − 1)·100` to six significant digits, zeros kept; never in E-notation. */
export function percentBetween(before: Quantity, now: Quantity): string {
  const percent = now.div(before).minus(1).times(100);
  return percent.isZero() ? "0" : percent.toFixed(Math.max(0, decimalsFor(percent, 6)));
}

/** Digits from the first that is not zero; trailing zeros that were published count. */
function significantDigits(digits: string): number {
  return digits.replace(/^[-0.]+|\./g, "").length;
}

/** How many decimals show a quantity to so many significant digits. */
function decimalsFor(value: Quantity, digits: number): number {
  return digits - 1 - value.toSignificantDigits(digits).e;
}
