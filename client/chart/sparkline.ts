import type { Point } from "./gaps.ts";
import { runsOf, thinRun } from "./thin.ts";
import { svgPoint } from "./svg-point.ts";

/** The box that a sparkline is drawn in, and the days at its ends in milliseconds UTC. */
export interface SparkBox {
  width: number;
  height: number;
  from: number;
  to: number;
}

/** An SVG path, and the dots that a path cannot show: isolated points and the last one. */
export interface Sparkline {
  path: string;
  isolated: { x: number; y: number }[];
  last: { x: number; y: number } | null;
}

const buckets = 30;
const inset = 3;
const leastShare = 0.02;

/** The shape of a year: at most the lowest and the highest point of each of 30 stretches, broken where the line is. */
export function sparkline(points: readonly Point[], box: SparkBox): Sparkline {
  const place = placing(points, box);
  const runs = runsOf(points).map((run) => thinRun(run, (box.to - box.from) / buckets));
  const lines = runs.filter((run) => run.length > 1);
  const last = points.findLast(({ y }) => !Number.isNaN(y));
  return {
    path: lines.map((run) => "M" + run.map((p) => svgPoint(place(p))).join("L")).join(""),
    isolated: runs.filter((run) => run.length === 1).flatMap((run) => run.map(place)),
    last: last ? place(last) : null,
  };
}

function placing(points: readonly Point[], { width, height, from, to }: SparkBox) {
  const values = points.map(({ y }) => y).filter((y) => !Number.isNaN(y));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, Math.abs(high + low) * 0.5 * leastShare) || 1;
  const bottom = (low + high) / 2 - span / 2;
  return ({ x, y }: Point) => ({
    x: inset + ((x - from) / (to - from || 1)) * (width - 2 * inset),
    y: height - inset - ((y - bottom) / span) * (height - 2 * inset),
  });
}
