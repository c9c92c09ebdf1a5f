import { decimalsOf, shiftPoint } from "./decimal.ts";

/** An exact number: `numerator` divided by `denominator`, which is above zero. */
export interface Fraction {
  numerator: bigint;
  denominator: bigint;
}

const powersOfTen: bigint[] = [];

/** Ten to the power `exponent`, which is a whole number from zero. */
export function tenTo(exponent: number): bigint {
  return (powersOfTen[exponent] ??= 10n ** BigInt(exponent));
}

/**
 * How many units of the last of `decimals` decimals a decimal text has: 87.45 has 874500 at four. The text may not have
 * more decimals than that.
 */
export function unitsOf(text: string, decimals: number): bigint {
  const point = text.indexOf(".");
  if (point < 0) return BigInt(text) * tenTo(decimals);
  const units = BigInt(text.slice(0, point) + text.slice(point + 1));
  const more = decimals - (text.length - point - 1);
  return more === 0 ? units : units * tenTo(more);
}

/** The number that a decimal text names. */
export function fractionOf(text: string): Fraction {
  const decimals = decimalsOf(text);
  return { numerator: unitsOf(text, decimals), denominator: tenTo(decimals) };
}

/** The quotient; null where `by` is zero. */
export function divide(fraction: Fraction, by: Fraction): Fraction | null {
  if (by.numerator === 0n) return null;
  // Values of one series mostly have equally many decimals, and arithmetic on short numbers is fast.
  const isAlike = fraction.denominator === by.denominator;
  const numerator = isAlike ? fraction.numerator : fraction.numerator * by.denominator;
  const denominator = isAlike ? by.numerator : by.numerator * fraction.denominator;
  return denominator < 0n
    ? { numerator: -numerator, denominator: -denominator }
    : { numerator, denominator };
}

/** The difference. */
export function subtract(fraction: Fraction, less: Fraction): Fraction {
  if (fraction.denominator === less.denominator) {
    return { numerator: fraction.numerator - less.numerator, denominator: less.denominator };
  }
  const numerator = fraction.numerator * less.denominator - less.numerator * fraction.denominator;
  return { numerator, denominator: fraction.denominator * less.denominator };
}

/** As text with so many decimals, rounded half-even. */
export function roundToDecimals({ numerator, denominator }: Fraction, decimals: number): string {
  return shiftPoint(divideHalfEven(numerator * tenTo(decimals), denominator).toString(), decimals);
}

/** As text with so many significant digits, rounded half-even, without trailing zeros; never in E-notation. */
export function roundToDigits({ numerator, denominator }: Fraction, digits: number): string {
  if (numerator < 0n) return `-${roundToDigits({ numerator: -numerator, denominator }, digits)}`;
  if (numerator === 0n) return "0";
  const decimals = digits - leastPower(numerator, denominator);
  const scaled = numerator * tenTo(Math.max(decimals, 0));
  const divisor = denominator * tenTo(Math.max(-decimals, 0));
  const units = scaled / divisor;
  // A digit for whatever is left over, so that what lies above a half is not taken for one.
  const sticky = units * 10n + (scaled % divisor === 0n ? 0n : 1n);
  const spare = units.toString().length - digits;
  const rounded = divideHalfEven(sticky, tenTo(spare + 1));
  return dropZeros(shiftPoint(rounded.toString(), decimals - spare));
}

function dropZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A power of ten that the quotient of numbers above zero reaches, at most three below the greatest. */
function leastPower(numerator: bigint, denominator: bigint): number {
  // By the length in base sixteen, which is found much faster than in base ten.
  const places = numerator.toString(16).length - denominator.toString(16).length - 1;
  return Math.floor(places * Math.log10(16));
}

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  const twice = rest < 0n ? -2n * rest : 2n * rest;
  const isAway = twice > denominator || (twice === denominator && quotient % 2n !== 0n);
  if (!isAway) return quotient;
  return numerator < 0n ? quotient - 1n : quotient + 1n;
}
