import {
  decimalsFor,
  inverseOf,
  isBelow,
  readFraction,
  rounded,
  shifted,
  type Figure,
  type Fraction,
} from "./fraction.ts";
import type { Locale } from "./locale.ts";
import { printUnits, speakUnits } from "./number.ts";

/** How a stored rate is to be shown. */
export interface RateOptions {
  /** The decimals that the source published, per one unit of base; leave out for an inverse or a cross. */
  published?: number | undefined;
  /** Units of base that the shown rate is for, a power of ten; left out, the smallest that reads well. */
  nominal?: number | undefined;
  /** Show one divided by the value, computed from the value as stored; `published` has no say then. */
  inverse?: boolean | undefined;
}

/** A rate as text, with the units of base that it is for. */
export interface RateText {
  text: string;
  /** For a screen reader: no thousands separator. */
  spoken: string;
  nominal: number;
}

/** A rate about to be printed: the number, per `nominal` units of base, and its decimals. */
export interface ShownRate {
  fraction: Fraction;
  decimals: number;
  nominal: number;
}

const derivedDigits = 5;

/**
 * The units of base to quote a rate for: 1, or for a rate below 0.001 the smallest of 100, 1,000, 10,000 …
 * that lifts it to 0.01. Also for the axis of a chart, from its largest tick.
 */
export function chooseNominal(value: Figure): number {
  return nominalOf(readFraction(value));
}

/**
 * A published rate with exactly the decimals published (fewer by the zeros of the nominal, so that no digit
 * is lost or invented), a derived one with 5 significant digits, at least 2 decimals, and at most 8 unless
 * it is for one unit.
 */
export function formatRate(value: Figure, locale: Locale, options: RateOptions = {}): RateText {
  const { fraction, decimals, nominal } = showRate(value, options);
  const units = rounded(fraction, decimals);
  return {
    text: printUnits(units, locale, decimals),
    spoken: speakUnits(units, locale, decimals),
    nominal,
  };
}

/** The sentence `1,000 UZS = 0.083804 USD`; with `inverse`, base and quote are those of the shown direction. */
export function formatQuote(
  value: Figure,
  pair: { base: string; quote: string },
  locale: Locale,
  options: RateOptions = {},
): string {
  const { text, nominal } = formatRate(value, locale, options);
  return `${formatNominal(nominal, locale)} ${pair.base} = ${text} ${pair.quote}`;
}

/** `1`, `1,000`. */
export function formatNominal(nominal: number, locale: Locale): string {
  return printUnits(BigInt(nominal), locale, 0);
}

/** What `formatRate` prints, before it is printed: a difference of two rates takes its decimals from it. */
export function showRate(value: Figure, options: RateOptions): ShownRate {
  const stored = readFraction(value);
  const perUnit = options.inverse ? inverseOf(stored) : stored;
  const nominal = options.nominal ?? nominalOf(perUnit);
  const zeros = String(nominal).length - 1;
  const fraction = shifted(perUnit, zeros);

  if (options.published !== undefined && !options.inverse)
    return { fraction, decimals: Math.max(0, options.published - zeros), nominal };
  const most = nominal === 1 ? Infinity : 8;
  const decimals = Math.min(most, Math.max(2, decimalsFor(fraction, derivedDigits)));
  return { fraction, decimals, nominal };
}

function nominalOf(perUnit: Fraction): number {
  if (perUnit.numerator === 0n || !isBelow(perUnit, -3)) return 1;
  let zeros = 2;
  while (isBelow(perUnit, -2 - zeros)) zeros += 1;
  return 10 ** zeros;
}
