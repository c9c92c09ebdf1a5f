import { html, nothing } from "lit";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { formatPercentChange } from "../format/change.ts";
import { decimalsOf } from "../format/digits.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { DeskReader } from "./reader.ts";
import "./kurs-import-chart.ts";

/** The most rows that the page shows of a list. */
const most = 100;

type Revision = ImportReport["revisions"][number];

/** What an import changes: each figure before and after, the series, and a chart of one of them. */
export function importDifference(report: ImportReport, reader: DeskReader) {
  const { texts, locale } = reader;
  const { series, revisions, counts } = report;
  if (series.length === 0) return nothing;
  return html`<section class="card stack">
    <h2>${texts["import.difference"]}</h2>
    ${revisions.length === 0 ? nothing : revisionTable(revisions, counts.revised, reader)}
    ${seriesTable(series, reader)}
    <p class="quiet">${texts["import.nothingRemoved"]}</p>
    <kurs-import-chart .texts=${texts} .locale=${locale} .report=${report}></kurs-import-chart>
  </section>`;
}

function revisionTable(revisions: readonly Revision[], total: number, reader: DeskReader) {
  const { texts, locale } = reader;
  const shown = revisions.slice(0, most);
  const caption = fillText(texts["import.revisionsShown"], {
    shown: formatNumber(shown.length, locale, 0),
    total: formatNumber(total, locale, 0),
  });
  return html`<h3 id="revisions">${texts["import.revisions"]}</h3>
    <p class="quiet">${caption}</p>
    <div class="region" role="region" tabindex="0" aria-labelledby="revisions">
      <table>
        <thead>
          <tr>
            <th scope="col">${texts["imports.series"]}</th>
            <th scope="col">${texts["table.period"]}</th>
            <th scope="col" class="figure">${texts["import.before"]}</th>
            <th scope="col" class="figure">${texts["import.after"]}</th>
            <th scope="col" class="figure">${texts["import.percent"]}</th>
            <th scope="col" class="figure">${texts["imports.line"]}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((revision) => revisionRow(revision, reader))}
        </tbody>
      </table>
    </div>`;
}

function revisionRow(
  { series, period, from, fromDecimals, to, toDecimals, percent, line }: Revision,
  { locale }: DeskReader,
) {
  const figure = (value: number | null, told?: number) =>
    value === null ? "—" : formatNumber(value, locale, told ?? decimalsOf(value));
  const change = formatPercentChange(percent, locale);
  return html`<tr>
    <th scope="row">${series}</th>
    <td>${describePeriod(period, locale)}</td>
    <td class="figure">${figure(from, fromDecimals)}</td>
    <td class="figure">${figure(to, toDecimals)}</td>
    <td class="figure">
      <span aria-hidden="true">${change.glyph} ${change.text}</span
      ><span class="spoken">${change.spoken}</span>
    </td>
    <td class="figure">${line === null ? nothing : formatNumber(line, locale, 0)}</td>
  </tr>`;
}

function seriesTable(series: ImportReport["series"], { texts, locale }: DeskReader) {
  const number = (count: number) => formatNumber(count, locale, 0);
  return html`<h3 id="series">${texts["import.bySeries"]}</h3>
    <div class="region" role="region" tabindex="0" aria-labelledby="series">
      <table>
        <thead>
          <tr>
            <th scope="col">${texts["imports.series"]}</th>
            <th scope="col" class="figure">${texts["importCount.added"]}</th>
            <th scope="col" class="figure">${texts["importCount.revised"]}</th>
            <th scope="col">${texts["table.period"]}</th>
          </tr>
        </thead>
        <tbody>
          ${series.slice(0, most).map(
            (one) =>
              html`<tr>
                <th scope="row">${one.series}</th>
                <td class="figure">${number(one.added)}</td>
                <td class="figure">${number(one.revised)}</td>
                <td>${describeSpan(one.first, one.last, locale)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
