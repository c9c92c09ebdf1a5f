import { type Frequency, lastDayOf, readPeriod } from "../../server/contract/period.ts";
import { chosenEvents, type FigureEvent } from "../chart/event-marks.ts";
import { type Dated, periodMs } from "../chart/gaps.ts";
import { lineConfig } from "../chart/line-config.ts";
import type { LinePlan } from "../chart/line-plan.ts";
import { type LineShape, momentOf, shapePoints, shapesOf } from "../chart/line-shape.ts";
import type { Picture } from "../chart/picture.ts";
import type { TimeTick } from "../chart/time-axis.ts";
import type { Locale } from "../format/locale.ts";
import { describePeriod } from "../format/period.ts";
import { formatTick } from "../format/tick.ts";

/** One line of a figure; `label` is written at its end, `name` says in full whose it is. */
export interface FigureLine {
  /** The entity that the line has its colour and its end marker from. */
  code: string;
  /** The line's name in events, where two lines have one code; the code, unless given. */
  id?: string;
  label: string;
  name: string;
  /** The last value as text, after the label and in the list that stands for the labels on a small screen. */
  latest: string;
  /** Its change as text, after that. */
  change?: string;
  frequency: Frequency;
  observations: readonly Dated[];
  /** Lines of unlike units stand in panels of their own, in the order in which the units come. */
  unit?: string;
  /** What is written above the unit's panel. */
  unitTitle?: string;
  /** `step` for what an authority sets, `peg` for what it holds, `dots` for surveys. */
  shape?: Exclude<LineShape, "spans">;
}

/** What a figure of lines shows. */
export interface LineFigure {
  lines: readonly FigureLine[];
  /** Values are multiplied by it before they are drawn. */
  nominal: number;
  /** Oldest first; they are numbered from 1. */
  events: readonly FigureEvent[];
  scale: "lin" | "log";
  /** The period at which an index is 100. */
  base: string | null;
  /** The reader's day, `YYYY-MM-DD`. */
  today: string | null;
  /** The id of the line that stands out. */
  focused: string | null;
}

/** What the cursor walks along: the observations of a line that have a value, and where they are drawn. */
export interface Track {
  id: string;
  line: FigureLine;
  shape: LineShape;
  panel: number;
  seen: readonly Dated[];
  moments: readonly number[];
}

/** The name of a line among the others of its figure. */
export const lineId = ({ id, code }: FigureLine) => id ?? code;

/** The tracks of all lines; a missing value cannot be stood upon. */
export function tracksOf(lines: readonly FigureLine[]): Track[] {
  const shapes = shapesOf(lines);
  const units = unitsOf(lines);
  return lines.map((line, i) => {
    const shape = shapes[i] ?? "line";
    const seen = line.observations.filter(({ value }) => value !== null);
    const moments = seen.map((one) => momentOf(one, shape));
    return { id: lineId(line), line, shape, panel: units.indexOf(line.unit), seen, moments };
  });
}

/** The index of the observation that an event falls on: in its period, or the first after it; −1 outside the track. */
export function eventIndex({ seen }: Track, { start }: FigureEvent): number {
  const bounds = seen.map(({ period }) => readPeriod(period));
  const [first] = bounds;
  if (!first || start < first.start) return -1;
  return bounds.findIndex((bound) => bound !== null && lastDayOf(bound) >= start);
}

/** The picture of some lines, its axes in the reader's words. */
export function linePicture(figure: LineFigure, tracks: readonly Track[], locale: Locale): Picture {
  const { nominal, today, events, scale, focused } = figure;
  const plan: LinePlan = {
    lines: tracks.map(({ id, line, shape, panel }) => ({
      ...line,
      id,
      points: shapePoints(line, shape, nominal, today),
      shape,
      panel,
    })),
    panels: unitsOf(figure.lines).map((unit) => titleOf(unit, figure.lines)),
    events: (from, to, most) => chosenEvents(events, from, to, most),
    scale,
    base: figure.base === null ? null : periodMs(figure.base),
    today: today === null ? null : Date.parse(today),
    focused,
    daily: figure.lines.every(({ frequency }) => frequency === "D"),
  };
  const words = {
    value: (value: number, step: number) => formatTick(value, locale, step),
    time: (tick: TimeTick) => timeText(tick, locale),
  };
  return (surroundings) => lineConfig(plan, words, surroundings);
}

const unitsOf = (lines: readonly FigureLine[]) => [...new Set(lines.map(({ unit }) => unit))];

const titleOf = (unit: string | undefined, lines: readonly FigureLine[]) =>
  lines.find((line) => line.unit === unit)?.unitTitle ?? "";

function timeText({ day, form }: TimeTick, locale: Locale): string {
  switch (form) {
    case "day-month":
      return describePeriod(day, locale, "short");
    case "month":
      return describePeriod(day.slice(0, 7), locale, "short");
    case "month-year":
      return describePeriod(day.slice(0, 7), locale);
    case "year":
      return day.slice(0, 4);
  }
}
