import { html, nothing } from "lit";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { fillPath, paths } from "../../server/contract/paths.ts";
import { indentJson } from "../components/indent-json.ts";
import { formatNumber } from "../format/number.ts";
import { describeInstant, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { seriesLink, stateOfImport } from "./import-words.ts";
import type { DeskReader } from "./reader.ts";

const countNames = [
  "read",
  "added",
  "revised",
  "withdrawn",
  "unchanged",
  "rejected",
  "warnings",
] as const;

/** When, by whom, from which file, and whether it is in force. `fetchFile` is called where the file is wanted. */
export function importFacts(
  report: ImportReport,
  reader: DeskReader,
  fetchFile: (event: Event) => void,
) {
  const { texts, locale } = reader;
  const { id, at, by, file } = report;
  const address = fillPath(paths.importFile, { id: String(id) });
  return html`<dl>
    ${row(
      texts["imports.when"],
      at === null
        ? "–"
        : html`<time class="number" datetime=${at}>${describeInstant(at, locale)}</time>`,
    )}
    ${row(texts["imports.who"], by)} ${row(texts["imports.state"], stateOfImport(report, reader))}
    ${row(
      texts["imports.file"],
      file === null
        ? texts["imports.noFile"]
        : html`<a href=${address} download @click=${fetchFile}
              >${file.name ?? texts["updates.unnamed"]}</a
            ><br /><span class="number">${sizeText(file, reader)}</span>`,
    )}
    ${file === null ? nothing : row(texts["receipt.checksum"], html`<code>${file.sha256}</code>`)}
  </dl>`;
}

function sizeText(
  { bytes, encoding, delimiter }: NonNullable<ImportReport["file"]>,
  { texts, locale }: DeskReader,
): string {
  const count = formatNumber(bytes, locale, 0);
  if (delimiter === "") return fillText(texts["imports.size"], { count, encoding });
  if (delimiter === "\t") return fillText(texts["imports.tabs"], { count, encoding });
  return fillText(texts["imports.delimiter"], { count, encoding, delimiter });
}

/** How many observations were read, and what became of them. */
export function importCounts({ counts }: ImportReport, { texts, locale }: DeskReader) {
  return html`<dl class="counts number">
    ${countNames.map((name) => {
      const count = counts[name];
      return count === undefined
        ? nothing
        : row(texts[`count.${name}`], formatNumber(count, locale, 0));
    })}
  </dl>`;
}

/** The mapping that the file was read by, folded. */
export function importMapping({ mapping, mappingName }: ImportReport, { texts }: DeskReader) {
  if (mapping === null) return nothing;
  return html`<details class="card">
    <summary>${texts["imports.mapping"]}</summary>
    ${
      mappingName === null
        ? nothing
        : html`<p class="quiet">
            ${fillText(texts["imports.mappingName"], { name: mappingName })}
          </p>`
    }
    <pre tabindex="0" role="region" aria-label=${texts["imports.mapping"]}>
${indentJson(JSON.stringify(mapping))}</pre>
  </details>`;
}

/** The series that it changed, each leading to its page; a report has the first thousand. */
export function importSeries({ series }: ImportReport, reader: DeskReader) {
  const { texts, locale } = reader;
  if (series.length === 0) return nothing;
  const count = (n: number) => html`<td class="figure">${formatNumber(n, locale, 0)}</td>`;
  return html`<section class="card stack close">
    <h2>${texts["imports.series"]}</h2>
    <div class="region" role="region" tabindex="0" aria-label=${texts["imports.series"]}>
      <table>
        <thead>
          <tr>
            <th scope="col">${texts["imports.series"]}</th>
            <th scope="col" class="figure">${texts["count.added"]}</th>
            <th scope="col" class="figure">${texts["count.revised"]}</th>
            <th scope="col">${texts["table.period"]}</th>
          </tr>
        </thead>
        <tbody>
          ${series.map(
            (one) =>
              html`<tr>
                <th scope="row">${seriesLink(one.series, reader)}</th>
                ${count(one.added)} ${count(one.revised)}
                <td class="kept">${describeSpan(one.first, one.last, locale)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** What was to say about lines of the file; a report has the first thousand. */
export function importProblems({ problems, problemCount }: ImportReport, reader: DeskReader) {
  const { texts, locale } = reader;
  const number = (n: number) => formatNumber(n, locale, 0);
  const counts = { shown: number(problems.length), total: number(problemCount) };
  return html`<section class="card stack close">
    <h2>${texts["imports.problems"]}</h2>
    <p class="quiet">
      ${problemCount === 0 ? texts["imports.noProblems"] : fillText(texts["imports.shownOf"], counts)}
    </p>
    ${problems.length === 0 ? nothing : problemTable(problems, reader)}
  </section>`;
}

function problemTable(problems: ImportReport["problems"], { texts, locale }: DeskReader) {
  return html`<div
    class="region"
    role="region"
    tabindex="0"
    aria-label=${texts["imports.problems"]}
  >
    <table>
      <thead>
        <tr>
          <th scope="col">${texts["imports.line"]}</th>
          <th scope="col">${texts["imports.column"]}</th>
          <th scope="col">${texts["imports.written"]}</th>
          <th scope="col">${texts["imports.message"]}</th>
        </tr>
      </thead>
      <tbody>
        ${problems.map(
          ({ line, column, text, code, severity, message }) =>
            html`<tr>
              <th scope="row">${formatNumber(line, locale, 0)}</th>
              <td>${column}</td>
              <td>${text === null ? nothing : html`<code>${text}</code>`}</td>
              <td class="wrapped">
                ${texts[`severity.${severity}`]}: ${texts[`importCode.${code}`]}<br /><span
                  class="quiet"
                  ><span lang="en">${message}</span> · <code lang="en">${code}</code></span
                >
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const row = (term: string, told: unknown) =>
  html`<dt>${term}</dt>
    <dd>${told}</dd>`;
