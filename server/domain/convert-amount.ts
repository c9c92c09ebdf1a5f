import { type Fraction, fractionOf, roundToDecimals } from "./fraction.ts";

/** An amount times an exact rate, rounded half-even once: decimal text with so many decimals. */
export function convertAmount(amount: string, rate: Fraction, decimals: number): string {
  const { numerator, denominator } = fractionOf(amount);
  return roundToDecimals(
    { numerator: numerator * rate.numerator, denominator: denominator * rate.denominator },
    decimals,
  );
}
