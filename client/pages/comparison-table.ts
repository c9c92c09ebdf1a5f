import { html } from "lit";
import type { Observation } from "../../server/contract/observation.ts";
import { periodMs } from "../chart/gaps.ts";
import { describePeriod } from "../format/period.ts";
import type { TableRow } from "../components/kurs-series-table.ts";
import { fillText } from "../strings/fill-text.ts";
import { addressOfAsk } from "./comparison-asks.ts";
import type { ComparedLine } from "./comparison-lines.ts";
import { fileNameOf } from "./comparison-file-name.ts";
import { comparedText } from "./comparison-value.ts";
import { subtitleOf } from "./comparison-words.ts";
import { mostRows } from "./rate-table.ts";
import type { Comparison } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-series-table.ts";

/** A comparison as a table, newest first: a row for each period that some line has; beyond `most` rows, one for each month. */
export function comparisonTable(
  comparison: Comparison,
  lines: readonly ComparedLine[],
  reader: Reader,
  most = mostRows,
) {
  const { texts } = reader;
  const { rows, isThinned } = comparisonRows(comparison, lines, reader, most);
  const { asks } = comparison;
  const [ask] = asks;
  // Where several questions gave the figures, each has its file below.
  const href = ask && asks.length === 1 ? addressOfAsk(ask, comparison.as, "csv") : null;
  return html`<kurs-series-table
    .texts=${texts}
    .caption=${fillText(texts["table.caption"], { title: subtitleOf(comparison, reader) })}
    .columns=${[texts["table.period"], ...lines.map(({ name }) => name)]}
    .rows=${rows}
    .more=${isThinned ? { text: texts["table.thinned"], href, name: fileNameOf(comparison) } : null}
  ></kurs-series-table>`;
}

/** The rows of such a table, and whether some periods are left out. */
export function comparisonRows(
  { answers, lineup, as }: Comparison,
  lines: readonly ComparedLine[],
  { locale }: Reader,
  most = mostRows,
): { rows: TableRow[]; isThinned: boolean } {
  const columns = lines.map(({ id }) => {
    const observations = answers.get(id)?.observations ?? [];
    return new Map(observations.map((one) => [one.period, one] as const));
  });
  const all = periodsOf(columns);
  const periods = all.length > most ? all.filter(isLastOfMonth) : all;
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
