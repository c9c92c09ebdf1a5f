import type { RowProblem } from "../contract/import-report.ts";
import { findDoubt, type FoundDoubt, formatMove, ratioOf, type Step } from "./rate-doubts.ts";
import {
  openingBefore,
  type PlacedRate,
  runFrom,
  type SurroundedRate,
} from "./rate-surroundings.ts";
import { returns } from "./slip-side.ts";

/** From one of the rates around a rate, or that one itself, to another of them. */
export function stepBetween(rate: SurroundedRate, one: PlacedRate, beside: PlacedRate): Step {
  const inOrder = [...rate.former.toReversed(), rate, ...rate.later];
  const apart = Math.abs(inOrder.indexOf(one) - inOrder.indexOf(beside));
  const besideName = apart === 1 ? "the rate beside it" : `the rate of ${beside.period}`;
  const { base, quote } = rate;
  return { base, quote, value: one.value, beside: beside.value, besideName };
}

/** A warning of each of some rates of the file around a rate, as far as they are doubtful beside the `right` one. */
export function warningsOf(
  rate: SurroundedRate,
  slipped: readonly PlacedRate[],
  right: PlacedRate,
): RowProblem[] {
  return slipped.flatMap((one) => {
    const doubt = findDoubt(stepBetween(rate, one, right), "any");
    if (!doubt) return [];
    const outcome = doubt.code === "jump" ? `; ${outcomeOf(rate, right)}.` : "";
    return warning(rate, one, doubt, outcome);
  });
}

/** A warning of a rate that is right if the one beside it is not, and the other way round. */
export function eitherWarning(
  rate: SurroundedRate,
  beside: PlacedRate,
  doubt: FoundDoubt,
): RowProblem {
  const [one, other] = [beside, rate].map(({ line, period, value }) =>
    line === null ? `the stored rate of ${period} (${value})` : `line ${line} (${value})`,
  );
  const remark = ` One of these is wrong: ${one ?? ""} or ${other ?? ""}; the rates around them do not tell which.`;
  return warning(rate, rate, doubt, remark);
}

/** The notice of a large but believable move. */
export function moveNotice(
  { series, period, line, value }: SurroundedRate,
  from: PlacedRate,
): RowProblem {
  const move = formatMove(ratioOf(value, from.value));
  const message = `${series} on ${period} moves by ${move}, from ${from.value} to ${value}.`;
  return { line, column: null, text: value, code: "large-move", severity: "notice", message };
}

/** The warning of a rate around a rate; `remark` follows its reason. */
export function warning(
  { series, line: ownLine }: SurroundedRate,
  { period, value, line }: PlacedRate,
  { code, reason }: FoundDoubt,
  remark = "",
): RowProblem {
  const message = `${series} on ${period}: ${value} ${reason}${remark}`;
  return { line: line ?? ownLine, column: null, text: value, code, severity: "warning", message };
}

/** Whether a jump reverts: that tells a slip of the pen from a devaluation. */
function outcomeOf(rate: SurroundedRate, right: PlacedRate): string {
  const [next] = rate.later;
  if (rate.former.length === 0) return "there is none before it";
  if (!next) return "there is no next rate yet to tell whether it reverts";
  if (!returns(rate, right))
    return `it does not revert: the next rate is ${next.value}${openingText(rate)}`;
  const run = runFrom(rate);
  const back = rate.later[run.length - 1]?.value ?? "";
  return run.length === 1
    ? `it reverts: the next rate is ${back}`
    : `it reverts after ${run.length} rates, to ${back}`;
}

/** Few rates at the beginning may be the wrong ones where more are at the level of this one. */
function openingText(rate: SurroundedRate): string {
  const opening = openingBefore(rate);
  const before = opening.at(-1);
  if (!before || opening.length >= runFrom(rate).length) return "";
  return `; else the rate before it is wrong, in line ${before.line ?? 0}`;
}
