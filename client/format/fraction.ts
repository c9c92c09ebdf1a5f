/**
 * A finite number as it arrived: a JSON number, or decimal text (`"87.4500"`). Null never: absence is the caller's to
 * say.
 */
export type Figure = number | string;

/** An exact rational number, `numerator` / `denominator`, with `denominator` above zero and not reduced. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
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
  return shifted({ numerator: digits, denominator: 1n }, Number(exponent) - part.length);
}

/** The fraction times ten to the power. */
export function shifted({ numerator, denominator }: Fraction, power: number): Fraction {
  return power >= 0
    ? { numerator: numerator * 10n ** BigInt(power), denominator }
    : { numerator, denominator: denominator * 10n ** BigInt(-power) };
}

/** One divided by the fraction. Throws a RangeError for zero. */
export function inverseOf({ numerator, denominator }: Fraction): Fraction {
  if (numerator === 0n) throw new RangeError("zero has no inverse");
  return numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator };
}

/** `to` − `from`. */
export function difference(from: Fraction, to: Fraction): Fraction {
  return {
    numerator: to.numerator * from.denominator - from.numerator * to.denominator,
    denominator: to.denominator * from.denominator,
  };
}

/** (`to` / `from` − 1) · 100. Throws a RangeError when `from` is zero. */
export function percentBetween(from: Fraction, to: Fraction): Fraction {
  const { numerator, denominator } = inverseOf(from);
  const change = difference(from, to);
  return {
    numerator: change.numerator * numerator * 100n,
    denominator: change.denominator * denominator,
  };
}

/** True when the fraction, whatever its sign, is below ten to the power. */
export function isBelow(fraction: Fraction, power: number): boolean {
  const { numerator, denominator } = shifted(fraction, -power);
  return sizeOf(numerator) < denominator;
}

/** How many units of 10^−decimals the fraction has, rounded once, half away from zero. */
export function rounded(fraction: Fraction, decimals: number): bigint {
  const { numerator, denominator } = shifted(fraction, decimals);
  const size = (2n * sizeOf(numerator) + denominator) / (2n * denominator);
  return numerator < 0n ? -size : size;
}

/**
 * How many decimals show this many significant digits after rounding; below zero where the digits end
 * before the point. A rounding that gains a digit loses a decimal: 9.99996 has 3 decimals at 5 digits.
 */
export function decimalsFor(fraction: Fraction, significantDigits: number): number {
  if (fraction.numerator === 0n) return significantDigits - 1;
  const decimals = significantDigits - 1 - magnitude(fraction);
  const gained = sizeOf(rounded(fraction, decimals)) === 10n ** BigInt(significantDigits);
  return gained ? decimals - 1 : decimals;
}

/** The power of ten of the first digit: 2 for 517.83, −3 for 0.0019. Not for zero. */
function magnitude(fraction: Fraction): number {
  const guess = String(sizeOf(fraction.numerator)).length - String(fraction.denominator).length;
  return isBelow(fraction, guess) ? guess - 1 : guess;
}

function sizeOf(digits: bigint): bigint {
  return digits < 0n ? -digits : digits;
}
