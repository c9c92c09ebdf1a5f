import type { Plugin } from "chart.js";
import type { Colors } from "./colors.ts";
import type { Point } from "./gaps.ts";
import { isDrawn, type Line } from "./line-plan.ts";
import { panelScale } from "./panels.ts";

/** Two points of a line between which its definition or its unit changed. */
export interface SeriesBreak {
  before: Point;
  after: Point;
  /** The name of the value scale that the line is drawn on. */
  scale: string;
}

const half = 8;
const apart = 2.5;

/** The breaks in the series of some lines; the first point of a line breaks with nothing. */
export function breaksIn(lines: readonly Pick<Line, "points" | "panel">[]): SeriesBreak[] {
  return lines.flatMap(({ points, panel }) => {
    const drawn = points.filter(isDrawn);
    return drawn.flatMap((after, i) => {
      const before = drawn[i - 1];
      return after.anew && before ? [{ before, after, scale: panelScale(panel) }] : [];
    });
  });
}

/** Draws `‖` between the two sides of each break, in the middle of them. */
export function breakMarks(breaks: readonly SeriesBreak[], colors: Colors): Plugin {
  return {
    id: "kurs-break-marks",
    afterDatasetsDraw({ ctx, scales }) {
      const { x } = scales;
      ctx.save();
      for (const { before, after, scale } of breaks) {
        const y = scales[scale];
        if (!x || !y) continue;
        const left = (x.getPixelForValue(before.x) + x.getPixelForValue(after.x)) / 2;
        const top = (y.getPixelForValue(before.y) + y.getPixelForValue(after.y)) / 2 - half;
        ctx.fillStyle = colors.surface;
        ctx.fillRect(left - apart, top, 2 * apart, 2 * half);
        ctx.strokeStyle = colors.ink2;
        ctx.lineWidth = 1.5;
        ctx.beginPath();
        for (const at of [left - apart, left + apart]) {
          ctx.moveTo(at, top);
          ctx.lineTo(at, top + 2 * half);
        }
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
