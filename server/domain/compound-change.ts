import { type Fraction, roundToDigits } from "./fraction.ts";
import { estimateLogarithm, logarithmDoubt } from "./logarithm.ts";
import { roundEstimate } from "./round-estimate.ts";

/**
 * The change in per cent when a value becomes `share` of itself so many times, `(share^times − 1)·100`, as text of so
 * many significant digits.
 */
export function compoundChange(share: Fraction, times: number, digits: number): string {
  const logarithm = estimateLogarithm(share) * times;
  // An absolute error of the exponent is a relative error of the power, so the doubt grows with the exponent.
  const doubt = (1 + Math.abs(logarithm)) * logarithmDoubt;
  // The 260th power has thousands of digits; for all but a few values an estimate is enough.
  return (
    roundEstimate(Math.expm1(logarithm) * 100, doubt, digits) ??
    roundToDigits(exactChange(share, BigInt(times)), digits)
  );
}

function exactChange({ numerator, denominator }: Fraction, times: bigint): Fraction {
  const before = denominator ** times;
  return { numerator: (numerator ** times - before) * 100n, denominator: before };
}
