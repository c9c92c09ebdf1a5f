import type { RowProblem } from "../contract/import-report.ts";
import {
  findDoubt,
  type FoundDoubt,
  formatMove,
  fromOne,
  ratioOf,
  type Step,
} from "./rate-doubts.ts";

/** A daily rate that an import brings, between the rates beside it as they are after the import; all decimal text. */
export interface NeighbouringRate {
  line: number;
  series: string;
  base: string;
  quote: string;
  period: string;
  /** Whether the source is an authority that pegs the one currency to the other at that time. */
  officialPeg: boolean;
  value: string;
  /** The rate two periods before; null where there is none. */
  earlier: string | null;
  before: string | null;
  /** Null where the rate before is stored already, or not there. */
  beforeLine: number | null;
  next: string | null;
  /** Null where the next rate is stored already, or not there. */
  nextLine: number | null;
  afterNext: string | null;
}

/** What is thought of a rate. */
export interface Judgement {
  /** A warning, or the notice of a large but believable move; null where there is nothing to say. */
  problem: RowProblem | null;
  /** Whether the rate counts among those that move on a suspicious day. */
  hasMoved: boolean;
}

/** Within this share of each other, two rates are at one level. */
const oneLevel = 0.2;
const moveOfDay = 0.05;
const noticeable = { any: 0.1, small: 0.05, peg: 0.005 };
/** Som and somoni move less than others. */
const calmCurrencies: readonly string[] = ["KGS", "TJS"];

/** The least moves of which anything may be said: of any rate, and of one that is pegged officially. */
export const leastMoves = { any: moveOfDay, pegged: noticeable.peg } as const;

const nothingToSay: Judgement = { problem: null, hasMoved: false };

/**
 * Judges a rate by the one before it, or by the next where there is none before. `isBeforeDoubted` tells that the rate
 * before has a warning of its own in this import: what only goes back after it is not doubted too, so a slip is told once.
 */
export function judgeRate(rate: NeighbouringRate, isBeforeDoubted: boolean): Judgement {
  const beside = rate.before ?? rate.next;
  if (beside === null || (isBeforeDoubted && goesBack(rate))) return nothingToSay;
  if (rate.before === null && rate.nextLine !== null) return judgeOpening(rate, beside);
  const ratio = ratioOf(rate.value, beside);
  const hasMoved = fromOne(ratio).gt(moveOfDay);
  const doubt = findDoubt(stepTo(rate, beside), "any") ?? doubtAtSeam(rate);
  if (doubt) return { problem: toWarning(rate, doubt), hasMoved };
  if (fromOne(ratio).lte(noticeableMove(rate))) return { problem: null, hasMoved };
  const message = `${nameOf(rate)} moves by ${formatMove(ratio)}, from ${beside} to ${rate.value}.`;
  const { line, value: text } = rate;
  const problem = {
    line,
    column: null,
    text,
    code: "large-move",
    severity: "notice",
    message,
  } as const;
  return { problem, hasMoved };
}

/**
 * The first rate of a series, followed by others of the file: of the two, the next one is judged, unless it agrees with
 * the one after it and so shows that this one slipped.
 */
function judgeOpening(rate: NeighbouringRate, next: string): Judgement {
  if (rate.afterNext === null || !isOneLevel(next, rate.afterNext)) return nothingToSay;
  const doubt = findDoubt(stepTo(rate, next), "slip");
  return doubt ? { problem: toWarning(rate, doubt), hasMoved: true } : nothingToSay;
}

/** Older rates that a file puts before stored ones agree among themselves when all are of another scale: the seam tells. */
function doubtAtSeam(rate: NeighbouringRate): FoundDoubt | null {
  const isSeam = rate.beforeLine !== null && rate.nextLine === null;
  return isSeam && rate.next !== null ? findDoubt(stepTo(rate, rate.next), "slip") : null;
}

/** The least move, as a share, of which a notice is given. */
function noticeableMove({ base, quote, officialPeg }: NeighbouringRate): number {
  if (officialPeg) return noticeable.peg;
  return [base, quote].some((code) => calmCurrencies.includes(code))
    ? noticeable.small
    : noticeable.any;
}

function goesBack({ value, earlier }: NeighbouringRate): boolean {
  // Where nothing was before the doubtful rate, it was doubted because of this one.
  return earlier === null || isOneLevel(value, earlier);
}

function isOneLevel(rate: string, other: string): boolean {
  return fromOne(ratioOf(rate, other)).lte(oneLevel);
}

function stepTo({ base, quote, value }: NeighbouringRate, beside: string): Step {
  return { base, quote, value, beside };
}

function toWarning(rate: NeighbouringRate, { code, reason }: FoundDoubt): RowProblem {
  const { line, value: text } = rate;
  const outcome = code === "jump" ? `; ${outcomeOf(rate)}.` : "";
  const message = `${nameOf(rate)}: ${text} ${reason}${outcome}`;
  return { line, column: null, text, code, severity: "warning", message };
}

/** Whether a jump reverts: that tells a slip of the pen from a devaluation. */
function outcomeOf({ before, next }: NeighbouringRate): string {
  if (before === null) return "there is none before it";
  if (next === null) return "there is no next rate yet to tell whether it reverts";
  return isOneLevel(next, before)
    ? `it reverts: the next rate is ${next}`
    : `it does not revert: the next rate is ${next}`;
}

function nameOf({ series, period }: NeighbouringRate): string {
  return `${series} on ${period}`;
}
