import type { NumberedEvent } from "./event-marks.ts";
import type { Point } from "./gaps.ts";
import type { LineShape } from "./line-shape.ts";
import type { TimeTick } from "./time-axis.ts";

/** One line: whose it is, what to write at its end, and its points, oldest first, with NaN at breaks. */
export interface Line {
  /** Its name among the others; two lines of one entity have one code. */
  id: string;
  code: string;
  /** Written at the line's end, with its last value and its change; none where it is empty. */
  label: string;
  latest?: string;
  change?: string;
  points: readonly Point[];
  shape: LineShape;
  /** Which of the plan's panels it stands in. */
  panel: number;
}

/** Everything that a chart of lines shows, whatever room and colours there are. Moments are milliseconds UTC. */
export interface LinePlan {
  lines: readonly Line[];
  /** What is written above each panel: lines of unlike units never share an axis. One panel needs no words. */
  panels: readonly string[];
  events: (from: number, to: number, most: number) => readonly NumberedEvent[];
  scale: "lin" | "log";
  /** The moment at which an index is 100; null where there is no index. */
  base: number | null;
  today: number | null;
  /** The id of the line that stands out; null while all are alike. */
  focused: string | null;
  /** Days without an observation are those of the weekend. */
  daily: boolean;
}

/** How the axes of a line chart speak; the words are the caller's. */
export interface LineWords {
  value: (value: number, step: number) => string;
  time: (tick: TimeTick) => string;
}

/** Points that are drawn. */
export const isDrawn = ({ y }: Point) => !Number.isNaN(y);

/** The first and the last moment of all lines; a chart may have more points than a call has arguments. */
export function spanOfLines(lines: readonly Line[]): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity];
  for (const { x } of lines.flatMap(({ points }) => points.filter(isDrawn)))
    [from, to] = [Math.min(from, x), Math.max(to, x)];
  return { from, to };
}
