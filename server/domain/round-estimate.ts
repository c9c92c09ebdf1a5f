import { Decimal } from "decimal.js";

/**
 * An estimate as text of so many significant digits, without trailing zeros and never in E-notation, where they are
 * sure: where all numbers that lie no further from it than `doubt`, as a share of it, are rounded alike. Null where
 * they are not, or the estimate is no number.
 */
export function roundEstimate(estimate: number, doubt: number, digits: number): string | null {
  const least = estimate * (1 - doubt);
  const most = estimate * (1 + doubt);
  if (!Number.isFinite(least) || !Number.isFinite(most)) return null;
  const rounded = least.toPrecision(digits);
  return rounded === most.toPrecision(digits) ? new Decimal(rounded).toFixed() : null;
}
