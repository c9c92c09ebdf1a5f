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
/** About the width of a letter of the axis, and the least room between two words, in CSS pixels. */
const [letterWidth, apart] = [6.8, 8];

/**
 * A linear scale over milliseconds UTC with our ticks: no adapter, so that no day shifts with the reader's zone. The
 * first
 * `inset` CSS pixels of the plot, of `width` in all, are left to words that stand there: time begins after them.
 */
export function timeScale(
  { from, to, width }: TimeSpan,
  text: (tick: TimeTick) => string,
  colors: Colors,
  inset = 0,
) {
  // One observation has no span of its own: it stands in the middle of two days.
  const [min, max] = from < to ? [from, to] : [from - dayMs, to + dayMs];
  const perPixel = (max - min) / (width - inset);
  const ticks = clearTicks(Math.floor(width / tickRoom), { min, max, perPixel }, text);
  return {
    type: "linear",
    min: min - perPixel * inset,
    max,
    grid: { drawOnChartArea: false, color: colors.rule, tickLength: 5 },
    // The lowest line of a cut axis is one like the others; a true zero is drawn by its own axis.
    border: { display: false },
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

/** As many ticks as asked, or as few as it takes for their words to stand clear of each other; two, if it must be. */
function clearTicks(
  most: number,
  span: { min: number; max: number; perPixel: number },
  text: (tick: TimeTick) => string,
): TimeTick[] {
  const ticks = timeTicks(span.min, span.max, Math.max(2, most));
  const widthOf = (tick: TimeTick) => text(tick).length * letterWidth;
  const touches = ticks.some((tick, i) => {
    const next = ticks[i + 1];
    if (!next) return false;
    const distance = (next.at - tick.at) / span.perPixel;
    return distance < (widthOf(tick) + widthOf(next)) / 2 + apart;
  });
  return touches && most > 2 ? clearTicks(most - 1, span, text) : ticks;
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
