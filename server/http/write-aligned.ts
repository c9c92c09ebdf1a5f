import { formatPeriod, type Frequency } from "../contract/period.ts";
import type { Format } from "../contract/query.ts";
import type { AlignedRow } from "../domain/align-observations.ts";
import { decimalsOf } from "../domain/decimal.ts";
import { exact, writeJson } from "../domain/exact-json.ts";
import { typeOf } from "./format.ts";
import type { Content } from "./send-content.ts";
import {
  csvStyle,
  type Head,
  type Layout,
  type OutgoingObservation,
  type Scribe,
  wholeContent,
} from "./write-observations.ts";

/** A column as it is written. */
export interface OutgoingColumn {
  name: string;
  head: Head;
}

/** A period of all columns. */
export type OutgoingRow = AlignedRow<OutgoingObservation>;

/** What the table is, beside its rows. */
export interface Table {
  frequency: Frequency;
  columns: readonly OutgoingColumn[];
}

/** Several series on one axis, in the format asked for; CSV is wide, NDJSON has a line for each period. */
export function alignedContent(
  format: Format,
  table: Table,
  rows: readonly OutgoingRow[],
  layout: Layout,
): Content {
  return format === "json"
    ? { type: typeOf(format), text: jsonText(table, rows, layout) }
    : wholeContent(format, alignedScribe(format, table, layout), rows, layout);
}

/** How rows of the table are written in a format that has them one by one. */
export function alignedScribe(
  format: Exclude<Format, "json">,
  { frequency, columns }: Table,
  layout: Layout,
): Scribe<OutgoingRow> {
  if (format === "ndjson") {
    const write = (row: OutgoingRow) => line(row, frequency, columns);
    return { open: "", rows: (all) => all.map(write).join(""), close: "" };
  }
  const { open, write } = csvStyle(layout);
  return {
    open: `${open}${write(["period", ...columns.map(({ name }) => name)])}`,
    rows: (all) =>
      all
        .map(({ period, cells }) =>
          write([formatPeriod(period, frequency), ...cells.map((cell) => cell?.value ?? null)]),
        )
        .join(""),
    close: "",
  };
}

function line({ period, cells }: OutgoingRow, frequency: Frequency, columns: Table["columns"]) {
  const named = <T>(tell: (cell: OutgoingObservation | null) => T | undefined) =>
    Object.fromEntries(
      columns.flatMap(({ name }, at) => {
        const told = tell(cells[at] ?? null);
        return told === undefined ? [] : [[name, told]];
      }),
    );
  const values = named((cell) => exact(cell?.value ?? null));
  const statuses = named((cell) => (cell && cell.status !== "A" ? cell.status : undefined));
  const counts = named((cell) => cell?.count);
  return `${writeJson({
    period: formatPeriod(period, frequency),
    values,
    ...(Object.keys(statuses).length > 0 && { statuses }),
    ...(Object.keys(counts).length > 0 && { counts }),
  })}\n`;
}

function jsonText({ frequency, columns }: Table, rows: readonly OutgoingRow[], layout: Layout) {
  const periods = rows.map(({ period }) => `"${formatPeriod(period, frequency)}"`);
  const series = columns.map(({ head }, at) =>
    columnText(
      head,
      rows.map(({ cells }) => cells[at] ?? null),
    ),
  );
  return `{"frequency":"${frequency}","periods":[${periods.join(",")}],"series":[${series.join(",")}],"next":${writeJson(layout.next?.cursor ?? null)}}`;
}

function columnText(head: Head, cells: readonly (OutgoingObservation | null)[]): string {
  const lists = [`"values":[${cells.map((cell) => cell?.value ?? "null").join(",")}]`];
  const decimals = cells.map((cell) =>
    typeof cell?.value === "string" ? decimalsOf(cell.value) : null,
  );
  // A transformed value has as many digits as it happens to have: nothing to tell value by value.
  if (head.units === undefined && decimals.some((own) => own !== null && own !== head.decimals))
    lists.push(`"valueDecimals":${JSON.stringify(decimals)}`);
  if (cells.some((cell) => cell && cell.status !== "A"))
    lists.push(`"statuses":${JSON.stringify(cells.map((cell) => cell?.status ?? null))}`);
  if (head.aggregate !== undefined)
    lists.push(`"counts":${JSON.stringify(cells.map((cell) => cell?.count ?? null))}`);
  return `${writeJson(head).slice(0, -1)},${lists.join(",")}}`;
}
