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

/** Writes each line's label beside its end, none over another, with a leader where it had to move. They stand for a legend. */
export function endLabels(labels: readonly EndLabel[], room: number, colors: Colors): Plugin {
  const short = room <= shortRoom(labels);
  return {
    id: "kurs-end-labels",
    afterDatasetsDraw(chart) {
      const all = placeLabels(labels, chart).map((label) => ({
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
 * The room that the labels need at the right, in CSS pixels, at most 30 % of `width`: where whole labels do not fit, names
 * alone are written. A canvas cannot be asked before it is laid out.
 */
export function endLabelRoom(labels: readonly EndLabel[], width: number): number {
  if (labels.length === 0) return 8;
  const whole = Math.max(
    ...labels.map(({ text, value, change }) => {
      const bold = [text, value].filter((part) => part !== "").join(" ");
      return bold.length * 7.8 + (change === "" ? 0 : change.length * 7.4 + 6);
    }),
  );
  const wanted = Math.ceil(whole) + 28;
  return wanted <= width * 0.3 ? wanted : shortRoom(labels);
}

const shortRoom = (labels: readonly EndLabel[]) =>
  Math.ceil(Math.max(0, ...labels.map(({ text }) => text.length)) * 7.8) + 28;

/** In the margin where a line reaches it, else beside its own end; apart in each panel. */
function placeLabels(labels: readonly EndLabel[], { scales, chartArea }: Chart): PlacedLabel[] {
  const { x } = scales;
  const ends = labels.map((label) => ({
    ...label,
    from: {
      x: x?.getPixelForValue(label.end.x) ?? 0,
      y: scales[label.scale]?.getPixelForValue(label.end.y) ?? 0,
    },
  }));
  return ends.map((label) => {
    const isEarly = (from: { x: number }) => from.x < chartArea.right - 80;
    const scale = scales[label.scale];
    if (isEarly(label.from) || !scale)
      return { ...label, x: label.from.x + beside, y: label.from.y, width: 0 };
    const mates = ends.filter((other) => other.scale === label.scale && !isEarly(other.from));
    const wishes = mates.map(({ from }) => from.y);
    const places = spreadLabels(wishes, apart, scale.top + 6, scale.bottom - 6);
    const y = places[mates.indexOf(label)] ?? label.from.y;
    return { ...label, x: chartArea.right + beside + 4, y, width: 0 };
  });
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
