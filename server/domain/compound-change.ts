import { type Fraction, roundToDigits } from "./fraction.ts";
import { estimateLogarithm, logarithmDoubt } from "./logarithm.ts";
import { roundEstimate } from "./round-estimate.ts";

/**
 * The change in per cent when a value becomes `share` of itself so many times, `(share^times − 1)·100`, as text of so
 * many significant digits.
 */
export function compoundChange(share: Fraction, times: number, digits: number): string {
  const logarithm = estimateLogarithm(share) * times;
  // An error of the exponent is as great a share of the power: it counts as often as the exponent is long.
  const doubt = (1 + Math.abs(logarithm)) * logarithmDoubt;
  // A power of 260 has thousands of digits, of which an estimate can spare all but a few values.
  return (
    roundEstimate(Math.expm1(logarithm) * 100, doubt, digits) ??
    roundToDigits(exactChange(share, BigInt(times)), digits)
  );
}

function exactChange({ over, under }: Fraction, times: bigint): Fraction {
  const before = under ** times;
  return { over: (over ** times - before) * 100n, under: before };
}
