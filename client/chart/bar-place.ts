/**
 * Where a value stands on the scale that bars share, from 0 to 1. Zero is always on it, and nothing can change it: bars
 * begin at `barPlace(0, all)`.
 */
export function barPlace(value: number, all: readonly number[]): number {
  const lowest = Math.min(0, ...all);
  const span = Math.max(0, ...all) - lowest;
  return span === 0 ? 0 : (value - lowest) / span;
}
