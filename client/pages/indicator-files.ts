import { html, nothing } from "lit";
import { isoDay } from "../../server/contract/period.ts";
import type { Source } from "../../server/contract/source.ts";
import { addressOf, type Query } from "../api/get.ts";
import { asOfQuery } from "./as-of.ts";
import { lastOf, type Reading } from "./indicator-figure.ts";
import type { Measure } from "./measures.ts";
import { namesOf } from "./read-indicator.ts";
import type { Reader } from "./reader.ts";
import { addressOfPage } from "./route.ts";
import type { View } from "./view.ts";
import "../components/kurs-cite.ts";
import "../components/kurs-download-menu.ts";

/** What is shown: a measure, its series, and who publishes them. */
interface FilesWish {
  measure: Measure;
  readings: readonly Reading[];
  sources: readonly Source[];
  view: View;
  /** Makes the picture; null where the figure is none. */
  png: (() => Promise<Blob>) | null;
}

/** The figure's series as files, how to cite them, and the page of each. */
export function indicatorFiles(
  { measure, readings, sources, view, png }: FilesWish,
  reader: Reader,
) {
  const { texts, locale } = reader;
  const query = tableQuery(readings, view);
  if (!query) return nothing;
  const periods = readings.map((reading) => lastOf(reading)?.period ?? "").sort();
  const work = {
    publisher: sources.map(({ attribution, name }) => attribution ?? name).join("; "),
    title: `${measure.title}, ${measure.unitTitle}`,
    published: periods.at(-1) === "" ? null : (periods.at(-1) ?? null),
    address: location.href,
    accessed: isoDay(Date.now()),
  };
  return html`<div class="files">
    <section class="card stack close on-screen">
      <h2>${texts["download.title"]}</h2>
      <kurs-download-menu
        .texts=${texts}
        .csv=${addressOf("aligned", {}, { ...query, format: "csv" })}
        .json=${addressOf("aligned", {}, query)}
        .name=${readings[0]?.series.dataset.toLowerCase() ?? "kurs"}
        .png=${png}
      ></kurs-download-menu>
      <details>
        <summary>${texts["sources.itsSeries"]}</summary>
        <ul>
          ${readings.map(({ series: { dataset, key, title } }) => {
            const href = addressOfPage(locale.language, { name: "series", dataset, key });
            return html`<li><a href=${href}>${title}</a></li>`;
          })}
        </ul>
      </details>
    </section>
    <section class="card stack close">
      <h2>${texts["cite.title"]}</h2>
      <kurs-cite .texts=${texts} .locale=${locale} .work=${work}></kurs-cite>
    </section>
  </div>`;
}

/** The most series that one table holds; those of the frequency that most of them have. */
function tableQuery(readings: readonly Reading[], view: View): Query<"aligned"> | null {
  const [first] = readings;
  if (!first) return null;
  const alike = readings.filter(({ series }) => series.frequency === first.series.frequency);
  const series = namesOf(alike.slice(0, 50).map((one) => one.series));
  return { series, ...asOfQuery(view) };
}
