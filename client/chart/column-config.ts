import type { ChartConfiguration, ChartDataset } from "chart.js";
import type { Colors } from "./colors.ts";
import { columnLabels } from "./column-labels.ts";
import { chartFont, narrowBelow, still, type Surroundings } from "./picture.ts";
import { valueAxis } from "./value-axis.ts";
import { valueScale } from "./value-scale.ts";

/** One period's column; a null value keeps its place and draws nothing. */
export interface Column {
  /** What stands under it, line by line. */
  name: string | string[];
  value: number | null;
  /** The value as it is written at the column's end. */
  text: string;
  /** Not final: drawn hollow. */
  provisional: boolean;
}

/**
 * More columns than this stand close, as areas of two colours with a line over them, and have no values at their ends.
 */
const mostApart = 24;

/** A column narrower than this has no room for the four digits of a year. */
const tightBelow = 32;

/** About the width of a letter of the axes, in CSS pixels. */
const letterWidth = 6.8;

/**
 * Chart.js configuration for columns from a dark zero line, up and down. Zero is always on the axis, and nothing can
 * change it. A period without a figure keeps an empty place.
 */
export function columnConfig(
  columns: readonly Column[],
  tickText: (value: number, step: number) => string,
  { colors, width }: Surroundings,
): ChartConfiguration<"bar" | "line", (number | null)[], string | string[]> {
  const narrow = width < narrowBelow;
  const close = columns.length > mostApart;
  const values = columns.flatMap(({ value }) => (value === null ? [] : [value]));
  const axis = valueAxis(values, { most: narrow ? 4 : 6, fromZero: true });
  const y = valueScale(axis, (value) => tickText(value, axis.step), colors, false);
  const tight = roomOf(columns, width) / columns.length < tightBelow;
  return {
    type: "bar",
    data: {
      labels: columns.map(({ name }) => (tight && !close ? shortened(name) : name)),
      datasets: [...(close ? [netLine(columns, colors)] : []), barsOf(columns, close, colors)],
    },
    options: {
      ...still,
      parsing: {},
      layout: { padding: { top: 22, bottom: 4 } },
      scales: {
        x: {
          type: "category",
          grid: { display: false },
          border: { display: false },
          ticks: { color: colors.ink2, font: chartFont(12), maxRotation: 0, autoSkip: close },
        },
        // On a phone the columns take the whole width: each has its value at its end.
        y: narrow && !close ? withoutTicks(y) : y,
      },
    },
    plugins: close
      ? []
      : [
          columnLabels(
            columns.map(({ value, text }) => ({ value, text })),
            colors.ink,
          ),
        ],
  };
}

/** The width that columns have: a long word under the last one reaches beyond it, and takes its part from all. */
function roomOf(columns: readonly Column[], width: number): number {
  const words = [columns.at(-1)?.name ?? ""].flat();
  const widest = letterWidth * Math.max(...words.map(({ length }) => length));
  return width - Math.max(0, widest - width / columns.length) / 2;
}

function barsOf(
  columns: readonly Column[],
  close: boolean,
  colors: Colors,
): ChartDataset<"bar", (number | null)[]> {
  const fill = ({ value }: Column) => ((value ?? 0) < 0 ? colors.down : colors.up);
  return {
    type: "bar",
    data: columns.map(({ value }) => value),
    backgroundColor: columns.map((column) => (column.provisional ? colors.surface : fill(column))),
    borderColor: columns.map(fill),
    borderWidth: columns.map(({ provisional }) => (provisional ? 2 : 0)),
    borderSkipped: false,
    // A true zero is not nothing.
    minBarLength: 2,
    maxBarThickness: close ? Infinity : 56,
    categoryPercentage: close ? 1 : 0.9,
    barPercentage: close ? 1 : 0.85,
  };
}

/** What the areas add up to, as one line over both colours. */
function netLine(
  columns: readonly Column[],
  { ink }: Colors,
): ChartDataset<"line", (number | null)[]> {
  return {
    type: "line",
    data: columns.map(({ value }) => value),
    borderColor: ink,
    borderWidth: 2,
    pointRadius: 0,
    tension: 0,
    spanGaps: false,
  };
}

const withoutTicks = (scale: ReturnType<typeof valueScale>) => ({
  ...scale,
  ticks: { ...scale.ticks, display: false },
});

/** Years as people abbreviate them: `’24`. */
function shortened(name: string | string[]): string | string[] {
  const year = (text: string) => text.replace(/^\d\d(\d\d)$/, "’$1");
  return typeof name === "string" ? year(name) : name.map(year);
}
