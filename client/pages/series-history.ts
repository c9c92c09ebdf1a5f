import { html, nothing } from "lit";
import type { Series } from "../../server/contract/series.ts";
import { formatPercentChange } from "../format/change.ts";
import { formatNumber } from "../format/number.ts";
import { describeInstant, describePeriod, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { changeText } from "./comparison-value.ts";
import { hrefOfImport, nameOfFile } from "./import-words.ts";
import type { ImportLog } from "./read-series.ts";
import type { Reader } from "./reader.ts";
import { type LogEntry, logOf, type Revised, revisionsOf } from "./series-log.ts";
import "../components/kurs-series-table.ts";

/** What the imports read so far did to a series, and a button that reads older ones. */
export function seriesHistory(
  { dataset, key, decimals }: Series,
  { imports, next }: ImportLog,
  reader: Reader,
  actions: { open: (period: string) => void; readFurther: (cursor: string) => void },
) {
  const { texts, locale } = reader;
  const name = `${dataset}/${key}`;
  const read = formatNumber(imports.length, locale, 0);
  return html`<div class="beside">
    <section class="card stack close">
      <h2>${texts["series.log"]}</h2>
      ${importLog(logOf(name, imports), reader)}
      ${
        next === null
          ? nothing
          : html`<p class="quiet">
              ${fillText(texts["series.logOf"], { count: read })}
              <button
                type="button"
                @click=${() => {
                  actions.readFurther(next);
                }}
              >
                ${texts["series.further"]}
              </button>
            </p>`
      }
    </section>
    <section class="card stack close">
      <h2>${texts["series.revisions"]}</h2>
      ${revisionTable(revisionsOf(name, imports), decimals, actions.open, reader)}
    </section>
  </div>`;
}

/** The imports that changed the series. */
function importLog(entries: readonly LogEntry[], reader: Reader) {
  const { texts, locale } = reader;
  if (entries.length === 0) return html`<p>${texts["series.noImports"]}</p>`;
  return html`<ol class="lines">
    ${entries.map(
      ({ report, added, revised, first, last }) =>
        html`<li>
          <span class="quiet number"
            >${report.at === null ? "" : describeInstant(report.at, locale)}</span
          >
          <span>
            ${
              report.id === null
                ? nothing
                : html`<a href=${hrefOfImport(locale.language, report.id)}
                    >${fillText(texts["series.import"], { id: String(report.id) })}</a
                  >`
            }
            · ${nameOfFile(report, reader)} · ${changedText({ added, revised }, reader)} ·
            ${describeSpan(first, last, locale)}
          </span>
          ${report.file ? html`<code class="quiet">SHA-256 ${report.file.sha256}</code>` : nothing}
        </li>`,
    )}
  </ol>`;
}

function changedText(
  counts: { added: number; revised: number },
  { texts, locale }: Reader,
): string {
  return (["added", "revised"] as const)
    .filter((key) => counts[key] > 0)
    .map((key) =>
      fillText(texts[`updates.${key}`], { count: formatNumber(counts[key], locale, 0) }),
    )
    .join(", ");
}

/** What was revised, as a table of old and new values; each row leads to all versions of its figure. */
function revisionTable(
  revised: readonly Revised[],
  decimals: number,
  openReceipt: (period: string) => void,
  { texts, locale }: Reader,
) {
  if (revised.length === 0) return html`<p>${texts["series.noRevisions"]}</p>`;
  const number = (value: number | null) =>
    value === null ? "–" : formatNumber(value, locale, decimals);
  const rows = revised.map(({ at, period, from, to, percent }) => ({
    head: describePeriod(period, locale),
    cells: [
      number(from),
      number(to),
      changeText(formatPercentChange(percent, locale)),
      at === null ? "" : describeInstant(at, locale),
    ],
    receipts: [null, () => openReceipt(period), null, null],
  }));
  const columns = [
    texts["table.period"],
    texts["series.before"],
    texts["series.after"],
    texts["table.change"],
    texts["series.revisedAt"],
  ];
  return html`<kurs-series-table
    .texts=${texts}
    .caption=${texts["series.revisions"]}
    .columns=${columns}
    .rows=${rows}
  ></kurs-series-table>`;
}
