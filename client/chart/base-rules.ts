import type { Plugin } from "chart.js";
import type { Colors } from "./colors.ts";

/** What an index is by definition at its base. */
export const indexBase = 100;

/**
 * The two rules of an index: a dark one at 100, and an upright one at the moment (milliseconds UTC) where it is 100.
 */
export function baseRules(base: number, colors: Colors): Plugin {
  return {
    id: "kurs-base-rules",
    beforeDatasetsDraw({ ctx, scales: { x, y }, chartArea }) {
      if (!x || !y) return;
      const across = Math.round(y.getPixelForValue(indexBase)) + 0.5;
      const down = Math.round(x.getPixelForValue(base)) + 0.5;
      ctx.save();
      ctx.beginPath();
      ctx.strokeStyle = colors.ink;
      ctx.moveTo(chartArea.left, across);
      ctx.lineTo(chartArea.right, across);
      ctx.stroke();
      ctx.beginPath();
      ctx.strokeStyle = colors.rule;
      if (down >= chartArea.left && down <= chartArea.right) {
        ctx.moveTo(down, chartArea.top);
        ctx.lineTo(down, chartArea.bottom);
      }
      ctx.stroke();
      ctx.restore();
    },
  };
}
