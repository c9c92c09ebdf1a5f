import type { Plugin } from "chart.js";
import { chartFont } from "./picture.ts";
import type { Point } from "./gaps.ts";
import { spreadLabels } from "./spread-labels.ts";

/** The name of a line, to be written where the line ends. */
export interface EndLabel {
  text: string;
  color: string;
  end: Point;
}

const apart = 18;

/** Writes each line's label to the right of the plot, at the height of its end, none over another. They stand for a legend. */
export function endLabels(labels: readonly EndLabel[]): Plugin {
  return {
    id: "kurs-end-labels",
    afterDatasetsDraw({ ctx, scales: { y }, chartArea }) {
      if (!y) return;
      const wanted = labels.map(({ end }) => y.getPixelForValue(end.y));
      const places = spreadLabels(wanted, apart, chartArea.top + 6, chartArea.bottom - 6);
      ctx.save();
      const { family, size, weight } = chartFont(13, 600);
      ctx.font = `${weight} ${size}px ${family}`;
      ctx.textBaseline = "middle";
      labels.forEach(({ text, color }, i) => {
        ctx.fillStyle = color;
        ctx.fillText(text, chartArea.right + 12, places[i] ?? 0);
      });
      ctx.restore();
    },
  };
}

/** The room that the labels need at the right, in CSS pixels: a canvas cannot be asked before it is laid out. */
export function endLabelRoom(labels: readonly { text: string }[]): number {
  const longest = Math.max(0, ...labels.map(({ text }) => text.length));
  return longest === 0 ? 8 : Math.ceil(longest * 7.6) + 20;
}
