import {
  isOneLevel,
  longestSlip,
  openingBefore,
  type PlacedRate,
  reach,
  runFrom,
  type SurroundedRate,
} from "./rate-surroundings.ts";

/** Which of two rates that cannot both be right has slipped: this one, the one before it, either, or the stored one. */
export type SlipSide = "this" | "before" | "either" | "stored";

/**
 * On which side of a step between a rate and `beside`, the one that it is measured by, the slip lies: the level at
 * which most of the rates around are is believed, and what is stored before what comes.
 */
export function slipSide(rate: SurroundedRate, beside: PlacedRate): SlipSide {
  const around = [...rate.former, ...rate.later];
  const like = (one: PlacedRate) => around.filter((other) => isOneLevel(other, one));
  const [others, own] = [like(beside), like(rate)];
  const [isKept, isOwnKept] = [others, own].map((rates) => rates.some(isStored));
  const lead = others.length - own.length - 1;
  if (isKept && !isOwnKept) return "this";
  if (lead < 0 && isOwnKept && isStored(beside)) return "stored";
  if (lead > 0 || (lead === 0 && returns(rate, beside))) return "this";
  const isOpening = openingBefore(rate).length > 0 && !goesBack(rate, beside);
  return lead < 0 && isOpening ? "before" : "either";
}

/** Whether the rates go back to the level of `beside` once the run that begins with this one is over. */
export function returns(rate: SurroundedRate, beside: PlacedRate): boolean {
  const next = rate.later[runFrom(rate).length - 1];
  return next !== undefined && isOneLevel(next, beside);
}

/** Whether the run that begins with this rate is too long to be one of slips. */
export function lasts(rate: SurroundedRate): boolean {
  return runFrom(rate).length > longestSlip;
}

/** Whether the last that is seen, which is not the last that there is, is at the level of `beside` again. */
function goesBack({ later }: SurroundedRate, beside: PlacedRate): boolean {
  const last = later[reach - 1];
  return last !== undefined && isOneLevel(last, beside);
}

const isStored = ({ line }: PlacedRate) => line === null;
