import type { Aggregation } from "../contract/derivation.ts";
import { mostDecimals, shiftPoint } from "./decimal.ts";
import { type Fraction, roundToDecimals, tenTo, unitsOf } from "./fraction.ts";

/** One value made of others, as text, and before rounding where it had to be rounded. */
interface Aggregated {
  value: string;
  exact?: Fraction;
}

/**
 * One value of several decimal texts, at least one. A mean is rounded half-even to `decimals`; a sum is exact, with the
 * most decimals that a value has; the others are one of the values, digit by digit.
 */
export function aggregateValues(
  values: readonly string[],
  aggregation: Aggregation,
  decimals: number,
): Aggregated {
  switch (aggregation) {
    case "first":
      return { value: values[0] ?? "" };
    case "eop":
      return { value: values.at(-1) ?? "" };
    case "min":
      return { value: outermost(values, (value, least) => value < least) };
    case "max":
      return { value: outermost(values, (value, most) => value > most) };
    case "sum": {
      const [units, places] = sumOf(values);
      return { value: shiftPoint(units.toString(), places) };
    }
    case "avg": {
      const [units, places] = sumOf(values);
      const exact = { numerator: units, denominator: tenTo(places) * BigInt(values.length) };
      return { value: roundToDecimals(exact, decimals), exact };
    }
  }
}

/** The sum in units of its last decimal, and how many decimals it has. */
function sumOf(values: readonly string[]): [units: bigint, decimals: number] {
  const decimals = mostDecimals(values);
  return [values.reduce((sum, value) => sum + unitsOf(value, decimals), 0n), decimals];
}

/** The first of the values that none lies beyond. */
function outermost(
  values: readonly string[],
  isBeyond: (one: bigint, other: bigint) => boolean,
): string {
  const decimals = mostDecimals(values);
  const units = values.map((value) => unitsOf(value, decimals));
  const at = units.reduce(
    (best, value, i) => (isBeyond(value, units[best] ?? value) ? i : best),
    0,
  );
  return values[at] ?? "";
}
