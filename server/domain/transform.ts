import type { Transform } from "../contract/derivation.ts";
import type { Status } from "../contract/observation.ts";
import type { Frequency } from "../contract/period.ts";
import { compoundChange } from "./compound-change.ts";
import type { DerivedValue } from "./derived-value.ts";
import { divide, type Fraction, fractionOf, roundToDigits, subtract } from "./fraction.ts";
import { leastSure } from "./least-sure.ts";
import { roundLogarithm } from "./logarithm.ts";
import { positionsYearBefore } from "./year-before.ts";

/** Which transform is asked for, and what it needs to know. */
interface Asked {
  units: Transform;
  frequency: Frequency;
  /** What is 100, with `index` or `pcb`; null where the range has no value. */
  base: DerivedValue | null;
}

/** A value to compute with. */
interface Figure {
  exact: Fraction;
  status: Status;
}

/** The transform of a value, given the one that it is compared with, as text; null where it is not defined. */
type Formula = (now: Fraction, before: Fraction, periodsInYear: number) => string | null;
type Comparison = "self" | "previous" | "year" | "base" | "date";

/** FRED's n. It counts observations: a year of daily ones is 260 rows. */
const periodsInYear: Record<Frequency, number> = { D: 260, W: 52, M: 12, Q: 4, S: 2, A: 1 };

const significantDigits = 12;

const formulas: Record<Exclude<Transform, "lin">, readonly [Comparison, Formula]> = {
  chg: ["previous", change],
  ch1: ["year", change],
  pch: ["previous", percentChange],
  pc1: ["year", percentChange],
  pca: ["previous", compoundedChange],
  cch: ["previous", (now, before) => logChange(now, before, 100)],
  cca: ["previous", (now, before, n) => logChange(now, before, 100 * n)],
  log: ["self", (now) => (now.numerator > 0n ? roundLogarithm(now, 1, significantDigits) : null)],
  index: ["base", percentOf],
  pcb: ["base", percentChange],
  yoy: ["date", percentChange],
};

/**
 * The transform of each observation of a whole series, given oldest first; every period is kept. Null with status `M`
 * where a value is missing or the formula is not defined; else text of at most twelve significant digits, with the
 * least sure status of its inputs. `lin` leaves everything as it is.
 */
export function transform(observations: readonly DerivedValue[], asked: Asked): DerivedValue[] {
  if (asked.units === "lin") return [...observations];
  const [comparison, formula] = formulas[asked.units];
  const n = periodsInYear[asked.frequency];
  const figures = observations.map(toFigure);
  const comparand = comparandsOf(comparison, observations, figures, asked);
  return observations.map(({ period, count }, i) => {
    const reckoned = { period, ...reckon(figures[i], comparand(i), formula, n) };
    return count === undefined ? reckoned : { ...reckoned, count };
  });
}

function reckon(
  now: Figure | null | undefined,
  before: Figure | null | undefined,
  formula: Formula,
  n: number,
): { value: string | null; status: Status } {
  const value = now && before ? formula(now.exact, before.exact, n) : null;
  if (!now || !before || value === null) return { value: null, status: "M" };
  return { value, status: leastSure([now.status, before.status]) };
}

/** What each observation is compared with, by its position. */
function comparandsOf(
  comparison: Comparison,
  observations: readonly DerivedValue[],
  figures: readonly (Figure | null)[],
  { frequency, base }: Asked,
): (i: number) => Figure | null | undefined {
  switch (comparison) {
    case "self":
      return (i) => figures[i];
    case "previous":
      return (i) => figures[i - 1];
    case "year":
      return (i) => figures[i - periodsInYear[frequency]];
    case "base": {
      const figure = base && toFigure(base);
      return () => figure;
    }
    case "date": {
      const positions = positionsYearBefore(observations, frequency);
      return (i) => figures[positions[i] ?? -1];
    }
  }
}

function toFigure({ value, status, exact }: DerivedValue): Figure | null {
  return value === null ? null : { exact: exact ?? fractionOf(value), status };
}

function change(now: Fraction, before: Fraction): string {
  return roundToDigits(subtract(now, before), significantDigits);
}

function percentOf(now: Fraction, before: Fraction): string | null {
  const share = divide(now, before);
  return share && roundToDigits(percent(share), significantDigits);
}

function percentChange(now: Fraction, before: Fraction): string | null {
  const growth = divide(subtract(now, before), before);
  return growth && roundToDigits(percent(growth), significantDigits);
}

function compoundedChange(now: Fraction, before: Fraction, n: number): string | null {
  const share = divide(now, before);
  return share && compoundChange(share, n, significantDigits);
}

function logChange(now: Fraction, before: Fraction, times: number): string | null {
  const share = divide(now, before);
  const hasLogarithms = now.numerator > 0n && before.numerator > 0n;
  return share && hasLogarithms ? roundLogarithm(share, times, significantDigits) : null;
}

function percent({ numerator, denominator }: Fraction): Fraction {
  return { numerator: numerator * 100n, denominator };
}
