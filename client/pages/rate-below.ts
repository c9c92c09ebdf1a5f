import { html } from "lit";
import type { CitedWork } from "../components/citation.ts";
import type { KursLineFigure } from "../components/kurs-line-figure.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { fileNameOfRates } from "./file-name.ts";
import { listedNotes } from "./listed-notes.ts";
import type { DrawnRates } from "./rate-drawing.ts";
import { todayOf } from "./rate-figure.ts";
import type { RateHistoryWish } from "./rate-history.ts";
import { rateNotes } from "./rate-notes.ts";
import { rateStatistics } from "./rate-statistics.ts";
import { subtitleWords } from "./rate-subtitle.ts";
import { addressOfRates, ownFrequency } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-cite.ts";
import "../components/kurs-download-menu.ts";
import "./kurs-rate-converter.ts";
import "./kurs-rate-on-date.ts";

/** Below the chart: statistics, a rate on a date, the converter, files, how to cite, notes. */
export function rateBelow(
  wish: RateHistoryWish,
  drawn: DrawnRates,
  reader: Reader,
  figure: () => KursLineFigure | null,
) {
  const { reading, view } = wish;
  const { texts, locale } = reader;
  return html`<div class="below">
    ${rateStatistics(drawn.shown, reader)}
    <section class="card stack close on-screen">
      <h2>${texts["convert.title"]}</h2>
      <kurs-rate-converter
        .texts=${texts}
        .locale=${locale}
        .reading=${reading}
        .view=${view}
      ></kurs-rate-converter>
    </section>
    <section class="card stack close on-screen">
      <h2>${texts["onDate.title"]}</h2>
      <kurs-rate-on-date
        .texts=${texts}
        .locale=${locale}
        .reading=${reading}
        .view=${view}
      ></kurs-rate-on-date>
    </section>
    <section class="card stack close on-screen">
      <h2>${texts["download.title"]}</h2>
      <kurs-download-menu
        .texts=${texts}
        .csv=${addressOfRates(reading, view, "csv", firstOf(drawn))}
        .json=${addressOfRates(reading, view, "json", firstOf(drawn))}
        .name=${fileNameOfRates(drawn.shown)}
        .png=${view.view === "table" ? null : pngOf(wish, drawn, reader, figure)}
      ></kurs-download-menu>
    </section>
    <section class="card stack close">
      <h2>${texts["cite.title"]}</h2>
      <kurs-cite .texts=${texts} .locale=${locale} .work=${workOf(wish, drawn)}></kurs-cite>
    </section>
    ${rateNotes(reading, reader)}
  </div>`;
}

const firstOf = ({ shown }: DrawnRates) => shown.answer.observations[0]?.period;

function pngOf(
  { reading, view, label, isLogRefused }: RateHistoryWish,
  { shown, events = [] }: DrawnRates,
  reader: Reader,
  figure: () => KursLineFigure | null,
): () => Promise<Blob> {
  const { texts, locale } = reader;
  const { observations } = shown.answer;
  const [first, last] = [observations[0]?.period ?? "", observations.at(-1)?.period ?? ""];
  const scale = isLogRefused ? "lin" : view.scale;
  return () => {
    const drawn = figure();
    if (!drawn) throw new Error("no chart is shown");
    return drawn.png({
      title: label,
      subtitle: `${subtitleWords(shown, scale, ownFrequency(reading), reader)}. ${describeSpan(first, last, locale)}`,
      source: fillText(texts["chart.source"], { source: publisherOf(reading).name }),
      date: describePeriod(todayOf(reading), locale),
      notes: listedNotes(events, locale),
    });
  };
}

function workOf({ reading }: RateHistoryWish, { shown }: DrawnRates): CitedWork {
  const { answer, pair } = shown;
  const { name, attribution } = publisherOf(reading);
  const names = [pair.base, pair.quote].map(
    (code) => reading.currencies.find((currency) => currency.code === code)?.name ?? code,
  );
  return {
    publisher: attribution ?? name,
    title: `${names.join(" / ")} (${pair.base}/${pair.quote})`,
    published: answer.observations.findLast(({ value }) => value !== null)?.period ?? null,
    address: location.href,
    accessed: new Date().toISOString().slice(0, 10),
  };
}

function publisherOf({ sources, there }: RateHistoryWish["reading"]) {
  const found = sources.find(({ code }) => code === there.source);
  return found ?? { name: there.source, attribution: null };
}
