import { type ValueAxis, valueAxis, type ValueAxisWish } from "./value-axis.ts";

/** True where a logarithm cannot be drawn: some value is zero or below. */
export function logRefused(
  lines: readonly { observations: readonly { value: number | null }[] }[],
) {
  return lines.some(({ observations }) =>
    observations.some(({ value }) => value !== null && value <= 0),
  );
}

/**
 * Limits and ticks of a logarithmic axis for values above zero: 1-2-5 of each power of ten up to two decades, powers of
 * ten beyond, and below one decade those of a linear axis. `step` is the one that decides the decimals of all ticks.
 */
export function logAxis(values: readonly number[], wish: ValueAxisWish): ValueAxis {
  const seen = values.filter((value) => value > 0 && Number.isFinite(value));
  const low = seen.reduce((least, value) => Math.min(least, value), Infinity);
  const high = seen.reduce((most, value) => Math.max(most, value), 0);
  const decades = Math.log10(high / low);
  if (!(decades >= 1)) return withoutZero(valueAxis(values, wish), low);
  const ticks = ticksBetween(low, high, decades <= 2 ? [1, 2, 5] : [1]);
  const shown = thinned(ticks, wish.most + 2);
  return { min: ticks[0] ?? low, max: ticks.at(-1) ?? high, ticks: shown, step: shown[0] ?? low };
}

/** A linear axis may begin at zero, where a logarithm has no place. */
function withoutZero(axis: ValueAxis, low: number): ValueAxis {
  const ticks = axis.ticks.filter((tick) => tick > 0);
  const first = ticks[0] ?? low;
  return { ...axis, ticks, min: Math.min(first, low) };
}

/** Ticks from the last at or below `low` to the first at or above `high`. */
function ticksBetween(low: number, high: number, factors: readonly number[]): number[] {
  const powers: number[] = [];
  const top = Math.ceil(Math.log10(high)) + 1;
  for (let power = Math.floor(Math.log10(low)) - 1; power <= top; power += 1) powers.push(power);
  const all = powers.flatMap((power) => factors.map((factor) => Number(`${factor}e${power}`)));
  const first = all.findLastIndex((tick) => tick <= low);
  const last = all.findIndex((tick) => tick >= high);
  return all.slice(Math.max(0, first), last + 1);
}

/** Every second, third … tick, so that no more than `most` are left. */
function thinned(ticks: readonly number[], most: number): number[] {
  const step = Math.ceil(ticks.length / most);
  return ticks.filter((_, i) => i % step === 0);
}
