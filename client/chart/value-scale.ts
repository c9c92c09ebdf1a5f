import type { Colors } from "./colors.ts";
import { chartFont } from "./picture.ts";
import type { PartialScale } from "./time-scale.ts";
import type { ValueAxis } from "./value-axis.ts";

/** A scale with exactly the axis' ticks. Zero is drawn dark, since it is a true baseline; no other line is. */
export function valueScale(
  { min, max, ticks }: ValueAxis,
  text: (value: number) => string,
  colors: Colors,
  narrow: boolean,
  log = false,
) {
  return {
    type: log ? "logarithmic" : "linear",
    min,
    max,
    grid: {
      color: ({ tick }) => (tick.value === 0 ? colors.ink : colors.grid),
      drawTicks: false,
    },
    border: { display: false },
    afterBuildTicks: (axis) => {
      axis.ticks = ticks.map((value) => ({ value }));
    },
    ticks: {
      color: colors.ink2,
      font: chartFont(12),
      padding: narrow ? 0 : 8,
      autoSkip: false,
      // On a phone the words stand on the grid lines, inside the plot, and leave it the whole width.
      mirror: narrow,
      labelOffset: narrow ? -9 : 0,
      textStrokeColor: colors.surface,
      textStrokeWidth: narrow ? 3 : 0,
      z: 1,
      callback: (value) => text(Number(value)),
    },
  } satisfies PartialScale;
}
