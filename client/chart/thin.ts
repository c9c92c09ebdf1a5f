import type { Point } from "./gaps.ts";

/** More points than this, or than so many in a column of pixels, show nothing that their lowest and highest do not. */
const [mostPoints, mostInColumn] = [20_000, 2];

/** True where lines with so many points are thinned on a width in pixels. */
export function isTooMany(counts: readonly number[], width: number): boolean {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return all > mostPoints || counts.some((count) => count > mostInColumn * width);
}

/** Points without a break among them, part by part. */
export function runsOf(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (Number.isNaN(point.y)) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

/** The lowest and the highest of each stretch, in order of time; never an average, which would hide a one-day fall. */
export function thinRun(run: readonly Point[], stretch: number): Point[] {
  const parts = new Map<number, Point[]>();
  for (const point of run) {
    const part = Math.floor(point.x / stretch);
    const found = parts.get(part);
    if (found) found.push(point);
    else parts.set(part, [point]);
  }
  return [...parts.values()].flatMap((part) => {
    const [low, high] = [lowest(part), highest(part)];
    return part.filter((point) => point === low || point === high);
  });
}

/** As `thinRun`, for points with breaks, which stay; the last point stays too, since its label is beside it. */
export function thinPoints(points: readonly Point[], stretch: number): Point[] {
  const last = points.findLast(({ y }) => !Number.isNaN(y));
  const runs = runsOf(points).map((run) => {
    const kept = thinRun(run, stretch);
    return last && run.includes(last) && !kept.includes(last) ? [...kept, last] : kept;
  });
  return runs.flatMap((run, i) => (i === 0 ? run : [{ x: run[0]?.x ?? 0, y: NaN }, ...run]));
}

const lowest = (part: readonly Point[]) =>
  part.reduce((low, next) => (next.y < low.y ? next : low));
const highest = (part: readonly Point[]) =>
  part.reduce((high, next) => (next.y >= high.y ? next : high));
