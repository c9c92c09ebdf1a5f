import { html, nothing } from "lit";
import { isoDay } from "../../server/contract/period.ts";
import { type CitedWork, citedName } from "../components/citation.ts";
import type { KursLineFigure } from "../components/kurs-line-figure.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { fileNameOfRates } from "./file-name.ts";
import { listedNotes } from "./listed-notes.ts";
import type { DrawnRates } from "./rate-drawing.ts";
import { todayOf } from "./rate-figure.ts";
import type { RateHistoryWish } from "./rate-history.ts";
import { rateNotes } from "./rate-notes.ts";
import { rateStatistics } from "./rate-statistics.ts";
import { subtitleWords } from "./rate-subtitle.ts";
import { figureText, type ShownRates, unitWords } from "./rate-words.ts";
import { addressOfRates, ownFrequency, publisherOf, type RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import { shareLinks } from "./share-links.ts";
import type { View } from "./view.ts";
import "../components/kurs-cite.ts";
import "../components/kurs-download-menu.ts";
import "../components/kurs-share.ts";
import "./kurs-rate-converter.ts";
import "./kurs-rate-on-date.ts";

/** Below the chart: statistics, a rate on a date, the converter, files, how to cite, notes. */
export function rateBelow(
  wish: RateHistoryWish,
  drawn: DrawnRates,
  reader: Reader,
  figure: () => KursLineFigure | null,
  hrefWith: (changes: Partial<View>) => string,
) {
  const { reading, view } = wish;
  const hrefOf = (source: string) => hrefWith({ source, t: null });
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
        .hrefOf=${hrefOf}
      ></kurs-rate-converter>
    </section>
    <section class="card stack close on-screen">
      <h2>${texts["onDate.title"]}</h2>
      <kurs-rate-on-date
        .texts=${texts}
        .locale=${locale}
        .reading=${reading}
        .view=${view}
        .hrefOf=${hrefOf}
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
      <kurs-cite .texts=${texts} .locale=${locale} .work=${workOf(wish, drawn, reader)}></kurs-cite>
      ${renderShare(view, drawn, reader)}
    </section>
    ${rateNotes(reading, reader)}
  </div>`;
}

function renderShare(view: View, { shown }: DrawnRates, { texts }: Reader) {
  const { observations } = shown.answer;
  const [first, last] = [observations[0], observations.at(-1)];
  if (!first || !last) return nothing;
  return html`<h3 class="on-screen">${texts["share.title"]}</h3>
    <kurs-share
      class="on-screen"
      .texts=${texts}
      .links=${shareLinks(view, first.period, last.period)}
    ></kurs-share>`;
}

const firstOf = ({ shown }: DrawnRates) => shown.answer.observations[0]?.period;

function pngOf(
  { reading, view, label, isLogRefused }: RateHistoryWish,
  { shown, events = [] }: DrawnRates,
  reader: Reader,
  figure: () => KursLineFigure | null,
): () => Promise<Blob> {
  const { texts, locale } = reader;
  const scale = isLogRefused ? "lin" : view.scale;
  return () => {
    const drawn = figure();
    if (!drawn) throw new Error("no chart is shown");
    return drawn.png({
      title: label,
      subtitle: subtitleWords(shown, scale, ownFrequency(reading), reader),
      source: fillText(texts["chart.source"], { source: publisherOf(reading).name }),
      date: describePeriod(todayOf(reading), locale),
      notes: listedNotes(events, locale),
    });
  };
}

function workOf({ reading }: RateHistoryWish, { shown }: DrawnRates, reader: Reader): CitedWork {
  const last = shown.answer.observations.findLast(({ value }) => value !== null);
  const figure = last && shown.as === "level" ? figureText(last, shown, reader) : null;
  return {
    publisher: citedName(publisherOf(reading), reader.locale),
    title: titleOf(reading, shown, reader),
    figure: figure === null ? null : `${figure} ${unitWords(shown, reader)}`,
    published: last?.period ?? null,
    address: location.href,
    accessed: isoDay(Date.now()),
  };
}

/** The pair as it is shown; where its source publishes other rates, what it was computed from. */
function titleOf({ currencies, there }: RateReading, { answer, pair }: ShownRates, reader: Reader) {
  const names = [pair.base, pair.quote].map(
    (code) => currencies.find((currency) => currency.code === code)?.name ?? code,
  );
  const title = `${names.join(" / ")} (${pair.base}/${pair.quote})`;
  if ((answer.method ?? "published") === "published") return title;
  const legs = there.legs.map(({ base, quote }) => `${base}/${quote}`).join(", ");
  return fillText(reader.texts["cite.computed"], { title, legs });
}
