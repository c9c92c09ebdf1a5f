import type { Point } from "./gaps.ts";
import { runsOf, thinRun } from "./thin.ts";
import { valueAxis, type ValueAxis } from "./value-axis.ts";
import { svgPoint } from "./svg-point.ts";

/** The plot of one panel: its size in the units of its drawing, and the time at its ends in milliseconds UTC. */
export interface PanelBox {
  width: number;
  height: number;
  from: number;
  to: number;
}

/** One line in a panel: an SVG path, and dots for points that no line reaches and for the last one. */
export interface PanelLine {
  path: string;
  isolated: { x: number; y: number }[];
  last: { x: number; y: number } | null;
}

const stretches = 60;
const leastShare = 0.02;

/** One value axis for the panels of all these lines, with few ticks; a baseline is always within it. */
export function panelAxis(lines: readonly (readonly Point[])[], baseline: number | null) {
  const values = lines.flatMap((points) => points.map(({ y }) => y)).filter(Number.isFinite);
  return valueAxis(baseline === null ? values : [...values, baseline], { most: 5, leastShare });
}

/** The line of a panel on an axis: lowest and highest of each of 60 stretches, broken where the line is. */
export function panelLine(points: readonly Point[], box: PanelBox, axis: ValueAxis): PanelLine {
  const place = ({ x, y }: Point) => ({
    x: ((x - box.from) / (box.to - box.from || 1)) * box.width,
    y: heightOf(y, box, axis),
  });
  const within = points.filter(({ x }) => x >= box.from && x <= box.to);
  const runs = runsOf(within).map((run) => thinRun(run, (box.to - box.from) / stretches));
  const last = within.findLast(({ y }) => !Number.isNaN(y));
  return {
    path: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map((point) => svgPoint(place(point))).join("L")}`)
      .join(""),
    isolated: runs.filter((run) => run.length === 1).flatMap((run) => run.map(place)),
    last: last ? place(last) : null,
  };
}

/** How far below the top of its panel a value stands. */
export function heightOf(value: number, { height }: PanelBox, { min, max }: ValueAxis): number {
  return height - ((value - min) / (max - min || 1)) * height;
}
