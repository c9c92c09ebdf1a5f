import { html, nothing } from "lit";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { formatNumber } from "../format/number.ts";
import { describeInstant } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { hrefOfImport } from "./import-words.ts";
import type { DeskReader } from "./reader.ts";
import { addressOfPage } from "./route.ts";
import { undoButtonText } from "./undo-words.ts";

/** The most links to series. */
const most = 30;

/** Where to go from an import that is made. */
export interface DoneActions {
  undo: () => void;
  restart: () => void;
}

/** What was done, the way to what changed, and back. */
export function importDone(
  report: ImportReport,
  reader: DeskReader,
  { undo, restart }: DoneActions,
) {
  const { texts, locale } = reader;
  const { id, series } = report;
  return html`<section class="card stack">
    <h2 tabindex="-1">${texts[id === null ? "import.unchanged" : "import.done"]}</h2>
    <div role="alert"><p class="well">${doneText(report, reader)}</p></div>
    ${
      series.length === 0 || id === null
        ? nothing
        : html`<h3>${texts["import.changedSeries"]}</h3>
            <ul class="links">
              ${series
                .slice(0, most)
                .map(
                  (one) =>
                    html`<li><a href=${hrefOfSeries(one.series, reader)}>${one.series}</a></li>`,
                )}
            </ul>`
    }
    <div class="row">
      ${
        id === null
          ? nothing
          : html`<a class="button" href=${hrefOfImport(locale.language, id)}
                >${fillText(texts["imports.one"], { id: String(id) })}</a
              >
              <button type="button" @click=${undo}>${undoButtonText(report, reader)}</button>`
      }
      <button type="button" @click=${restart}>${texts["import.another"]}</button>
    </div>
  </section>`;
}

function doneText({ id, counts, alreadyImported }: ImportReport, reader: DeskReader): string {
  const { texts, locale } = reader;
  const number = (count: number) => formatNumber(count, locale, 0);
  if (id !== null) {
    const values = { added: number(counts.added), revised: number(counts.revised) };
    return fillText(texts["import.doneCounts"], values);
  }
  return alreadyImported ? againText(alreadyImported, reader, false) : texts["import.nothingNew"];
}

/** That the same file has come before, and whether it changes something all the same. */
export function againText(
  { at, by }: NonNullable<ImportReport["alreadyImported"]>,
  { texts, locale }: DeskReader,
  isReplaced: boolean,
): string {
  const text = texts[isReplaced ? "import.replaced" : "import.already"];
  return fillText(text, { moment: describeInstant(at, locale), by });
}

/** Whether an import adds or revises anything. */
export const changesSomething = ({ counts }: ImportReport): boolean =>
  counts.added + counts.revised > 0;

/** A daily rate leads to the page of its pair, anything else to the page of its series. */
export function hrefOfSeries(name: string, { locale }: DeskReader): string {
  const [, base, quote, source] = /^FX\/D\.([A-Z]{3})\.([A-Z]{3})\.([A-Z0-9_]+)$/.exec(name) ?? [];
  if (base && quote && source)
    return addressOfPage(locale.language, { name: "rate", base, quote }, { source });
  const [dataset = "", key = ""] = name.split("/");
  return addressOfPage(locale.language, { name: "series", dataset, key });
}
