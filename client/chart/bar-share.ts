/** The share of the longest bar that a bar has, from 0 to 1: bars start at zero, and nothing can change it. */
export function barShare(value: number, all: readonly number[]): number {
  const longest = Math.max(0, ...all);
  return longest === 0 ? 0 : Math.max(0, value) / longest;
}
