import type { ChartDataset, ScriptableContext, ScriptableLineSegmentContext } from "chart.js";
import type { Colors } from "./colors.ts";
import { entityMark, entitySlot } from "./entity-slot.ts";
import { isIsolated, type Point } from "./gaps.ts";
import { isDrawn, type Line } from "./line-plan.ts";
import { panelScale } from "./panels.ts";

/** How a line stands among others: alike, before them, or behind the one that the reader looks at. */
export type Standing = "alike" | "focused" | "context";

const mostDotted = 40;
const pegDash = [6, 3];
const openDash = [4, 4];
/** Where hues are not to be had, dashes tell the lines apart, by slot. */
const forcedDashes = [[], [10, 3], [2, 3], [10, 3, 2, 3], [5, 5], [14, 4], [2, 6], [7, 2, 2, 2]];

const widths = { alike: 2, focused: 3, context: 1.5 } as const;

/** The colour of a line in its standing: what is behind has none of its own. */
export function lineColor(code: string, standing: Standing, colors: Colors): string {
  return standing === "context" ? fainter(colors.ink3) : colors.line(entitySlot(code));
}

/**
 * Chart.js dataset of a line: breaks stay breaks, what is set or held goes in steps, an open or forecast stretch is
 * dashed,
 * its points hollow; the end has the entity's marker, an isolated point is a dot.
 */
export function lineDataset(
  line: Line,
  standing: Standing,
  colors: Colors,
): ChartDataset<"line", Point[]> {
  const { id, code, points, shape, panel } = line;
  const color = lineColor(code, standing, colors);
  const last = points.findLastIndex(isDrawn);
  const mark = entityMark(code);
  const atEnd =
    <Value>(end: Value, other: Value) =>
    ({ dataIndex }: ScriptableContext<"line">) =>
      dataIndex === last ? end : other;
  return {
    label: id,
    data: [...points],
    yAxisID: panelScale(panel),
    borderColor: color,
    backgroundColor: color,
    borderWidth: widths[standing],
    borderDash: dashOf(line, colors),
    borderJoinStyle: "round",
    // What Chart.js calls "before" holds a value until the next one.
    stepped: shape === "step" || shape === "peg" ? "before" : false,
    tension: 0,
    spanGaps: false,
    clip: 8,
    order: { focused: 0, alike: 1, context: 2 }[standing],
    segment: { borderDash: (at) => (isOpenSegment(at, points) ? openDash : undefined) },
    pointStyle: atEnd(mark.style, "circle"),
    pointRotation: atEnd(mark.rotation, 0),
    pointRadius: ({ dataIndex }) => pointRadius(line, dataIndex, last),
    pointBorderColor: color,
    pointBorderWidth: ({ dataIndex }) =>
      points[dataIndex]?.mark || (dataIndex === last && isStroked(mark.style)) ? 2 : 0,
    pointBackgroundColor: ({ dataIndex }) => (points[dataIndex]?.mark ? colors.surface : color),
  };
}

function pointRadius({ points, shape }: Line, index: number, last: number): number {
  if (index === last) return 5;
  if (shape === "dots") return 4;
  if (shape === "spans") return 0;
  if (points[index]?.mark) return points.length <= mostDotted ? 3.5 : 0;
  if (isIsolated(points, index)) return 3;
  return points.length <= mostDotted ? 2.5 : 0;
}

function dashOf({ code, shape }: Line, { forced }: Colors): number[] {
  if (shape === "peg") return pegDash;
  return forced ? (forcedDashes[(entitySlot(code) ?? 1) - 1] ?? []) : [];
}

const isOpenSegment = ({ p1DataIndex }: ScriptableLineSegmentContext, points: readonly Point[]) =>
  points[p1DataIndex]?.mark !== undefined;

/** Markers that are drawn with a pen: without a border there is nothing of them. */
const isStroked = (style: string) => ["cross", "crossRot", "star"].includes(style);

const fainter = (color: string) => color.replace(/^rgb\(([^)]*)\)$/, "rgba($1, 0.6)");
