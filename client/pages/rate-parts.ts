import { html, nothing } from "lit";
import type { Observation } from "../../server/contract/observation.ts";
import { extremesOf } from "../chart/extremes.ts";
import type { TableRow } from "../components/kurs-series-table.ts";
import { formatChange } from "../format/change.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Strings } from "../strings/en.ts";
import { figureText, type ShownRates, unitWords } from "./rate-words.ts";
import { fileAddress, type RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import "../components/kurs-series-table.ts";

/** The most rows of a table; beyond it every month is there with its last observation. */
export const mostRows = 400;

/** What a table shows of so many observations: all, or the last of each month; oldest first. */
export function tableObservations(observations: readonly Observation[]): readonly Observation[] {
  if (observations.length <= mostRows) return observations;
  const month = (observation: Observation | undefined) => observation?.period.slice(0, 7);
  return observations.filter((one, i) => month(one) !== month(observations[i + 1]));
}

/** The observations as a table, newest first, each with its change since the row below. */
export function rateTable(shown: ShownRates, reader: Reader) {
  const { texts, locale } = reader;
  const observations = tableObservations(shown.answer.observations);
  const rows: TableRow[] = observations.map((observation, i) => {
    const change = formatChange(observations[i - 1]?.value ?? null, observation.value, locale);
    return {
      head: describePeriod(observation.period, locale),
      cells: [figureText(observation, shown, reader), `${change.glyph} ${change.text}`],
    };
  });
  const thinned = observations.length < shown.answer.observations.length;
  return html`<kurs-series-table
      .texts=${texts}
      .caption=${fillText(texts["table.caption"], { title: unitWords(shown, reader) })}
      .columns=${[texts["table.date"], texts["table.rate"], texts["table.change"]]}
      .rows=${rows.reverse()}
    ></kurs-series-table>
    ${thinned ? html`<p class="quiet">${texts["table.thinned"]}</p>` : nothing}`;
}

/** The lowest and the highest of what is shown, with their days. */
export function rateStatistics(shown: ShownRates, reader: Reader) {
  const { texts, locale } = reader;
  const found = extremesOf(shown.answer.observations);
  if (!found) return nothing;
  const told = (observation: Observation) =>
    html`<b>${figureText(observation, shown, reader)}</b> ·
      <time datetime=${observation.period}>${describePeriod(observation.period, locale)}</time>`;
  return html`<section class="stack close">
    <h2>${texts["rate.statistics"]}</h2>
    <dl class="number">
      <dt>${texts["rate.low"]}</dt>
      <dd>${told(found.low)}</dd>
      <dt>${texts["rate.high"]}</dt>
      <dd>${told(found.high)}</dd>
    </dl>
  </section>`;
}

/** Files of exactly what is shown. */
export function rateFiles(reading: RateReading, view: View, texts: Strings) {
  return html`<section class="stack close">
    <h2>${texts["download.title"]}</h2>
    <div class="row">
      <a class="button" href=${fileAddress(reading, view, "csv")} download
        >${texts["download.csv"]}</a
      >
      <a class="button" href=${fileAddress(reading, view, "json")}>${texts["download.json"]}</a>
    </div>
  </section>`;
}
