import type { WarningCode } from "../contract/import-report.ts";
import { type Quantity, quantity } from "./derive-rate.ts";

/** From one rate to the rate beside it, both decimal text. */
export interface Step {
  base: string;
  quote: string;
  value: string;
  beside: string;
  /** What the other is to this one: `the rate beside it`. */
  besideName: string;
}

/** A step with `value ÷ beside`, which every question asks for. */
interface Measured extends Step {
  ratio: Quantity;
}

/** One question about a step: is it believable? */
interface Doubt {
  code: WarningCode;
  holds(step: Measured): boolean;
  explain(step: Measured): string;
}

/** Why a rate is not believed. */
export interface FoundDoubt {
  code: WarningCode;
  /** The end of a sentence that begins with the rate. */
  reason: string;
}

const blockingMove = 0.4;
const spreadOfScale = 0.05;
const spreadOfInverse = 0.2;
/** Publishers quote per 1, 10, 100, … up to 100,000 units. */
const largestPower = 5;

const scale: Doubt = {
  code: "scale",
  holds: ({ ratio }) => scaleOf(ratio) !== null,
  explain: ({ ratio, beside, besideName }) =>
    `is about ${scaleOf(ratio) ?? ""} ${besideName}, ${beside}: is it quoted per another number of units?`,
};

const inverted: Doubt = {
  code: "inverted",
  holds: ({ value, beside, ratio }) => {
    const product = quantity(value).times(beside);
    if (fromOne(product).gt(spreadOfInverse)) return false;
    const away = fromOne(ratio);
    // 1/value against the rate beside it is 1/(value × beside).
    return away.gt(spreadOfInverse) && fromOne(quantity("1").div(product)).lt(away);
  },
  explain: ({ value, beside, besideName, base, quote }) =>
    `looks inverted, since ${besideName} is ${beside}: is 1 ${base} = ${value} ${quote} what the publisher means?`,
};

const jump: Doubt = {
  code: "jump",
  holds: ({ ratio }) => fromOne(ratio).gt(blockingMove),
  explain: ({ ratio, beside, besideName }) =>
    `is ${formatMove(ratio)} away from ${besideName}, ${beside}`,
};

/** In the order in which they are asked: a slip that explains itself goes before one that does not. */
const slips: readonly Doubt[] = [scale, inverted];
const doubts: readonly Doubt[] = [...slips, jump];

/** The first doubt about a step, of those that only a slip explains (`slip`) or of all; null for a believable step. */
export function findDoubt(step: Step, kind: "slip" | "any"): FoundDoubt | null {
  const measured = { ...step, ratio: ratioOf(step.value, step.beside) };
  const found = (kind === "slip" ? slips : doubts).find((doubt) => doubt.holds(measured));
  return found ? { code: found.code, reason: found.explain(measured) } : null;
}

/** `value ÷ beside`, not rounded. */
export function ratioOf(value: string, beside: string): Quantity {
  return quantity(value).div(beside);
}

/** How far a ratio is from 1, as a share. */
export function fromOne(ratio: Quantity): Quantity {
  return ratio.minus(1).abs();
}

/** A ratio as a change in per cent to three significant digits, with its sign. */
export function formatMove(ratio: Quantity): string {
  const percent = ratio.minus(1).times(100);
  const digits = percent.abs().toSignificantDigits(3).toFixed();
  return `${percent.isNegative() ? "−" : "+"}${digits} %`;
}

function scaleOf(ratio: Quantity): string | null {
  const power = Math.round(Math.log10(ratio.toNumber()));
  if (power === 0 || Math.abs(power) > largestPower) return null;
  if (fromOne(ratio.times(`1e${-power}`)).gt(spreadOfScale)) return null;
  return power > 0 ? `${10 ** power} times` : `1/${10 ** -power} of`;
}
