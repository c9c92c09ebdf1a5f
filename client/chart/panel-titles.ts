import type { Plugin } from "chart.js";
import type { Colors } from "./colors.ts";
import { panelScale } from "./panels.ts";
import { chartFont } from "./picture.ts";

/**
 * Writes the words of each panel above it, at the left; above its first tick too, where ticks stand inside the plot.
 */
export function panelTitles(titles: readonly string[], colors: Colors, narrow: boolean): Plugin {
  return {
    id: "kurs-panel-titles",
    afterDatasetsDraw({ ctx, scales, width }) {
      const { family, size, weight } = chartFont(13, 600);
      ctx.save();
      ctx.font = `${weight} ${size}px ${family}`;
      ctx.fillStyle = colors.ink2;
      ctx.textBaseline = "bottom";
      titles.forEach((title, panel) => {
        const bottom = (scales[panelScale(panel)]?.top ?? 0) - (narrow ? 20 : 12);
        ctx.fillText(title, 0, bottom, width);
      });
      ctx.restore();
    },
  };
}
