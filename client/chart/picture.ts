import type { ChartConfiguration } from "chart.js";
import type { Colors } from "./colors.ts";

/** What a picture depends on besides its figures: the theme's colours and the room there is, in CSS pixels. */
export interface Surroundings {
  colors: Colors;
  width: number;
}

/** A pure drawing plan: Chart.js configuration for these surroundings. */
export type Picture = (surroundings: Surroundings) => ChartConfiguration;

/** Below this width a chart is laid out for a phone: fewer ticks, labels outside the plot. */
export const narrowBelow = 480;

/** The font of ticks and labels on a canvas. */
export const chartFont = (size: number, weight: "normal" | 600 = "normal") => ({
  family: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  size,
  weight,
});

/** Set once for every chart: nothing moves, nothing is parsed, and Chart.js draws no words of its own. */
export const still = {
  animation: false,
  parsing: false,
  normalized: true,
  responsive: true,
  maintainAspectRatio: false,
  events: [],
} as const satisfies ChartConfiguration["options"];
