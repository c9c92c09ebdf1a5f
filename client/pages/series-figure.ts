import { html } from "lit";
import { lastDayOf, readPeriod } from "../../server/contract/period.ts";
import type { Observation, Observations } from "../../server/contract/observation.ts";
import type { Dated } from "../chart/gaps.ts";
import { addressOf } from "../api/get.ts";
import type { PictureWords } from "../chart/chart-png.ts";
import { extremesOf } from "../chart/extremes.ts";
import type { TableRow } from "../components/kurs-series-table.ts";
import type { FigureLine } from "../components/line-picture.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { rangeFor } from "./comparison-plan.ts";
import { changeText, comparedText, verbOf } from "./comparison-value.ts";
import { fileName } from "./file-name.ts";
import { valueChange } from "./indicator-value.ts";
import { tableObservations } from "./rate-table.ts";
import type { SeriesReading } from "./read-series.ts";
import type { Reader } from "./reader.ts";
import { seriesSubtitle } from "./series-facts.ts";
import { spanOf, type TimeSpan } from "./time-span.ts";
import type { View } from "./view.ts";
import "../components/kurs-line-figure.ts";
import "../components/kurs-series-table.ts";

/** The days that a view of a series shows: a range too short for its frequency shows all. */
export function seriesSpan({ series }: SeriesReading, view: View): TimeSpan {
  const last = readPeriod(series.lastPeriod ?? "");
  if (!last) return { start: null, end: null };
  return spanOf({ ...view, range: rangeFor(series.frequency, view) }, lastDayOf(last));
}

/** The observations within a span. */
export function withinSpan(answer: Observations, { start, end }: TimeSpan): Observations {
  const [from, to] = [readPeriod(start ?? ""), readPeriod(end ?? "")];
  const observations = answer.observations.filter(({ period }) => {
    const day = readPeriod(period)?.start ?? "";
    return (!from || day >= from.start) && (!to || day <= lastDayOf(to));
  });
  return { ...answer, observations };
}

/** The line of a series in its own shape. */
export function seriesLine(
  { series }: SeriesReading,
  answer: Observations,
  reader: Reader,
): FigureLine {
  const { QUOTE, BASE, REF_AREA } = series.dimensions;
  const last = answer.observations.findLast(({ value }) => value !== null);
  const code = (QUOTE === "USD" ? BASE : QUOTE) ?? REF_AREA ?? "";
  return {
    code,
    name: series.title,
    label: code,
    latest: last ? textOf(series, answer, last, reader) : "",
    frequency: answer.frequency,
    observations: answer.observations,
    ...(series.kind === "survey" && { shape: "dots" as const }),
  };
}

/** The series over time, with its unit, its read-out and its summary. */
export function seriesFigure(
  reading: SeriesReading,
  answer: Observations,
  line: FigureLine,
  today: string,
  reader: Reader,
) {
  const { series } = reading;
  const describe = (_: FigureLine, observation: Dated) => {
    const parts = [
      describePeriod(observation.period, reader.locale),
      textOf(series, answer, { ...observation, status: observation.status ?? "A" }, reader),
    ];
    return { text: parts.join(" · "), spoken: parts.join(", ") };
  };
  return html`<div class="stack close">
    <p class="quiet">${seriesSubtitle(reading, reader)}</p>
    <kurs-line-figure
      .texts=${reader.texts}
      .locale=${reader.locale}
      .label=${series.title}
      .summary=${seriesSummary(reading, answer, reader)}
      .lines=${[line]}
      .describe=${describe}
      .today=${today}
    ></kurs-line-figure>
  </div>`;
}

/** The words of its picture: whose it is, its unit, its code, and the day on which it was made. */
export function seriesPictureWords(
  reading: SeriesReading,
  today: string,
  reader: Reader,
): PictureWords {
  const { series, source } = reading;
  return {
    title: series.title,
    subtitle: `${seriesSubtitle(reading, reader)} · ${series.dataset}/${series.key}`,
    source: fillText(reader.texts["chart.source"], { source: source.name }),
    date: describePeriod(today, reader.locale),
  };
}

/** The observations as a table, newest first; the value of each leads to its receipt, and the file has what is left out. */
export function seriesTable(
  reading: SeriesReading,
  answer: Observations,
  openReceipt: (period: string, text: string) => void,
  reader: Reader,
) {
  const { texts } = reader;
  const { dataset, key, title } = reading.series;
  const href = addressOf("observations", { dataset, key }, { format: "csv" });
  const caption = fillText(texts["table.caption"], { title });
  const rows = rowsOf(reading, answer, openReceipt, reader);
  return html`<kurs-series-table
    .texts=${texts}
    .caption=${caption}
    .columns=${[texts["table.period"], texts["table.value"], texts["table.status"]]}
    .rows=${rows}
    .more=${
      rows.length < answer.observations.length
        ? { text: texts["table.thinned"], href, name: fileName(dataset, key) }
        : null
    }
  ></kurs-series-table>`;
}

function rowsOf(
  { series }: SeriesReading,
  answer: Observations,
  openReceipt: (period: string, text: string) => void,
  reader: Reader,
): TableRow[] {
  return [...tableObservations(answer.observations)].reverse().map((observation) => {
    const { period, status = "A" } = observation;
    const text = textOf(series, answer, observation, reader);
    return {
      head: describePeriod(period, reader.locale),
      cells: [text, reader.texts[`status.${status}`]],
      receipts: [
        () => {
          openReceipt(period, text);
        },
        null,
      ],
    };
  });
}

function seriesSummary({ series }: SeriesReading, answer: Observations, reader: Reader): string {
  const found = extremesOf(answer.observations);
  if (!found) return "";
  const { texts, locale } = reader;
  const { first, last } = found;
  const change = valueChange(first, last, answer, locale);
  return fillText(texts[`summary.series${verbOf(change, first, last)}`], {
    name: series.title,
    from: describePeriod(first.period, locale),
    to: describePeriod(last.period, locale),
    first: textOf(series, answer, first, reader),
    last: textOf(series, answer, last, reader),
    change: changeText(change),
  });
}

function textOf(
  series: SeriesReading["series"],
  answer: Observations,
  observation: Observation | (Dated & Pick<Observation, "status">),
  { locale }: Reader,
): string {
  const { period, value } = observation;
  const known = answer.observations.find((one) => one.period === period);
  return comparedText({ ...known, period, value }, answer, series, "level", locale);
}
