import type { Plugin } from "chart.js";
import type { Gap } from "./gaps.ts";

/** Draws a dotted hairline over each gap: it hints where the line goes on, and cannot be taken for the line. */
export function gapBridges(gaps: readonly { gap: Gap; color: string; scale: string }[]): Plugin {
  return {
    id: "kurs-gap-bridges",
    beforeDatasetsDraw({ ctx, scales, chartArea }) {
      const { x } = scales;
      if (!x) return;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top, chartArea.width, chartArea.height);
      ctx.clip();
      ctx.setLineDash([1, 4]);
      for (const { gap, color, scale } of gaps) {
        const y = scales[scale];
        if (!y) continue;
        ctx.beginPath();
        ctx.strokeStyle = color;
        ctx.moveTo(x.getPixelForValue(gap.from.x), y.getPixelForValue(gap.from.y));
        ctx.lineTo(x.getPixelForValue(gap.to.x), y.getPixelForValue(gap.to.y));
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
