import type { Status } from "../../server/contract/observation.ts";
import { type Frequency, readPeriod } from "../../server/contract/period.ts";

/** A place on a time chart: milliseconds UTC and a value; `y` is NaN where the line is broken. */
export interface Point {
  x: number;
  y: number;
  /** Not the last word: provisional, estimated, or of a period that is not over; `forecast` was never seen. */
  mark?: "open" | "forecast";
  /** The first in another definition or unit: no line leads to it, and it is compared with nothing before it. */
  anew?: true;
}

/** A stretch that nobody published: the observations on its two sides. */
export interface Gap {
  from: Point;
  to: Point;
}

/** What the chart reads of an observation: `status` where it is not normal, `count` where it was aggregated. */
export interface Dated {
  period: string;
  value: number | null;
  status?: Status | undefined;
  count?: number | undefined;
}

const dayMs = 86_400_000;

/**
 * The longest distance over which two observations are joined, in days. Ten cover Nowruz, New Year and Eid closures.
 */
export const joinedDays: Record<Frequency, number> = {
  D: 10,
  W: 21,
  M: 62,
  Q: 190,
  S: 250,
  A: 400,
};

/** Lines of one page share their days, and each is asked for several times. */
const begins = new Map<string, number>();

/** Milliseconds UTC of a period's first day; NaN for text that is no period. */
export function periodMs(period: string): number {
  const known = begins.get(period);
  if (known !== undefined) return known;
  const ms = Date.parse(readPeriod(period)?.start ?? "");
  begins.set(period, ms);
  return ms;
}

/**
 * Points of a line, oldest first as the observations come. A missing value, a distance longer than the frequency's
 * limit, or
 * a break in the series leaves a point with `y` NaN between its neighbours, so that the line breaks there. `nominal`
 * multiplies.
 */
export function toPoints(
  observations: readonly Dated[],
  frequency: Frequency,
  nominal = 1,
): Point[] {
  const limit = joinedDays[frequency] * dayMs;
  const points: Point[] = [];
  for (const { period, value, status } of observations) {
    const x = periodMs(period);
    const before = points.at(-1);
    const isApart = before && (x - before.x > limit || status === "B");
    if (isApart && !Number.isNaN(before.y)) points.push({ x: (before.x + x) / 2, y: NaN });
    points.push({ x, y: value === null ? NaN : value * nominal, ...markOf(status) });
  }
  return points;
}

/** How a value of this status is set apart from a final one. */
export function markOf(status: Status | undefined): Pick<Point, "mark" | "anew"> {
  if (status === "B") return { anew: true };
  if (status === "F") return { mark: "forecast" };
  return status === "P" || status === "E" ? { mark: "open" } : {};
}

/** The gaps between drawn points, for a hint that bridges them; over a break in the series there is no bridge. */
export function gapsIn(points: readonly Point[]): Gap[] {
  const gaps: Gap[] = [];
  let from: Point | null = null;
  let broken = false;
  for (const point of points) {
    if (Number.isNaN(point.y)) broken = true;
    else {
      if (from && broken && !point.anew) gaps.push({ from, to: point });
      [from, broken] = [point, false];
    }
  }
  return gaps;
}

/** True for a point that no line reaches: it must be drawn as a dot, or it vanishes. */
export function isIsolated(points: readonly Point[], index: number): boolean {
  const blank = (point: Point | undefined) => !point || Number.isNaN(point.y);
  return !blank(points[index]) && blank(points[index - 1]) && blank(points[index + 1]);
}
