import type { ChartConfiguration, ScriptableContext } from "chart.js";
import { endLabelRoom, endLabels } from "./end-labels.ts";
import { entitySlot } from "./entity-slot.ts";
import { gapBridges } from "./gap-bridges.ts";
import { gapsIn, isIsolated, type Point } from "./gaps.ts";
import { narrowBelow, still, type Surroundings } from "./picture.ts";
import { timeScale } from "./time-scale.ts";
import type { TimeTick } from "./time-axis.ts";
import { valueAxis } from "./value-axis.ts";
import { valueScale } from "./value-scale.ts";

/** One line: whose it is, what to write at its end, and its points, oldest first, with NaN at breaks. */
export interface Line {
  code: string;
  label: string;
  points: readonly Point[];
}

/** How the axes of a line chart speak; the words are the caller's. */
export interface LineWords {
  value: (value: number, step: number) => string;
  time: (tick: TimeTick) => string;
}

const mostDotted = 40;

/**
 * Chart.js configuration for lines of one unit over time. A break stays a break, bridged by a dotted hairline at most;
 * an isolated point is a dot. The value axis spans at least 1 % of the median (2 % beyond a month).
 */
export function lineConfig(
  lines: readonly Line[],
  words: LineWords,
  { colors, width }: Surroundings,
): ChartConfiguration<"line", Point[]> {
  const drawn = lines.flatMap(({ points }) => points.filter(({ y }) => !Number.isNaN(y)));
  const narrow = width < narrowBelow;
  const [from, to] = [least(drawn), most(drawn)];
  const leastShare = to - from <= 31 * 86_400_000 ? 0.01 : 0.02;
  const axis = valueAxis(
    drawn.map(({ y }) => y),
    { most: narrow ? 4 : 6, leastShare },
  );
  const labels = narrow ? [] : labelsOf(lines, colors.text);
  const gaps = lines.flatMap(({ code, points }) =>
    gapsIn(points).map((gap) => ({ gap, color: colors.line(entitySlot(code)) })),
  );
  return {
    type: "line",
    data: { datasets: lines.map((line) => lineDataset(line, colors.line(entitySlot(line.code)))) },
    options: {
      ...still,
      layout: { padding: { top: narrow ? 20 : 12, right: endLabelRoom(labels) } },
      scales: {
        x: timeScale({ from, to, width }, words.time, colors),
        y: valueScale(axis, (value) => words.value(value, axis.step), colors, narrow),
      },
    },
    plugins: [gapBridges(gaps), endLabels(labels)],
  };
}

function lineDataset({ code, points }: Line, color: string) {
  const dotted = points.length <= mostDotted;
  const last = points.length - 1;
  const radius = ({ dataIndex }: ScriptableContext<"line">) => {
    if (dataIndex === last) return 4;
    return dotted || isIsolated(points, dataIndex) ? 2.5 : 0;
  };
  return {
    label: code,
    data: [...points],
    borderColor: color,
    backgroundColor: color,
    pointBorderWidth: 0,
    pointRadius: radius,
    borderWidth: 2,
    borderJoinStyle: "round" as const,
    tension: 0,
    spanGaps: false,
    clip: 6,
  };
}

function labelsOf(lines: readonly Line[], color: (slot: number | null) => string) {
  return lines.flatMap(({ code, label, points }) => {
    const end = points.findLast(({ y }) => !Number.isNaN(y));
    return end && label !== "" ? [{ text: label, color: color(entitySlot(code)), end }] : [];
  });
}

const least = (points: readonly Point[]) => Math.min(...points.map(({ x }) => x));
const most = (points: readonly Point[]) => Math.max(...points.map(({ x }) => x));
