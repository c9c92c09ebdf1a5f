import { html } from "lit";
import { isoDay } from "../../server/contract/period.ts";
import { addressOf } from "../api/get.ts";
import { citedName } from "../components/citation.ts";
import { asOfQuery } from "./as-of.ts";
import { fileName } from "./file-name.ts";
import type { SeriesReading } from "./read-series.ts";
import type { Reader } from "./reader.ts";
import { seriesSpan } from "./series-figure.ts";
import type { View } from "./view.ts";
import "../components/kurs-cite.ts";
import "../components/kurs-download-menu.ts";

/** What is shown as files, and how to cite it. */
export function seriesFiles(
  reading: SeriesReading,
  view: View,
  { texts, locale }: Reader,
  png: () => Promise<Blob>,
) {
  const { series, source } = reading;
  const { start, end } = seriesSpan(reading, view);
  const parts = { dataset: series.dataset, key: series.key };
  const query = {
    ...(start !== null && { start }),
    ...(end !== null && { end }),
    ...asOfQuery(view),
  };
  const work = {
    publisher: citedName(source, locale),
    title: series.title,
    figure: null,
    published: series.lastPeriod,
    address: location.href,
    accessed: isoDay(Date.now()),
  };
  return html`<div class="beside">
    <section class="card stack close on-screen">
      <h2>${texts["download.title"]}</h2>
      <kurs-download-menu
        .texts=${texts}
        .csv=${addressOf("observations", parts, { ...query, format: "csv" })}
        .json=${addressOf("observations", parts, query)}
        .name=${fileName(series.dataset, series.key, start ?? series.firstPeriod, end ?? series.lastPeriod)}
        .png=${png}
      ></kurs-download-menu>
    </section>
    <section class="card stack close">
      <h2>${texts["cite.title"]}</h2>
      <kurs-cite .texts=${texts} .locale=${locale} .work=${work}></kurs-cite>
    </section>
  </div>`;
}
