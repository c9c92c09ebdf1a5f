import type { RowProblem } from "../contract/import-report.ts";
import { findDoubt, type FoundDoubt, fromOne, ratioOf } from "./rate-doubts.ts";
import {
  isOneLevel,
  leading,
  openingBefore,
  type PlacedRate,
  reach,
  runFrom,
  type SurroundedRate,
} from "./rate-surroundings.ts";
import { eitherWarning, moveNotice, stepBetween, warning, warningsOf } from "./rate-warning.ts";
import { lasts, returns, slipSide } from "./slip-side.ts";

/** What was thought of the rates of a series before one that is judged. */
export interface Past {
  /** The periods that have slipped; what only goes back after them has not. */
  doubted: readonly string[];
  /** Where the series was before it slipped for longer than is seen; it may go back there. */
  left: readonly PlacedRate[];
}

/** What is thought of a rate. */
export interface Judgement {
  /** Warnings of it and of rates beside it, or the notice of a large but believable move. */
  problems: readonly RowProblem[];
  /** The day on which the series moves, as it does on a suspicious day; null where it does not. */
  movedOn: string | null;
  past: Past;
}

const moveOfDay = 0.05;
const noticeable = { any: 0.1, small: 0.05, peg: 0.005 };
/** Som and somoni move less than others. */
const calmCurrencies: readonly string[] = ["KGS", "TJS"];

/** The least moves of which anything may be said: of any rate, and of one that is pegged officially. */
export const leastMoves = { any: moveOfDay, pegged: noticeable.peg } as const;

/** Before the first rate of a series. */
export const noPast: Past = { doubted: [], left: [] };

/** More of them are no more among the rates around one. */
const mostDoubted = 3 * reach;

/**
 * Judges a rate by those around it, and by what was thought of those before it. A slip is told once, in its own line:
 * neither what goes back after it is doubted, nor what came before it. Where most of the rates around are against the
 * one before, that one is warned of, as far as the series begins with it; where nothing tells, the warning names both
 * lines.
 */
export function judgeRate(rate: SurroundedRate, past: Past): Judgement {
  const [before] = rate.former;
  const nothingToSay = { problems: [], movedOn: null, past };
  if (past.doubted.includes(rate.period)) return nothingToSay;
  if (!before) return judgeFirst(rate, past);
  const trusted = rate.former.find(({ period }) => !past.doubted.includes(period));
  const wasDoubted = trusted !== before;
  if (wasDoubted && (!trusted || isOneLevel(rate, trusted))) return nothingToSay;
  if (past.left.some((level) => isOneLevel(rate, level) && !isOneLevel(before, level)))
    return nothingToSay;
  return judgeStep(rate, trusted, past);
}

/**
 * Where nothing is before a rate, it is judged by a stored one that follows; by one of the file, that one is judged.
 */
function judgeFirst(rate: SurroundedRate, past: Past): Judgement {
  const [next] = rate.later;
  if (next?.line === null) return judgeStep(rate, next, past);
  return { problems: [], movedOn: null, past };
}

function judgeStep(rate: SurroundedRate, beside: PlacedRate, past: Past): Judgement {
  const ratio = ratioOf(rate.value, beside.value);
  const movedOn = fromOne(ratio).gt(moveOfDay) && !isDayBack(rate) ? rate.period : null;
  const judgement = { problems: [], movedOn, past };
  const doubt = findDoubt(stepBetween(rate, rate, beside), "any");
  if (doubt?.code === "jump") return { ...judgement, ...judgeJump(rate, beside, past) };
  if (doubt) return { ...judgement, ...judgeSlip(rate, beside, doubt, past) };
  const seam = doubtAtSeam(rate);
  if (seam) return { ...judgement, problems: [warning(rate, rate, seam)] };
  const isLarge = fromOne(ratio).gt(noticeableMove(rate));
  return isLarge ? { ...judgement, problems: [moveNotice(rate, beside)] } : judgement;
}

/** A jump that reverts is one of all the rates up there; of one that stays, only the first is told. */
function judgeJump(rate: SurroundedRate, beside: PlacedRate, past: Past): Partial<Judgement> {
  if (rate.former.length > 0 && returns(rate, beside))
    return accuse(rate, runFrom(rate), beside, past);
  return { problems: warningsOf(rate, [rate], beside) };
}

function judgeSlip(
  rate: SurroundedRate,
  beside: PlacedRate,
  doubt: FoundDoubt,
  past: Past,
): Partial<Judgement> {
  const side = slipSide(rate, beside);
  if (side === "stored") return {};
  if (side === "before") return accuse(rate, openingBefore(rate), rate, past);
  if (side === "this" && !lasts(rate)) return accuse(rate, runFrom(rate), beside, past);
  const left = lasts(rate) ? [beside] : past.left;
  const isOpen = side === "either";
  const problem = isOpen ? eitherWarning(rate, beside, doubt) : warning(rate, rate, doubt);
  return { problems: [problem], past: { ...past, left } };
}

/** The series moves on the first of the days that slipped; where it begins with them, on the last. */
function accuse(
  rate: SurroundedRate,
  slipped: readonly PlacedRate[],
  right: PlacedRate,
  past: Past,
): Partial<Judgement> {
  const periods = slipped.map(({ period }) => period);
  const doubted = [...past.doubted, ...periods].slice(-mostDoubted);
  const movedOn = right === rate ? (periods.at(-1) ?? null) : rate.period;
  return { problems: warningsOf(rate, slipped, right), movedOn, past: { ...past, doubted } };
}

/**
 * Older rates that a file puts before stored ones agree among themselves when all are of another scale: the seam tells.
 */
function doubtAtSeam(rate: SurroundedRate): FoundDoubt | null {
  const [[before], [next]] = [rate.former, rate.later];
  if (!before || before.line === null || next?.line !== null) return null;
  const like = (one: PlacedRate) => rate.later.filter((other) => isOneLevel(other, one)).length;
  return like(rate) > like(next) ? null : findDoubt(stepBetween(rate, rate, next), "slip");
}

/** Whether a rate is back where the series was before rates of the file that moved away for some days. */
function isDayBack(rate: SurroundedRate): boolean {
  const isNear = (one: PlacedRate, other: PlacedRate) =>
    fromOne(ratioOf(one.value, other.value)).lte(moveOfDay);
  const away = leading(rate.former, (other) => other.line !== null && !isNear(rate, other));
  const [departure, origin] = [away.at(-1), rate.former[away.length]];
  return departure && origin ? isNear(rate, origin) && !isNear(departure, origin) : false;
}

/** The least move, as a share, of which a notice is given. */
function noticeableMove({ base, quote, officialPeg }: SurroundedRate): number {
  if (officialPeg) return noticeable.peg;
  return [base, quote].some((code) => calmCurrencies.includes(code))
    ? noticeable.small
    : noticeable.any;
}
