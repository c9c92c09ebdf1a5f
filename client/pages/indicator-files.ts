import { html, nothing } from "lit";
import { isoDay } from "../../server/contract/period.ts";
import type { Source } from "../../server/contract/source.ts";
import { addressOf } from "../api/get.ts";
import { citedName } from "../components/citation.ts";
import { asOfQuery } from "./as-of.ts";
import { type FigureAsk, figureAsks, type ShownValue } from "./figure-asks.ts";
import { fileName } from "./file-name.ts";
import { lastOf, type Reading } from "./indicator-figure.ts";
import type { Measure } from "./measures.ts";
import type { Reader } from "./reader.ts";
import { addressOfPage } from "./route.ts";
import type { View } from "./view.ts";
import "../components/kurs-cite.ts";
import "../components/kurs-download-menu.ts";

/** What is shown: a measure, its series, and who publishes them. */
interface FilesWish {
  measure: Measure;
  readings: readonly Reading[];
  /** What of the readings the figure shows. */
  shown: readonly ShownValue[];
  sources: readonly Source[];
  view: View;
  /** Makes the picture; null where the figure is none. */
  png: (() => Promise<Blob>) | null;
}

/** The figure's series as files, how to cite them, and the page of each. */
export function indicatorFiles(
  { measure, readings, shown, sources, view, png }: FilesWish,
  reader: Reader,
) {
  const { texts, locale } = reader;
  const asks = figureAsks(shown, readings, asOfQuery(view));
  if (asks.length === 0) return nothing;
  const periods = readings.map((reading) => lastOf(reading)?.period ?? "").sort();
  const work = {
    publisher: sources.map((source) => citedName(source, locale)).join("; "),
    title: `${measure.title}, ${measure.unitTitle}`,
    figure: null,
    published: periods.at(-1) === "" ? null : (periods.at(-1) ?? null),
    address: location.href,
    accessed: isoDay(Date.now()),
  };
  return html`<div class="files">
    <section class="card stack close on-screen">
      <h2>${texts["download.title"]}</h2>
      ${asks.map((ask, i) => menuOf(ask, asks.length > 1, i === 0 ? png : null, measure, reader))}
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

/** Half-years stand in no table with years: each has its own files, with its frequency above. */
function menuOf(
  { frequency, first, last, query }: FigureAsk,
  isOneOfSeveral: boolean,
  png: (() => Promise<Blob>) | null,
  { series: [lead], code }: Measure,
  { texts }: Reader,
) {
  return html`${isOneOfSeveral ? html`<h3>${texts[`frequency.${frequency}`]}</h3>` : nothing}
    <kurs-download-menu
      .texts=${texts}
      .csv=${addressOf("aligned", {}, { ...query, format: "csv" })}
      .json=${addressOf("aligned", {}, query)}
      .name=${fileName(lead?.dataset, code, first, last)}
      .png=${png}
    ></kurs-download-menu>`;
}
