import type { Chart, Plugin } from "chart.js";
import type { Colors } from "./colors.ts";
import type { Point } from "./gaps.ts";
import { chartFont } from "./picture.ts";
import { spreadLabels } from "./spread-labels.ts";

/** What is written where a line ends: whose it is, in bold with its last value, and its change. */
export interface EndLabel {
  /** The line's name among the others. */
  id: string;
  text: string;
  value: string;
  change: string;
  color: string;
  end: Point;
  /** The name of the value scale that the line is drawn on. */
  scale: string;
}

/** A label as it stands on the canvas: the middle of its left edge, in CSS pixels. */
export interface PlacedLabel extends EndLabel {
  x: number;
  y: number;
  width: number;
  /** The end of its line, where the leader begins. */
  from: { x: number; y: number };
}

const apart = 18;
const beside = 14;
const half = 12;

const placed = new WeakMap<Chart, PlacedLabel[]>();

/**
 * Writes each line's label beside its end, none over another, with a leader where it had to move. They stand for a
 * legend.
 */
export function endLabels(labels: readonly EndLabel[], room: number, colors: Colors): Plugin {
  const short = room <= shortRoom(labels);
  return {
    id: "kurs-end-labels",
    afterDatasetsDraw(chart) {
      const all = placeLabels(labels, short, chart).map((label) => ({
        ...label,
        width: writeLabel(chart.ctx, label, short, colors),
      }));
      placed.set(chart, all);
    },
  };
}

/** The id of the line whose label is at this place of the canvas, in CSS pixels; null where there is none. */
export function labelAt(chart: Chart, at: { x: number; y: number }): string | null {
  const found = (placed.get(chart) ?? []).find(
    ({ x, y, width }) => at.x >= x - 4 && at.x <= x + width && Math.abs(at.y - y) <= half,
  );
  return found?.id ?? null;
}

/** Where the labels of a drawn chart stand, for whoever wants to know that none touches another. */
export function placedLabels(chart: Chart): readonly PlacedLabel[] {
  return placed.get(chart) ?? [];
}

/**
 * The room that the labels need at the right, in CSS pixels, at most 30 % of `width`: where whole labels do not fit,
 * names
 * alone are written. A canvas cannot be asked before it is laid out.
 */
export function endLabelRoom(labels: readonly EndLabel[], width: number): number {
  if (labels.length === 0) return 8;
  const wanted = roomFor(labels, false);
  return wanted <= width * 0.3 ? wanted : shortRoom(labels);
}

const shortRoom = (labels: readonly EndLabel[]) => roomFor(labels, true);

const roomFor = (labels: readonly EndLabel[], short: boolean) =>
  Math.ceil(Math.max(0, ...labels.map((label) => widthOf(label, short)))) + 28;

/** About how wide a label is, whole or with nothing but its name. */
function widthOf({ text, value, change }: EndLabel, short: boolean): number {
  const bold = [text, short ? "" : value].filter((part) => part !== "").join(" ");
  const rest = short || change === "" ? 0 : change.length * 7.4 + 6;
  return bold.length * 7.8 + rest;
}

/**
 * In the margin where a line reaches it, or has no room for its label before it; else beside its own end. None over
 * another.
 */
function placeLabels(
  labels: readonly EndLabel[],
  short: boolean,
  { scales, chartArea }: Chart,
): PlacedLabel[] {
  const { x } = scales;
  const margin = chartArea.right + beside + 4;
  const ends = labels.flatMap((label) => {
    const scale = scales[label.scale];
    if (!x || !scale) return [];
    const from = {
      x: x.getPixelForValue(label.end.x),
      y: scale.getPixelForValue(label.end.y),
    };
    const width = widthOf(label, short);
    const isEarly = from.x + beside + width < chartArea.right;
    return [{ ...label, from, width, x: isEarly ? from.x + beside : margin, y: from.y }];
  });
  return groupsOf(ends).flatMap((group) => {
    const scale = scales[group[0]?.scale ?? ""];
    if (!scale) return group;
    const wishes = group.map(({ from }) => from.y);
    const places = spreadLabels(wishes, apart, scale.top + 6, scale.bottom - 6);
    return group.map((label, i) => ({ ...label, y: places[i] ?? label.y }));
  });
}

/**
 * Labels of one panel that stand beside each other: those in the margin, and those of lines that end near the same day.
 */
function groupsOf(ends: readonly PlacedLabel[]): PlacedLabel[][] {
  const groups: PlacedLabel[][] = [];
  for (const label of [...ends].sort((a, b) => a.x - b.x)) {
    const near = groups.findLast((group) =>
      group.some((other) => other.scale === label.scale && label.x < other.x + other.width + half),
    );
    if (near) near.push(label);
    else groups.push([label]);
  }
  return groups;
}

/** Writes one label over a halo, so that a line behind it does not cross it out; gives its width. */
function writeLabel(
  ctx: CanvasRenderingContext2D,
  { x, y, from, text, value, change, color }: PlacedLabel,
  short: boolean,
  { surface, rule }: Colors,
): number {
  const bold = [text, short ? "" : value].filter((part) => part !== "").join(" ");
  const write = (words: string, left: number, weight: "normal" | 600) => {
    const font = chartFont(13, weight);
    ctx.font = `${font.weight} ${font.size}px ${font.family}`;
    ctx.strokeText(words, left, y);
    ctx.fillText(words, left, y);
    return ctx.measureText(words).width;
  };
  ctx.save();
  if (Math.abs(y - from.y) > 3 || x - from.x > 2 * beside) {
    ctx.strokeStyle = rule;
    ctx.beginPath();
    ctx.moveTo(from.x + 7, from.y);
    ctx.lineTo(x - 3, y);
    ctx.stroke();
  }
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  [ctx.strokeStyle, ctx.lineWidth, ctx.fillStyle] = [surface, 4, color];
  const first = write(bold, x, 600);
  const second = short || change === "" ? 0 : 6 + write(change, x + first + 6, "normal");
  ctx.restore();
  return first + second;
}
