import { shiftPoint } from "./decimal.ts";

/** An exact number: `over` divided by `under`, which is above zero. */
export interface Fraction {
  over: bigint;
  under: bigint;
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
  const point = text.indexOf(".");
  const decimals = point < 0 ? 0 : text.length - point - 1;
  return { over: unitsOf(text, decimals), under: tenTo(decimals) };
}

/** The quotient; null where `by` is zero. */
export function divide(fraction: Fraction, by: Fraction): Fraction | null {
  if (by.over === 0n) return null;
  // Values of one series mostly have as many decimals, and short numbers are reckoned with fast.
  const isAlike = fraction.under === by.under;
  const over = isAlike ? fraction.over : fraction.over * by.under;
  const under = isAlike ? by.over : by.over * fraction.under;
  return under < 0n ? { over: -over, under: -under } : { over, under };
}

/** The difference. */
export function subtract(fraction: Fraction, less: Fraction): Fraction {
  if (fraction.under === less.under) {
    return { over: fraction.over - less.over, under: less.under };
  }
  const over = fraction.over * less.under - less.over * fraction.under;
  return { over, under: fraction.under * less.under };
}

/** As text with so many decimals, rounded half-even. */
export function roundToDecimals({ over, under }: Fraction, decimals: number): string {
  return shiftPoint(divideHalfEven(over * tenTo(decimals), under).toString(), decimals);
}

/** As text with so many significant digits, rounded half-even, without trailing zeros; never in E-notation. */
export function roundToDigits({ over, under }: Fraction, digits: number): string {
  if (over < 0n) return `-${roundToDigits({ over: -over, under }, digits)}`;
  if (over === 0n) return "0";
  const decimals = digits - leastPower(over, under);
  const scaled = over * tenTo(Math.max(decimals, 0));
  const divisor = under * tenTo(Math.max(-decimals, 0));
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
function leastPower(over: bigint, under: bigint): number {
  // In base sixteen, which is told much faster than in base ten.
  const places = over.toString(16).length - under.toString(16).length - 1;
  return Math.floor(places * Math.log10(16));
}

function divideHalfEven(over: bigint, under: bigint): bigint {
  const quotient = over / under;
  const rest = over % under;
  const twice = rest < 0n ? -2n * rest : 2n * rest;
  const isAway = twice > under || (twice === under && quotient % 2n !== 0n);
  if (!isAway) return quotient;
  return over < 0n ? quotient - 1n : quotient + 1n;
}
