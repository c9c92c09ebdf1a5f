import type { Colors } from "../../../client/chart/colors.ts";
import { toPoints } from "../../../client/chart/gaps.ts";
import type { Line, LinePlan } from "../../../client/chart/line-plan.ts";

/** Colours that say which they are. */
export const colors: Colors = {
  forced: false,
  surface: "surface",
  ink: "ink",
  ink2: "ink2",
  ink3: "rgb(1, 2, 3)",
  rule: "rule",
  grid: "grid",
  up: "up",
  down: "down",
  line: (slot) => `line ${slot}`,
  text: (slot) => `text ${slot}`,
};

/** Axes in bare numbers and days. */
export const words = { value: String, time: ({ day }: { day: string }) => day };

/** A line of values on days from 1 March 2026 on, or on the days given. */
export function lineOf(code: string, values: readonly number[], more: Partial<Line> = {}): Line {
  const observations = values.map((value, i) => ({
    period: new Date(Date.UTC(2026, 2, 1 + i)).toISOString().slice(0, 10),
    value,
  }));
  return {
    id: code,
    code,
    label: code,
    points: toPoints(observations, "D"),
    shape: "line",
    panel: 0,
    ...more,
  };
}

/** A plan of one panel with nothing but its lines. */
export function planOf(lines: readonly Line[], more: Partial<LinePlan> = {}): LinePlan {
  return {
    lines,
    panels: [""],
    events: () => [],
    scale: "lin",
    base: null,
    today: null,
    focused: null,
    daily: true,
    ...more,
  };
}
