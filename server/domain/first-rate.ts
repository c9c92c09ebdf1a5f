import type { RowProblem } from "../contract/import-report.ts";
import { invertRate } from "./derive-rate.ts";
import { findDoubt } from "./rate-doubts.ts";

/** A rate of a series that has none yet, and a rate of the same two currencies elsewhere. Decimal text. */
export interface RateBesideReference {
  series: string;
  base: string;
  quote: string;
  line: number;
  period: string;
  value: string;
  /** The other series; null for the peg that is in force. */
  reference: string | null;
  referencePeriod: string;
  referenceValue: string;
  /** Whether the other rate is of the opposite direction. */
  isTurned: boolean;
}

/**
 * A warning of a new series that another one shows to be the wrong way round or of another number of units; else null. It
 * has no rates of its own that would tell, and nobody else's tell of smaller moves.
 */
export function judgeFirstRate(rate: RateBesideReference): RowProblem | null {
  const { series, base, quote, line, period, value, referenceValue, isTurned } = rate;
  const beside = isTurned ? invertRate(referenceValue) : referenceValue;
  const doubt = findDoubt({ base, quote, value, beside, besideName: nameOf(rate) }, "slip");
  if (!doubt) return null;
  const message = `${series} on ${period}: ${value} ${doubt.reason} All its rates in the file are to be looked at.`;
  return { line, column: null, text: value, code: doubt.code, severity: "warning", message };
}

function nameOf({ reference, referencePeriod, isTurned }: RateBesideReference): string {
  const name = reference === null ? "the peg" : `${reference} on ${referencePeriod}`;
  return isTurned ? `the inverse of ${name}` : name;
}
