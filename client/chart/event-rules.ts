import type { Plugin } from "chart.js";
import type { Colors } from "./colors.ts";
import { mergeMarks, type NumberedEvent } from "./event-marks.ts";
import { chartFont } from "./picture.ts";

/** The room that circles need above the plot, in CSS pixels. */
export const eventRoom = 28;

const radius = 10;

/** A dotted rule at each event, a tint over each span, and numbered circles above: their words are the page's. */
export function eventRules(events: readonly NumberedEvent[], colors: Colors): Plugin {
  return {
    id: "kurs-event-rules",
    beforeDatasetsDraw({ ctx, scales: { x }, chartArea }) {
      if (!x) return;
      const within = (pixel: number) => Math.min(chartArea.right, Math.max(chartArea.left, pixel));
      ctx.save();
      for (const { start, end } of events) {
        const left = within(x.getPixelForValue(Date.parse(start)));
        const right = within(x.getPixelForValue(Date.parse(end ?? start)));
        ctx.fillStyle = colors.ink;
        ctx.globalAlpha = 0.08;
        ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top);
        ctx.globalAlpha = 1;
        ctx.strokeStyle = colors.rule;
        ctx.setLineDash([1, 3]);
        ctx.beginPath();
        ctx.moveTo(Math.round(left) + 0.5, chartArea.top - eventRoom + 2 * radius + 2);
        ctx.lineTo(Math.round(left) + 0.5, chartArea.bottom);
        ctx.stroke();
      }
      ctx.restore();
    },
    afterDatasetsDraw({ ctx, scales: { x }, chartArea, width }) {
      if (!x) return;
      // A circle is whole, also over the last day.
      const within = (pixel: number) =>
        Math.min(width - radius - 1, Math.max(chartArea.left, pixel));
      const placed = events.map(({ start, number }) => ({
        x: within(x.getPixelForValue(Date.parse(start))),
        number,
      }));
      for (const { x: at, text } of mergeMarks(placed))
        drawCircle(ctx, at, chartArea.top - eventRoom + radius + 1, text, colors);
    },
  };
}

/** A circle, or a lozenge as long as its numbers. */
function drawCircle(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  text: string,
  colors: Colors,
) {
  const { family, size, weight } = chartFont(12, 600);
  ctx.save();
  ctx.font = `${weight} ${size}px ${family}`;
  const half = Math.max(radius, ctx.measureText(text).width / 2 + 6);
  ctx.beginPath();
  ctx.roundRect(x - half, y - radius, 2 * half, 2 * radius, radius);
  ctx.fillStyle = colors.surface;
  ctx.fill();
  ctx.strokeStyle = colors.rule;
  ctx.stroke();
  ctx.fillStyle = colors.ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(text, x, y + 0.5);
  ctx.restore();
}
