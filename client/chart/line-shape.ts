import {
  frequencies,
  type Frequency,
  lastDayOf,
  readPeriod,
} from "../../server/contract/period.ts";
import { type Dated, markOf, periodMs, type Point, toPoints } from "./gaps.ts";

/**
 * `step` for what an authority sets, `peg` for what it holds, `dots` for surveys; `spans` holds a value over its whole
 * period.
 */
export type LineShape = "line" | "step" | "peg" | "dots" | "spans";

/** What decides how a line is drawn. */
export interface Shaped {
  frequency: Frequency;
  shape?: Exclude<LineShape, "spans"> | undefined;
  observations: readonly Dated[];
}

const dayMs = 86_400_000;

/** The shape of each line: one that is coarser than its finest neighbour is never drawn as if it were as fine. */
export function shapesOf(lines: readonly Shaped[]): LineShape[] {
  const rank = ({ frequency }: Shaped) => frequencies.indexOf(frequency);
  const finest = lines.reduce<number>(
    (least, line) => Math.min(least, rank(line)),
    frequencies.length,
  );
  return lines.map((line) =>
    rank(line) > finest && (line.shape ?? "line") === "line" ? "spans" : (line.shape ?? "line"),
  );
}

/** The points of a line in its shape; the last one is open where its period is not over by `today` (`YYYY-MM-DD`). */
export function shapePoints(
  { observations, frequency }: Shaped,
  shape: LineShape,
  nominal: number,
  today: string | null,
): Point[] {
  const points =
    shape === "spans" || shape === "dots"
      ? observations.flatMap((one) => apart(one, shape, nominal))
      : toPoints(observations, frequency, nominal);
  return isUnderWay(observations.at(-1), today) ? opened(points) : points;
}

/** The moment at which an observation is drawn, in milliseconds UTC: a survey's at the middle of its period. */
export function momentOf({ period }: Dated, shape: LineShape): number {
  if (shape !== "spans" && shape !== "dots") return periodMs(period);
  const found = readPeriod(period);
  const [start, end] = found ? [found.start, lastDayOf(found)] : ["", ""];
  return (Date.parse(start) + Date.parse(end) + dayMs) / 2;
}

/** True for an aggregate of a period that is not over. */
export function isUnderWay(last: Dated | undefined, today: string | null): boolean {
  const period = last?.count === undefined ? null : readPeriod(last.period);
  return period !== null && today !== null && lastDayOf(period) > today;
}

/** A value that stands by itself: a dot, or a level line from the first day of its period to the last. */
function apart(one: Dated, shape: "spans" | "dots", nominal: number): Point[] {
  const period = readPeriod(one.period);
  if (!period || one.value === null) return [];
  const y = one.value * nominal;
  const mark = markOf(one.status);
  if (shape === "dots") {
    const x = momentOf(one, shape);
    return [
      { x, y, ...mark },
      { x, y: NaN },
    ];
  }
  const [from, to] = [Date.parse(period.start), Date.parse(lastDayOf(period)) + dayMs];
  return [
    { x: from, y, ...mark },
    { x: to, y, ...(mark.mark && { mark: mark.mark }) },
    { x: to, y: NaN },
  ];
}

function opened(points: readonly Point[]): Point[] {
  const last = points.findLastIndex(({ y }) => !Number.isNaN(y));
  return points.map((point, i) => (i === last ? { ...point, mark: "open" } : point));
}
