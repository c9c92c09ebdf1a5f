import type { Observations, Status } from "../contract/observation.ts";
import { formatPeriod, type Frequency } from "../contract/period.ts";
import type { Format } from "../contract/query.ts";
import { formatRow, type RowStyle } from "../csv/format-row.ts";
import { decimalsOf } from "../domain/decimal.ts";
import { type Wire, writeJson } from "../domain/exact-json.ts";
import type { Content } from "./send-content.ts";
import { typeOf } from "./format.ts";
import type { Next } from "./observation-page.ts";

/** A value on its way out; `period` by its first day, `value` decimal text, `count` where it was aggregated. */
export interface OutgoingObservation {
  period: string;
  value: string | null;
  status: Status;
  count?: number;
}

/** What stands around the observations of an answer. Its `aggregate` says that each of them has a count. */
export type Head = Omit<Observations, "observations" | "next">;

/** How the text is laid out beyond its format: CSV as the query asks, and where the answer goes on. */
export interface Layout {
  style?: { [Part in keyof RowStyle]: RowStyle[Part] | undefined };
  next?: Next | null;
}

/** An answer's text in parts: what comes before the rows, rows, and what comes after them. */
export interface Scribe<Row> {
  open: string;
  rows: (rows: readonly Row[], isFirst: boolean) => string;
  close: string;
}

/** Marks a CSV as UTF-8 for the spreadsheets that it was asked for. */
const byteOrderMark = "\uFEFF";

/**
 * Observations in the format asked for. `server/sql/select-observation-text.ts` writes plain ones to the same letter,
 * so that whoever changes one changes both.
 */
export function observationsContent(
  format: Format,
  head: Head,
  observations: readonly OutgoingObservation[],
  layout: Layout = {},
): Content {
  return wholeContent(format, observationScribe(format, head, layout), observations, layout);
}

/** A text of all rows, with a link to the next page where the format has no place for it. */
export function wholeContent<Row>(
  format: Format,
  { open, rows, close }: Scribe<Row>,
  all: readonly Row[],
  { next }: Layout,
): Content {
  const headers = next && format !== "json" ? { headers: { Link: next.link } } : {};
  return { type: typeOf(format), text: `${open}${rows(all, true)}${close}`, ...headers };
}

/** How observations are written in a format. */
export function observationScribe(
  format: Format,
  head: Head,
  layout: Layout,
): Scribe<OutgoingObservation> {
  switch (format) {
    case "json":
      return jsonScribe(head, layout);
    case "csv":
      return csvScribe(head, layout);
    case "ndjson":
      return { open: "", rows: (all) => all.map((row) => line(row, head)).join(""), close: "" };
  }
}

function jsonScribe(head: Head, { next = null }: Layout): Scribe<OutgoingObservation> {
  const { series, title, frequency, unit, decimals, source, ...rest } = head;
  const inOrder: Wire<Head> = { series, title, frequency, unit, decimals, source, ...rest };
  // A transformed value has as many digits as it happens to have: nothing to tell row by row.
  const told = head.units === undefined ? decimals : null;
  return {
    open: `${writeJson(inOrder).slice(0, -1)},"observations":[`,
    rows: (all, isFirst) => {
      const text = all.map((row) => item(row, head, told)).join(",");
      return isFirst || text === "" ? text : `,${text}`;
    },
    close: `],"next":${writeJson(next?.cursor ?? null)}}`,
  };
}

function item(row: OutgoingObservation, { frequency }: Head, told: number | null): string {
  const { value, status } = row;
  const decimals = value === null || told === null ? told : decimalsOf(value);
  const rest = decimals === told ? "" : `,"decimals":${String(decimals)}`;
  return members(row, frequency, status !== "A", rest);
}

/** A line stands alone: it always has its status, and no head to differ from in its decimals. */
function line(row: OutgoingObservation, { frequency }: Head): string {
  return `${members(row, frequency, true, "")}\n`;
}

// Joined by hand: an object for each value would cost most of the time. None of the texts needs an escape.
function members(
  { period, value, status, count }: OutgoingObservation,
  frequency: Frequency,
  hasStatus: boolean,
  rest: string,
): string {
  const said = hasStatus ? `,"status":"${status}"` : "";
  const counted = count === undefined ? "" : `,"count":${count}`;
  return `{"period":"${formatPeriod(period, frequency)}","value":${value ?? "null"}${said}${counted}${rest}}`;
}

function csvScribe(head: Head, layout: Layout): Scribe<OutgoingObservation> {
  const isCounted = head.aggregate !== undefined;
  const columns = ["period", "value", "status", ...(isCounted ? ["count"] : [])];
  const { open, write } = csvStyle(layout);
  return {
    open: `${open}${write(columns)}`,
    rows: (all) =>
      all
        .map(({ period, value, status, count = null }) => {
          const cells = [formatPeriod(period, head.frequency), value, status];
          return write(isCounted ? [...cells, count] : cells);
        })
        .join(""),
    close: "",
  };
}

/** How a CSV begins and how its rows are written, as the query asks. */
export function csvStyle({ style: { sep, decimal } = {} }: Layout): {
  open: string;
  write: (cells: readonly (string | number | null)[]) => string;
} {
  const style: RowStyle = { ...(sep && { sep }), ...(decimal && { decimal }) };
  const open = sep === undefined && decimal === undefined ? "" : byteOrderMark;
  return { open, write: (cells) => formatRow(cells, style) };
}
