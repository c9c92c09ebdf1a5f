import type { Colors } from "./colors.ts";
import { isDrawn, type LinePlan, type LineWords, spanOfLines } from "./line-plan.ts";
import { logAxis } from "./log-axis.ts";
import { indexBase } from "./base-rules.ts";
import type { PartialScale } from "./time-scale.ts";
import { valueAxis, type ValueAxis } from "./value-axis.ts";
import { valueScale } from "./value-scale.ts";

type PanelScale = PartialScale & { stack?: string; stackWeight?: number };

const monthMs = 31 * 86_400_000;

/** The name of a panel's value scale. */
export function panelScale(panel: number): string {
  return panel === 0 ? "y" : `y${panel}`;
}

/** The axis of one panel: at least 1 % of the median high in a month, 2 % beyond, 10 % where a rate is held. */
export function panelAxis(plan: LinePlan, panel: number, most: number): ValueAxis {
  const lines = plan.lines.filter((line) => line.panel === panel);
  const { from, to } = spanOfLines(plan.lines);
  const values = lines.flatMap(({ points }) => points.filter(isDrawn).map(({ y }) => y));
  const usual = to - from <= monthMs ? 0.01 : 0.02;
  const leastShare = lines.some(({ shape }) => shape === "peg") ? 0.1 : usual;
  const seen = plan.base === null ? values : [...values, indexBase];
  return isLogarithmic(plan)
    ? logAxis(seen, { most, leastShare })
    : valueAxis(seen, { most, leastShare });
}

/** How wide the tick texts of all panels are at most, in CSS pixels: a canvas cannot be asked before it is laid out. */
export function tickTextsWidth(plan: LinePlan, words: LineWords): number {
  const texts = plan.panels.flatMap((_, panel) => {
    const { ticks, step } = panelAxis(plan, panel, mostTicks(plan, true));
    return ticks.map((tick) => words.value(tick, step));
  });
  return 7 * Math.max(0, ...texts.map(({ length }) => length));
}

const mostTicks = ({ panels }: LinePlan, narrow: boolean) => (narrow || panels.length > 1 ? 4 : 6);

/** True where a logarithmic scale was asked for and can be drawn. */
export function isLogarithmic({ scale, lines }: LinePlan): boolean {
  return scale === "log" && lines.every(({ points }) => points.every(({ y }) => !(y <= 0)));
}

/** The value scales of all panels, the first on top, with room above each of several for its words. */
export function panelScales(
  plan: LinePlan,
  words: LineWords,
  colors: Colors,
  narrow: boolean,
): Record<string, PanelScale> {
  const count = plan.panels.length;
  const most = mostTicks(plan, narrow);
  const log = isLogarithmic(plan);
  const scales = plan.panels.map((_, panel) => {
    const axis = panelAxis(plan, panel, most);
    const text = (value: number) => words.value(value, axis.step);
    const scale = valueScale(axis, text, colors, narrow, log);
    const stacked = { stack: "panels", stackWeight: 6, weight: 2 * (count - panel) };
    return [panelScale(panel), count === 1 ? scale : { ...scale, ...stacked }] as const;
  });
  const rooms = count === 1 ? [] : plan.panels.map((_, panel) => roomAbove(panel, count, narrow));
  return Object.fromEntries<PanelScale>([...scales, ...rooms]);
}

/** An empty scale holds the place of a panel's words. */
function roomAbove(panel: number, count: number, narrow: boolean) {
  const scale = {
    type: "linear" as const,
    stack: "panels",
    stackWeight: narrow ? 2.1 : 1.4,
    weight: 2 * (count - panel) + 1,
    ticks: { display: false },
    grid: { display: false },
    border: { display: false },
  };
  // Its first letter tells Chart.js which way the scale goes.
  return [`yRoom${panel}`, scale] as const;
}
