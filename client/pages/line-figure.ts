import { html } from "lit";
import { extremesOf } from "../chart/extremes.ts";
import type { Dated } from "../chart/gaps.ts";
import type { FigureLine } from "../components/line-picture.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { changeText, verbOf } from "./comparison-value.ts";
import type { Figure, FigureWish } from "./figure.ts";
import { lastOf, type Reading } from "./indicator-figure.ts";
import { valueChange, valueText } from "./indicator-value.ts";
import { codeOf, titleOf } from "./measures.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-line-figure.ts";

/** Several places over time as lines, each labelled with its name. */
export function lineFigure(wish: FigureWish, reader: Reader): Figure {
  const { measure, readings, openReceipt } = wish;
  const { texts, locale } = reader;
  const periods = periodsOf(readings);
  const subtitle = `${measure.unitTitle}, ${describeSpan(periods.at(-1) ?? "", periods[0] ?? "", locale)}`;
  const lines = readings.map((reading) => lineOf(reading, wish, reader));
  const answers = new Map(lines.map(({ code }, i) => [code, readings[i]?.answer]));
  const describe = ({ code, name }: FigureLine, observation: Dated) => {
    const answer = answers.get(code);
    const value = answer ? valueText(observation, answer, locale) : "";
    const parts = [describePeriod(observation.period, locale), name, value];
    return { text: parts.join(" · "), spoken: parts.join(", ") };
  };
  return {
    title: messageOf(readings, wish, reader),
    subtitle: `${measure.title}, ${subtitle}`,
    drawing: html`<kurs-line-figure
      .texts=${texts}
      .locale=${locale}
      .label=${measure.title}
      .summary=${lines.map((line, i) => lineSummary(line, readings[i], reader)).join(" ")}
      .lines=${lines}
      .describe=${describe}
    ></kurs-line-figure>`,
    sources: readings.map(({ series }) => series.source.code),
    shown: readings.flatMap(({ answer: { series, observations } }) =>
      observations.map(({ period }) => ({ series, period })),
    ),
    columns: [texts["table.period"], ...lines.map(({ name }) => name)],
    rows: periods.map((period) => ({
      head: describePeriod(period, locale),
      cells: readings.map((reading) => cellOf(reading, period, reader)),
      receipts: readings.map((reading) => {
        if (!observationOf(reading, period)) return null;
        const { dataset, key } = reading.series;
        return () => {
          openReceipt(`${dataset}/${key}`, period, cellOf(reading, period, reader));
        };
      }),
    })),
  };
}

/** Whose newest figure is highest; of one line, its newest figure. */
function messageOf(readings: readonly Reading[], { dataset, measure }: FigureWish, reader: Reader) {
  const { texts, locale } = reader;
  const known = readings.flatMap((reading) => {
    const last = lastOf(reading);
    return last ? { reading, last } : [];
  });
  const highest = known.reduce<(typeof known)[number] | undefined>(
    (best, one) => ((one.last.value ?? 0) > (best?.last.value ?? -Infinity) ? one : best),
    undefined,
  );
  if (!highest) return measure.title;
  if (known.length === 1) {
    const period = describePeriod(highest.last.period, locale);
    const value = valueText(highest.last, highest.reading.answer, locale);
    return fillText(texts["indicator.newest"], { measure: measure.title, value, period });
  }
  const name = titleOf(dataset, "place", codeOf(highest.reading.series, dataset, "place"));
  const count = formatNumber(known.length, locale, 0);
  return fillText(texts["indicator.highestPlace"], { measure: measure.title, name, count });
}

function lineOf(reading: Reading, { dataset }: FigureWish, { locale }: Reader): FigureLine {
  const { series, answer } = reading;
  const code = codeOf(series, dataset, "place");
  const name = titleOf(dataset, "place", code);
  const last = lastOf(reading);
  return {
    code,
    name,
    label: name,
    latest: last ? valueText(last, answer, locale) : "",
    frequency: answer.frequency,
    observations: answer.observations,
  };
}

/** `Kazakhstan: from 1990 to 2017 up from 4.6% to 18.2% (+13.6 pp).` */
function lineSummary(
  { name }: FigureLine,
  reading: Reading | undefined,
  { texts, locale }: Reader,
) {
  const found = reading && extremesOf(reading.answer.observations);
  if (!found) return "";
  const { first, last } = found;
  const change = valueChange(first, last, reading.answer, locale);
  return fillText(texts[`summary.series${verbOf(change, first, last)}`], {
    name,
    from: describePeriod(first.period, locale),
    to: describePeriod(last.period, locale),
    first: valueText(first, reading.answer, locale),
    last: valueText(last, reading.answer, locale),
    change: changeText(change),
  });
}

function cellOf(reading: Reading, period: string, { locale }: Reader): string {
  const found = observationOf(reading, period);
  return found ? valueText(found, reading.answer, locale) : "–";
}

const observationOf = ({ answer }: Reading, wanted: string) =>
  answer.observations.find(({ period }) => period === wanted);

/** All periods of the readings, newest first. */
function periodsOf(readings: readonly Reading[]): string[] {
  const periods = readings.flatMap(({ answer }) => answer.observations.map(({ period }) => period));
  return [...new Set(periods)].sort().reverse();
}
