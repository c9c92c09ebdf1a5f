import { html, nothing } from "lit";
import type { ImportChange } from "../../server/contract/import-change.ts";
import { decimalsOf } from "../format/digits.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { seriesLink } from "./import-words.ts";
import type { DeskReader } from "./reader.ts";

/** The changes of an import as far as they were read, and how many there are. */
export interface ReadChanges {
  changes: readonly ImportChange[];
  total: number;
}

/** What became of which observation; each row leads to the series and to the receipt. */
export function changeTable(
  { changes, total }: ReadChanges,
  reader: DeskReader,
  openReceipt: (change: ImportChange) => void,
) {
  const { texts, locale } = reader;
  if (changes.length === 0) return html`<p>${texts["imports.noChanges"]}</p>`;
  const number = (n: number) => formatNumber(n, locale, 0);
  return html`<p class="quiet" role="status">
      ${fillText(texts["imports.shownOf"], { shown: number(changes.length), total: number(total) })}
    </p>
    <div class="region" role="region" tabindex="0" aria-label=${texts["imports.changes"]}>
      <table>
        <thead>
          <tr>
            <th scope="col">${texts["imports.series"]}</th>
            <th scope="col">${texts["table.period"]}</th>
            <th scope="col" class="figure">${texts["imports.from"]}</th>
            <th scope="col" class="figure">${texts["imports.to"]}</th>
            <th scope="col">${texts["imports.status"]}</th>
            <th scope="col" class="figure">${texts["imports.line"]}</th>
            <th scope="col"><span class="spoken">${texts["receipt.open"]}</span></th>
          </tr>
        </thead>
        <tbody>
          ${changes.map((change) => changeRow(change, reader, openReceipt))}
        </tbody>
      </table>
    </div>`;
}

function changeRow(
  change: ImportChange,
  reader: DeskReader,
  openReceipt: (change: ImportChange) => void,
) {
  const { series, period, status, line } = change;
  const { texts, locale } = reader;
  const { from, to } = valuesOf(change, reader);
  return html`<tr>
    <th scope="row">${seriesLink(series, reader)}</th>
    <td class="kept">${describePeriod(period, locale)}</td>
    <td class="figure">${from}</td>
    <td class="figure">${to}</td>
    <td>${status === null ? nothing : texts[`status.${status}`]}</td>
    <td class="figure">${line === null ? nothing : formatNumber(line, locale, 0)}</td>
    <td>
      ${
        status === null
          ? nothing
          : html`<button
              type="button"
              class="link"
              aria-label=${fillText(texts["imports.receiptOf"], {
                series,
                period: describePeriod(period, locale),
              })}
              @click=${() => {
                openReceipt(change);
              }}
            >
              ${texts["imports.receipt"]}
            </button>`
      }
    </td>
  </tr>`;
}

/** Both values with the digits that they have: none is added, none is lost. */
function valuesOf(change: ImportChange, { texts, locale }: DeskReader) {
  const { from, fromDecimals, to, toDecimals, status } = change;
  const shown = (value: number | null, none: string, told?: number) =>
    value === null ? none : formatNumber(value, locale, told ?? decimalsOf(value));
  const gone = status === null ? texts["receipt.withdrawn"] : texts["imports.noFigure"];
  return { from: shown(from, "–", fromDecimals), to: shown(to, gone, toDecimals) };
}
