/** The middle one of some measurements, which a single disturbed run does not move. */
export function median(measured: readonly number[]): number {
  const sorted = [...measured].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
