import { html, nothing } from "lit";
import { columnConfig } from "../chart/column-config.ts";
import type { Surroundings } from "../chart/picture.ts";
import { describeSpan } from "../format/period.ts";
import { formatTick } from "../format/tick.ts";
import { fillText } from "../strings/fill-text.ts";
import { columnsOf, type DatedColumn, emptyYears } from "./columns.ts";
import { type Figure, type FigureWish, periodName, statedTable } from "./figure.ts";
import { isShare } from "./indicator-value.ts";
import { codeOf, type Measure, titleOf } from "./measures.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-chart.ts";

/** One place over time as columns around zero; what is not final is hollow and named, what is missing is said. */
export function columnFigure(wish: FigureWish, reader: Reader): Figure {
  const { dataset, measure, readings, openReceipt } = wish;
  const { locale, texts } = reader;
  const columns = columnsOf(readings, locale);
  const [first] = readings;
  const place = first ? titleOf(dataset, "place", codeOf(first.series, dataset, "place")) : "";
  const span = describeSpan(columns[0]?.period ?? "", columns.at(-1)?.period ?? "", locale);
  const rows = columns
    .filter(({ value }) => value !== null)
    .map(({ period, text, status, series }) => ({
      head: periodName(period, reader),
      text,
      status,
      receipt: () => {
        openReceipt(series, period, text);
      },
    }));
  const picture = (surroundings: Surroundings) =>
    columnConfig(columns, (value, step) => formatTick(value, locale, step), surroundings);
  return {
    title: messageOf(columns, measure, reader),
    subtitle: [measure.title, place, measure.unitTitle, span]
      .filter((part) => part !== "")
      .join(", "),
    drawing: html`<kurs-chart .texts=${texts} .picture=${picture}></kurs-chart
      >${notes(columns, reader)}`,
    sources: readings.map(({ series }) => series.source.code),
    shown: columns.filter(({ series }) => series !== ""),
    ...statedTable("table.period", rows.reverse(), reader),
  };
}

/** The newest figure with its unit, as money has a currency: that is what columns lead up to. */
function messageOf(columns: readonly DatedColumn[], measure: Measure, reader: Reader): string {
  const last = columns.findLast(({ value }) => value !== null);
  if (!last) return measure.title;
  return fillText(reader.texts["indicator.newest"], {
    measure: measure.title,
    value: isShare(measure.unit) ? last.text : `${last.text} ${measure.unitTitle}`,
    period: periodName(last.period, reader),
  });
}

function notes(columns: readonly DatedColumn[], reader: Reader) {
  const { texts } = reader;
  const hollow = columns
    .filter(({ provisional }) => provisional)
    .map(({ period, status }) => `${periodName(period, reader)}, ${texts[`status.${status}`]}`);
  const missing = emptyYears(columns);
  return html`<p class="quiet">
    ${
      hollow.length > 0
        ? fillText(texts["indicator.hollow"], { periods: hollow.join("; ") })
        : nothing
    }
    ${
      missing.length > 0
        ? fillText(texts["indicator.missingPeriods"], { periods: missing.join(", ") })
        : nothing
    }
  </p>`;
}
