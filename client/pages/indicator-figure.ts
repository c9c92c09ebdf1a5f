import type { Dataset } from "../../server/contract/dataset.ts";
import type { Observation, Observations } from "../../server/contract/observation.ts";
import type { Series } from "../../server/contract/series.ts";
import { codeOf, type Measure } from "./measures.ts";

/** A series with its observations. */
export interface Reading {
  series: Series;
  answer: Observations;
}

/** How a measure is drawn. */
export type FigureKind = "columns" | "lines" | "bars";

/** By what the bars of a measure can be told apart: its regions (or companies), its age groups, or else its periods. */
export type BarKind = "region" | "age" | "period";

/** The longest series that is drawn as a ranking of its last period. */
const fewPeriods = 3;

/** The most periods that columns stand for. */
const mostColumns = 24;

/** The chart for a measure: bars for a survey or a ranking, columns for one place and few periods, lines for all else. */
export function chooseFigure(dataset: Dataset, measure: Measure): FigureKind {
  const places = distinct(measure, dataset, "place");
  const longest = Math.max(...measure.series.map(({ observationCount }) => observationCount));
  if (dataset.kind === "survey" || (places > 1 && longest <= fewPeriods)) return "bars";
  return places > 1 || longest > mostColumns ? "lines" : "columns";
}

/** The ways in which a measure's bars can be told apart, the plainest first. */
export function barKinds(dataset: Dataset, measure: Measure): BarKind[] {
  const kinds: BarKind[] = [];
  if (distinct(measure, dataset, "place") > 1) kinds.push("region");
  if (distinct(measure, dataset, "age") > 1) kinds.push("age");
  return kinds.length > 0 ? kinds : ["period"];
}

/** The last observation of a reading that has a value. */
export function lastOf({ answer }: Reading): Observation | undefined {
  return answer.observations.findLast(({ value }) => value !== null);
}

/** The years that the readings have a figure of, newest first. */
export function yearsOf(readings: readonly Reading[]): string[] {
  const periods = readings.flatMap(({ answer }) => answer.observations.map(({ period }) => period));
  return [...new Set(periods.map((period) => period.slice(0, 4)))].sort().reverse();
}

function distinct(measure: Measure, dataset: Dataset, part: "place" | "age"): number {
  return new Set(measure.series.map((series) => codeOf(series, dataset, part))).size;
}
