import { type Figure, readFraction, rounded } from "./fraction.ts";
import type { Locale } from "./locale.ts";
import { formatRate } from "./rate.ts";

/** How well one divided by a published number is known. */
export interface InverseRange {
  /** The significant digits of the published number. */
  digits: number;
  low: string;
  high: string;
}

/**
 * The numbers between which one divided by a published number lies, as that is within half a unit of its last decimal;
 * both are told per `nominal` units. The number is above zero.
 */
export function inverseRange(
  value: Figure,
  decimals: number,
  locale: Locale,
  nominal?: number,
): InverseRange {
  const units = rounded(readFraction(value), decimals);
  const inverse = (half: bigint) =>
    formatRate(`${10n * units + half}e-${decimals + 1}`, locale, { inverse: true, nominal }).text;
  return { digits: String(units).length, low: inverse(5n), high: inverse(-5n) };
}
