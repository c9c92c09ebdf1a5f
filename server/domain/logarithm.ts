import { Decimal } from "decimal.js";
import type { Fraction } from "./fraction.ts";
import { roundEstimate } from "./round-estimate.ts";

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_EVEN });

/** Four times what the roundings of an estimate can add up to, as a share of it: quotient, logarithm and product. */
export const logarithmDoubt = 2 ** -48;

/**
 * `times` the natural logarithm of a number above zero, as text of so many significant digits without trailing zeros.
 * `times` is a whole number.
 */
export function roundLogarithm(number: Fraction, times: number, digits: number): string {
  // An exact logarithm takes a hundred times as long, and is needed only where the estimate lies on an edge.
  return (
    roundEstimate(estimateLogarithm(number) * times, logarithmDoubt, digits) ??
    exactLogarithm(number).times(times).toSignificantDigits(digits).toFixed()
  );
}

/**
 * The natural logarithm, wrong by no more than a share of `logarithmDoubt`; no finite number where there is none or
 * where a double cannot tell it.
 */
export function estimateLogarithm({ numerator, denominator }: Fraction): number {
  if (!Number.isFinite(Number(denominator))) return NaN;
  const growth = Number(numerator - denominator) / Number(denominator);
  // Near one the digits are in the difference from one; near zero they are in the quotient.
  return growth > -0.5 ? Math.log1p(growth) : Math.log(Number(numerator) / Number(denominator));
}

function exactLogarithm({ numerator, denominator }: Fraction): Decimal {
  return new Exact(numerator.toString()).div(denominator.toString()).ln();
}
