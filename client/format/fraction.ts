/** A finite number as it arrived: a JSON number, or decimal text (`"87.4500"`). Null never: absence is the caller's to say. */
export type Figure = number | string;

/** An exact rational number, `over` / `under`, with `under` above zero and not reduced. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const decimalText = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/;

/**
 * The exact number that the text of the figure says; of a JavaScript number, its shortest text that reads
 * back as the same number, so that 99.995 is 99.995 and not the double below it. Throws a RangeError for
 * what is no decimal number.
 */
export function readFraction(figure: Figure): Fraction {
  const [, sign = "", whole, part = "", exponent = "0"] = decimalText.exec(String(figure)) ?? [];
  if (whole === undefined) throw new RangeError(`not a decimal number: ${figure}`);
  const digits = BigInt(sign + whole + part);
  return shifted({ over: digits, under: 1n }, Number(exponent) - part.length);
}

/** The fraction times ten to the power. */
export function shifted({ over, under }: Fraction, power: number): Fraction {
  return power >= 0
    ? { over: over * 10n ** BigInt(power), under }
    : { over, under: under * 10n ** BigInt(-power) };
}

/** One divided by the fraction. Throws a RangeError for zero. */
export function inverseOf({ over, under }: Fraction): Fraction {
  if (over === 0n) throw new RangeError("zero has no inverse");
  return over < 0n ? { over: -under, under: -over } : { over: under, under: over };
}

/** `to` − `from`. */
export function difference(from: Fraction, to: Fraction): Fraction {
  return { over: to.over * from.under - from.over * to.under, under: to.under * from.under };
}

/** (`to` / `from` − 1) · 100. Throws a RangeError when `from` is zero. */
export function percentBetween(from: Fraction, to: Fraction): Fraction {
  const { over, under } = inverseOf(from);
  const change = difference(from, to);
  return { over: change.over * over * 100n, under: change.under * under };
}

/** True when the fraction, whatever its sign, is below ten to the power. */
export function isBelow(fraction: Fraction, power: number): boolean {
  const { over, under } = shifted(fraction, -power);
  return sizeOf(over) < under;
}

/** How many units of 10^−decimals the fraction has, rounded once, half away from zero. */
export function rounded(fraction: Fraction, decimals: number): bigint {
  const { over, under } = shifted(fraction, decimals);
  const size = (2n * sizeOf(over) + under) / (2n * under);
  return over < 0n ? -size : size;
}

/**
 * How many decimals show this many significant digits after rounding; below zero where the digits end
 * before the point. A rounding that gains a digit loses a decimal: 9.99996 has 3 decimals at 5 digits.
 */
export function decimalsFor(fraction: Fraction, significantDigits: number): number {
  if (fraction.over === 0n) return significantDigits - 1;
  const decimals = significantDigits - 1 - magnitude(fraction);
  const gained = sizeOf(rounded(fraction, decimals)) === 10n ** BigInt(significantDigits);
  return gained ? decimals - 1 : decimals;
}

/** The power of ten of the first digit: 2 for 517.83, −3 for 0.0019. Not for zero. */
function magnitude(fraction: Fraction): number {
  const guess = String(sizeOf(fraction.over)).length - String(fraction.under).length;
  return isBelow(fraction, guess) ? guess - 1 : guess;
}

function sizeOf(digits: bigint): bigint {
  return digits < 0n ? -digits : digits;
}
