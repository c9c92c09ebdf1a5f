import { type Fraction, fractionOf, roundToDecimals } from "./fraction.ts";

/** An amount times an exact rate, rounded half-even once: decimal text with so many decimals. */
export function convertAmount(amount: string, rate: Fraction, decimals: number): string {
  const { over, under } = fractionOf(amount);
  return roundToDecimals({ over: over * rate.over, under: under * rate.under }, decimals);
}
