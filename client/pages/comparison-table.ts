import type { Observation } from "../../server/contract/observation.ts";
import { periodMs } from "../chart/gaps.ts";
import { describePeriod } from "../format/period.ts";
import type { TableRow } from "../components/kurs-series-table.ts";
import type { ComparedLine } from "./comparison-lines.ts";
import { comparedText } from "./comparison-value.ts";
import { mostRows } from "./rate-table.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";

/** The rows of a comparison, newest first: one for each period that some line has; beyond 400, one for each month. */
export function comparisonRows(
  { answers, lineup, as }: Comparison,
  lines: readonly ComparedLine[],
  { locale }: Reader,
): { rows: TableRow[]; isThinned: boolean } {
  const columns = lines.map(({ id }) => {
    const observations = answers.get(id)?.observations ?? [];
    return new Map(observations.map((one) => [one.period, one] as const));
  });
  const all = periodsOf(columns);
  const periods = all.length > mostRows ? all.filter(isLastOfMonth) : all;
  const cellOf = (column: ReadonlyMap<string, Observation>, i: number, period: string) => {
    const [found, id] = [column.get(period), lines[i]?.id ?? ""];
    const answer = answers.get(id);
    const series = lineup.series.find((one) => one.id === id);
    return found && answer && series ? comparedText(found, answer, series, as, locale) : "–";
  };
  const rows = periods.map((period) => ({
    head: describePeriod(period, locale),
    cells: columns.map((column, i) => cellOf(column, i, period)),
  }));
  return { rows, isThinned: periods.length < all.length };
}

function periodsOf(columns: readonly ReadonlyMap<string, unknown>[]): string[] {
  const periods = new Set(columns.flatMap((column) => [...column.keys()]));
  return [...periods].sort((a, b) => periodMs(b) - periodMs(a));
}

/** Of periods that come newest first. */
const isLastOfMonth = (period: string, i: number, all: readonly string[]) =>
  i === 0 || period.slice(0, 7) !== all[i - 1]?.slice(0, 7);
