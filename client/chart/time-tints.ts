import type { Plugin } from "chart.js";
import type { Colors } from "./colors.ts";
import { weekendsBetween } from "./weekends.ts";

/** What lies behind the lines of a time chart, in milliseconds UTC. */
export interface Grounds {
  from: number;
  to: number;
  /** Saturdays and Sundays are tinted. */
  weekends: boolean;
  /** Where forecasts begin; null where there is none. */
  forecastFrom: number | null;
}

/** Tints weekends, so that a flat bridge over one is understood, and the ground of forecasts after an upright rule. */
export function timeTints({ from, to, weekends, forecastFrom }: Grounds, colors: Colors): Plugin {
  const bands = weekends ? weekendsBetween(from, to) : [];
  return {
    id: "kurs-time-tints",
    beforeDatasetsDraw({ ctx, scales: { x }, chartArea: { left, right, top, bottom } }) {
      if (!x) return;
      const pixel = (moment: number) => Math.min(right, Math.max(left, x.getPixelForValue(moment)));
      const tint = (start: number, end: number, alpha: number) => {
        ctx.globalAlpha = alpha;
        ctx.fillRect(start, top, end - start, bottom - top);
        ctx.globalAlpha = 1;
      };
      ctx.save();
      ctx.fillStyle = colors.ink;
      for (const [start, end] of bands) tint(pixel(start), pixel(end), 0.03);
      if (forecastFrom !== null) {
        const start = Math.round(pixel(forecastFrom)) + 0.5;
        tint(start, right, 0.05);
        ctx.strokeStyle = colors.rule;
        ctx.beginPath();
        ctx.moveTo(start, top);
        ctx.lineTo(start, bottom);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
