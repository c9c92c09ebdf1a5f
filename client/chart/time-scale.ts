import type { ScaleOptionsByType } from "chart.js";
import type { Colors } from "./colors.ts";
import { chartFont } from "./picture.ts";
import { type TimeTick, timeTicks } from "./time-axis.ts";

/** The span of a time axis in milliseconds UTC, and the width it is drawn on. */
export interface TimeSpan {
  from: number;
  to: number;
  width: number;
}

const tickRoom = 88;
const dayMs = 86_400_000;

/** A linear scale over milliseconds UTC with our ticks: no adapter, so that no day shifts with the reader's zone. */
export function timeScale(
  { from, to, width }: TimeSpan,
  text: (tick: TimeTick) => string,
  colors: Colors,
) {
  // One observation has no span of its own: it stands in the middle of two days.
  const [min, max] = from < to ? [from, to] : [from - dayMs, to + dayMs];
  const ticks = timeTicks(min, max, Math.max(2, Math.floor(width / tickRoom)));
  return {
    type: "linear",
    min,
    max,
    grid: { drawOnChartArea: false, color: colors.rule, tickLength: 5 },
    border: { color: colors.rule },
    afterBuildTicks: (axis) => {
      axis.ticks = ticks.map(({ at }) => ({ value: at }));
    },
    ticks: {
      color: colors.ink2,
      font: chartFont(12),
      maxRotation: 0,
      autoSkip: false,
      callback: (_, index) => {
        const tick = ticks[index];
        return tick ? text(tick) : "";
      },
    },
  } satisfies PartialScale;
}

/** The parts of a scale of numbers that we set. */
export type PartialScale = Partial<
  Omit<ScaleOptionsByType<"linear">, "type" | "grid" | "border" | "ticks">
> & {
  type: "linear" | "logarithmic";
  grid?: Partial<ScaleOptionsByType<"linear">["grid"]>;
  border?: Partial<ScaleOptionsByType<"linear">["border"]>;
  ticks?: Partial<ScaleOptionsByType<"linear">["ticks"]>;
};
