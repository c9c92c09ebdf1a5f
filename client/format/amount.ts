import {
  decimalsFor,
  isBelow,
  readFraction,
  rounded,
  shifted,
  type Figure,
  type Fraction,
} from "./fraction.ts";
import type { Locale } from "./locale.ts";
import { printUnits } from "./number.ts";

const scales = [
  ["trillion", 12],
  ["billion", 9],
  ["million", 6],
] as const;

/**
 * An amount shortened for a card: 3 significant digits and the scale in words, `54.2 billion`; below a
 * million all digits before the point. `power` is that of the unit: 6 for million dollars. Never more
 * decimals than the value has: 80 million dollars is `80 million`. Tables print the full value instead.
 */
export function formatShortAmount(value: Figure, locale: Locale, power = 0): string {
  const amount = threeDigits(shifted(readFraction(value), power));
  const [scale, zeros] = scales.find(([, exponent]) => !isBelow(amount, exponent)) ?? [null, 0];
  const scaled = shifted(amount, -zeros);
  const decimals = fewestDecimals(scaled);
  return (
    printUnits(rounded(scaled, decimals), locale, decimals) + (scale ? locale.scales[scale] : "")
  );
}

/** Rounded before the scale is chosen: 999.9 million is 1 billion. Thousands keep their digits. */
function threeDigits(amount: Fraction): Fraction {
  const wanted = decimalsFor(amount, 3);
  const decimals = isBelow(amount, 6) ? Math.max(0, wanted) : wanted;
  return shifted({ numerator: rounded(amount, decimals), denominator: 1n }, -decimals);
}

/** Those that three digits leave, less the zeros at the end. */
function fewestDecimals(amount: Fraction): number {
  if (amount.numerator === 0n) return 0;
  const most = Math.max(0, decimalsFor(amount, 3));
  const digits = String(rounded(amount, most));
  const zeros = digits.length - digits.replace(/0+$/, "").length;
  return Math.max(0, most - zeros);
}
