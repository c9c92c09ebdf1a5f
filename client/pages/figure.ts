import { html } from "lit";
import type { Dataset } from "../../server/contract/dataset.ts";
import type { Observation } from "../../server/contract/observation.ts";
import type { TableRow } from "../components/kurs-series-table.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { ShownValue } from "./figure-asks.ts";
import type { Reading } from "./indicator-figure.ts";
import type { Measure } from "./measures.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import "../components/kurs-series-table.ts";

type Status = NonNullable<Observation["status"]>;

/** What a figure is made of. */
export interface FigureWish {
  dataset: Dataset;
  measure: Measure;
  readings: readonly Reading[];
  view: View;
  /** Opens where a figure came from: the series as the API names it, the period, and the figure as shown. */
  openReceipt: (series: string, period: string, told: string) => void;
}

/** A drawing with its words, and the same numbers as a table. */
export interface Figure {
  title: string;
  /** Unit, and the period where there is one. */
  subtitle: string;
  drawing: unknown;
  columns: readonly string[];
  rows: readonly TableRow[];
  /** The codes of those whose figures are shown. */
  sources: readonly string[];
  /** What of the readings is shown. */
  shown: readonly ShownValue[];
}

/** A number of a table with its status. */
export interface StatedRow {
  head: string;
  text: string;
  status: Status;
  strong?: boolean;
  /** Opens where the number came from. */
  receipt?: () => void;
}

/** The figure and its table, beside each other where there is room and the table is slim. `isBusy`: newer ones are on their way. */
export function renderFigure(
  { title, subtitle, drawing, columns, rows }: Figure,
  reader: Reader,
  isBusy = false,
) {
  const slim = columns.length <= 3;
  return html`<div class=${slim ? "figures beside" : "figures"}>
    <figure class="card stack" aria-label=${title} aria-busy=${isBusy ? "true" : "false"}>
      <div>
        <h2>${title}</h2>
        <p class="quiet">${subtitle}</p>
      </div>
      ${drawing}
    </figure>
    <div class="card">
      <kurs-series-table
        .texts=${reader.texts}
        .caption=${subtitle}
        .label=${`${title}: ${subtitle}`}
        .columns=${columns}
        .rows=${rows}
      ></kurs-series-table>
    </div>
  </div>`;
}

/** Head and rows of a table of single values; a status column stands there only where some value is not a normal one. */
export function statedTable(
  first: keyof Reader["texts"],
  rows: readonly StatedRow[],
  { texts }: Reader,
): Pick<Figure, "columns" | "rows"> {
  const stated = rows.some(({ status }) => status !== "A");
  const columns = [texts[first], texts["table.value"]];
  return {
    columns: stated ? [...columns, texts["table.status"]] : columns,
    rows: rows.map(({ head, text, status, strong = false, receipt = null }) => ({
      head,
      cells: stated ? [text, texts[`status.${status}`]] : [text],
      strong,
      receipts: [receipt, null],
    })),
  };
}

/** A period in words that stand alone: a half-year in full, `first half of 2025`. */
export function periodName(period: string, { texts, locale }: Reader): string {
  const [, year, half] = /^(\d{4})-S([12])$/.exec(period) ?? [];
  if (!year) return describePeriod(period, locale);
  return fillText(texts[half === "1" ? "period.firstHalf" : "period.secondHalf"], { year });
}
