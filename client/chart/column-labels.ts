import type { Plugin } from "chart.js";
import { chartFont } from "./picture.ts";

/** Writes each column's value beyond its end: above what is positive, below what is negative. */
export function columnLabels(
  columns: readonly { value: number | null; text: string }[],
  color: string,
): Plugin<"bar"> {
  return {
    id: "kurs-column-labels",
    afterDatasetsDraw({ ctx, scales: { x, y } }) {
      if (!x || !y) return;
      const { family, size, weight } = chartFont(13, 600);
      ctx.save();
      ctx.font = `${weight} ${size}px ${family}`;
      ctx.fillStyle = color;
      ctx.textAlign = "center";
      columns.forEach(({ value, text }, i) => {
        if (value === null) return;
        ctx.textBaseline = value < 0 ? "top" : "bottom";
        ctx.fillText(text, x.getPixelForValue(i), y.getPixelForValue(value) + (value < 0 ? 5 : -4));
      });
      ctx.restore();
    },
  };
}
