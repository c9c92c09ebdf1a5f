import type { ChartConfiguration, Plugin } from "chart.js";
import { baseRules } from "./base-rules.ts";
import { breakMarks, breaksIn } from "./break-marks.ts";
import type { Colors } from "./colors.ts";
import { endLabelRoom, endLabels } from "./end-labels.ts";
import { eventRoom, eventRules } from "./event-rules.ts";
import { gapBridges } from "./gap-bridges.ts";
import { gapsIn, type Point } from "./gaps.ts";
import { lineColor, lineDataset, type Standing } from "./line-dataset.ts";
import { labelledIds, lineEnds } from "./line-ends.ts";
import { isDrawn, type Line, type LinePlan, type LineWords, spanOfLines } from "./line-plan.ts";
import { panelScale, panelScales, tickTextsWidth } from "./panels.ts";
import { panelTitles } from "./panel-titles.ts";
import { narrowBelow, still, type Surroundings } from "./picture.ts";
import { isTooMany, thinPoints } from "./thin.ts";
import { timeScale, type TimeSpan } from "./time-scale.ts";
import { timeTints } from "./time-tints.ts";

const monthMs = 31 * 86_400_000;

/**
 * Chart.js configuration for lines over time. A break stays a break, bridged by a dotted hairline at most; unlike units
 * stand in panels of their own under one time axis; a logarithmic scale is linear after all where a value is not above
 * zero.
 */
export function lineConfig(
  plan: LinePlan,
  words: LineWords,
  { colors, width }: Surroundings,
): ChartConfiguration<"line", Point[]> {
  const narrow = width < narrowBelow;
  const span = { ...spanOfLines(plan.lines), width };
  const lines = thinLines(plan.lines, span);
  const labels = narrow ? [] : lineEnds(plan, colors);
  const room = endLabelRoom(labels, width);
  const events = plan.events(span.from, span.to, narrow ? 3 : 7);
  const top = events.length > 0 ? eventRoom : narrow ? 20 : 12;
  const shown = { ...plan, lines };
  // On a phone ticks stand inside the plot, where no line may run through them.
  const inset = narrow ? tickTextsWidth(shown, words) + 8 : 0;
  return {
    type: "line",
    data: {
      datasets: lines.map((line) => lineDataset(line, standingOf(line, plan), colors)),
    },
    options: {
      ...still,
      layout: { padding: { top, right: room } },
      scales: {
        x: timeScale(span, words.time, colors, inset),
        ...panelScales(shown, words, colors, narrow),
      },
    },
    plugins: [
      ...behind(shown, span, colors, narrow),
      breakMarks(breaksIn(plan.lines), colors),
      eventRules(events, colors),
      endLabels(labels, room, colors),
    ],
  };
}

function behind(plan: LinePlan, { from, to }: TimeSpan, colors: Colors, narrow: boolean): Plugin[] {
  const gaps = plan.lines.flatMap((line) => {
    const color = lineColor(line.code, standingOf(line, plan), colors);
    const isJoined = line.shape !== "dots" && line.shape !== "spans";
    const found = isJoined ? gapsIn(line.points) : [];
    return found.map((gap) => ({ gap, color, scale: panelScale(line.panel) }));
  });
  const weekends = plan.daily && to - from <= monthMs;
  const tints = timeTints({ from, to, weekends, forecastFrom: forecastFrom(plan) }, colors);
  const base = plan.base === null ? [] : [baseRules(plan.base, colors)];
  const titles = plan.panels.length > 1 ? [panelTitles(plan.panels, colors, narrow)] : [];
  return [tints, ...base, gapBridges(gaps), ...titles];
}

/** Where the ground of forecasts begins: today, or the first of them. */
function forecastFrom({ lines, today }: LinePlan): number | null {
  const forecasts = lines.flatMap(({ points }) => points.filter(({ mark }) => mark === "forecast"));
  const first = forecasts.reduce((least, { x }) => Math.min(least, x), Infinity);
  return forecasts.length === 0 ? null : Math.min(first, today ?? first);
}

/** Behind are all but the line in focus; where there are more lines than labels, also those without one. */
function standingOf({ id }: Line, plan: LinePlan): Standing {
  const { focused, lines } = plan;
  if (focused !== null && lines.some((line) => line.id === focused))
    return focused === id ? "focused" : "context";
  return labelledIds(plan).has(id) ? "alike" : "context";
}

function thinLines(lines: readonly Line[], { from, to, width }: TimeSpan): readonly Line[] {
  const counts = lines.map(({ points }) => points.filter(isDrawn).length);
  if (!isTooMany(counts, width)) return lines;
  const stretch = (to - from) / width;
  return lines.map((line) => ({ ...line, points: thinPoints(line.points, stretch) }));
}
