import type { Observation, Observations } from "../../server/contract/observation.ts";
import type { Column } from "../chart/column-config.ts";
import { describePeriod } from "../format/period.ts";
import type { Locale } from "../format/locale.ts";
import type { Reading } from "./indicator-figure.ts";
import { valueText } from "./indicator-value.ts";

/** A column with the period it stands for. */
export interface DatedColumn extends Column {
  period: string;
  status: NonNullable<Observation["status"]>;
  /** The series that says it, as the API names it; empty for a year of which nobody says anything. */
  series: string;
}

/**
 * The columns of one place, from the first year to the last: a year that nobody published keeps an empty place, and a
 * part of a year stands in its year's place where the year itself has no figure.
 */
export function columnsOf(readings: readonly Reading[], locale: Locale): DatedColumn[] {
  const seen = readings.flatMap(({ answer }) =>
    answer.observations.map((observation) => ({ observation, answer })),
  );
  const yearOf = (period: string) => Number(period.slice(0, 4));
  const years = seen.map(({ observation }) => yearOf(observation.period));
  const columns: DatedColumn[] = [];
  for (let year = Math.min(...years); year <= Math.max(...years); year += 1) {
    const within = seen.filter(({ observation }) => yearOf(observation.period) === year);
    const shown = within.filter(({ answer }) => answer.frequency === "A" || within.length === 1);
    for (const { observation, answer } of shown.length > 0 ? shown : within)
      columns.push(columnOf(observation, answer, locale));
    if (within.length === 0) columns.push(emptyColumn(String(year)));
  }
  return columns;
}

/** The years that keep an empty place. */
export function emptyYears(columns: readonly DatedColumn[]): string[] {
  return columns.filter(({ value }) => value === null).map(({ period }) => period);
}

function columnOf(observation: Observation, answer: Observations, locale: Locale): DatedColumn {
  const { period, value, status = "A" } = observation;
  const text = valueText(observation, answer, locale);
  const year = period.slice(0, 4);
  // The year stands in line with the others; what part of it below, word by word, clear of the neighbours.
  const name =
    period === year ? year : [year, ...describePeriod(period, locale, "short").split(/\s/u)];
  const provisional = status === "P" || status === "E";
  return { name, value, text, provisional, period, status, series: answer.series };
}

function emptyColumn(year: string): DatedColumn {
  return {
    name: year,
    value: null,
    text: "",
    provisional: false,
    period: year,
    status: "M",
    series: "",
  };
}
