import { percentBetween, readFraction, rounded, type Figure, type Fraction } from "./fraction.ts";
import type { Locale } from "./locale.ts";
import { printSigned, printUnits, speakUnits } from "./number.ts";
import { fillPattern } from "./fill-pattern.ts";
import { percentWord } from "./percent.ts";

/** `none`: there is nothing to compare with. `fixed`: an authority holds the rate. */
type ChangeKind = "up" | "down" | "flat" | "fixed" | "none";

/** A change as text. Up and down are of the printed number, not good and bad. */
export interface Change {
  kind: ChangeKind;
  /** The visible text; beside it goes the glyph, which is not in it. */
  text: string;
  /** Empty for `none`. */
  glyph: "▲" | "▼" | "●" | "■" | "";
  /** The whole for a screen reader, direction in words. */
  spoken: string;
}

/** How two stored values are to be compared. */
export interface ChangeOptions {
  /** The pair is shown in the other direction: the change of one divided by each value. */
  inverse?: boolean | undefined;
  /** The rate is a peg of an official source: it has no movement to speak of. */
  fixed?: boolean | undefined;
}

const glyphs = { up: "▲", down: "▼", flat: "●", fixed: "■", none: "" } as const;

/**
 * The change from one stored value to a later one in per cent, computed exactly: `+0.35%`, `+92.4%`,
 * `+612%`, `<0.01%` with its direction in `kind`, `0%` only where nothing changed, `—` where there is no
 * earlier value, or it is zero or less and a percentage of it would mislead.
 */
export function formatChange(
  from: Figure | null,
  to: Figure | null,
  locale: Locale,
  { inverse = false, fixed = false }: ChangeOptions = {},
): Change {
  if (fixed) return fixedChange(locale);
  if (from === null || to === null) return noChange(locale);
  const [earlier, later] = [readFraction(from), readFraction(to)];
  if (earlier.numerator <= 0n || (inverse && later.numerator <= 0n)) return noChange(locale);
  // (1/later) / (1/earlier) is earlier/later: the inverse is the same change, read backwards.
  const percent = inverse ? percentBetween(later, earlier) : percentBetween(earlier, later);
  return percentChange(percent, locale);
}

/** As `formatChange`, for a percentage that is computed already, as the API's `changePercent`. */
export function formatPercentChange(percent: Figure | null, locale: Locale): Change {
  return percent === null ? noChange(locale) : percentChange(readFraction(percent), locale);
}

/** A change of this kind and text. `amount` is spoken after the direction. */
export function movedBy(direction: Fraction, text: string, amount: string, locale: Locale): Change {
  const kind = direction.numerator > 0n ? "up" : "down";
  return { kind, text, glyph: glyphs[kind], spoken: fillPattern(locale.words[kind], { amount }) };
}

/** No change at all, as this text. */
export function unchanged(text: string, locale: Locale): Change {
  return { kind: "flat", text, glyph: glyphs.flat, spoken: locale.words.unchanged };
}

/** Nothing to compare with. */
export function noChange(locale: Locale): Change {
  return { kind: "none", text: "—", glyph: glyphs.none, spoken: locale.words.noEarlier };
}

function fixedChange({ words }: Locale): Change {
  return { kind: "fixed", text: words.fixed, glyph: glyphs.fixed, spoken: words.fixed };
}

function percentChange(percent: Fraction, locale: Locale): Change {
  if (percent.numerator === 0n) return unchanged(`0${locale.percent}`, locale);
  const { units, decimals } = roundedBySize(percent);
  if (units === 0n) return tinyChange(percent, locale);

  const n = speakUnits(units < 0n ? -units : units, locale, decimals);
  const amount = fillPattern(locale.words.byPercent, { n, percent: percentWord(n, locale) });
  return movedBy(percent, printSigned(units, locale, decimals) + locale.percent, amount, locale);
}

function tinyChange(percent: Fraction, locale: Locale): Change {
  const least = printUnits(1n, locale, 2);
  const values = { n: least, percent: percentWord(least, locale) };
  const amount = fillPattern(locale.words.lessThanPercent, values);
  return movedBy(percent, `<${least}${locale.percent}`, amount, locale);
}

/** The size decides the decimals after rounding, not before: 9.996 is 10.0, 99.97 is 100. */
function roundedBySize(percent: Fraction): { units: bigint; decimals: number } {
  for (const decimals of [2, 1]) {
    const units = rounded(percent, decimals);
    if (units > -1000n && units < 1000n) return { units, decimals };
  }
  return { units: rounded(percent, 0), decimals: 0 };
}
