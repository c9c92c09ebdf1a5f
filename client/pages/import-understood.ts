import { html, nothing } from "lit";
import type { ImportReport } from "../../server/contract/import-report.ts";
import type { FieldPlace, Mapping } from "../../server/contract/mapping.ts";
import { valueName } from "../components/mapping-options.ts";
import { decimalsOf } from "../format/digits.ts";
import type { Locale } from "../format/locale.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { formatQuote } from "../format/rate.ts";
import { fillText } from "../strings/fill-text.ts";
import type { DeskReader } from "./reader.ts";

/** How a file was understood: a part and what it is. */
export function readingOf(
  { file, mapping, preview }: ImportReport,
  reader: DeskReader,
): [string, string][] {
  const { texts } = reader;
  if (!file || !mapping) return [];
  const place = (text: unknown) => placeText(text as FieldPlace | undefined, reader);
  const rows: [string, string | null][] = [
    ["importPart.dataset", mapping.dataset ?? null],
    ["importPart.encoding", file.encoding],
    ["importPart.delimiter", valueName(file.delimiter, texts)],
    ["importPart.header", headerText(mapping, reader)],
    ["importPart.period", place(mapping.period)],
    ["importPart.dateFormat", mapping.dateFormat ?? texts["import.isoDates"]],
    [
      "importPart.value",
      place(mapping.value) ?? (mapping.wide ? texts["import.severalColumns"] : null),
    ],
    [
      "importPart.decimal",
      texts[mapping.decimal === "," ? "importValue.comma" : "importValue.point"],
    ],
    ["importPart.nominal", place(mapping.nominal) ?? texts["import.noNominal"]],
    ["importPart.status", place(mapping.status)],
    ["importPart.columns", preview ? formatNumber(preview.columns.length, reader.locale, 0) : null],
  ];
  return rows.flatMap(([key, text]): [string, string][] =>
    text === null ? [] : [[texts[key as keyof DeskReader["texts"]], text]],
  );
}

function headerText({ header, skipRows = 0 }: Mapping, { texts, locale }: DeskReader): string {
  if (header === false) return texts["import.noHeader"];
  return fillText(texts["import.headerLine"], { line: formatNumber(skipRows + 1, locale, 0) });
}

function placeText(place: FieldPlace | undefined, { texts, locale }: DeskReader): string | null {
  if (place === undefined) return null;
  if (typeof place === "string") return place;
  if ("column" in place) return place.column;
  if ("index" in place)
    return fillText(texts["import.columnAt"], { at: formatNumber(place.index + 1, locale, 0) });
  if ("value" in place) return fillText(texts["import.always"], { code: place.value });
  return null;
}

/** How the file was understood, and its first rows as they were read. */
export function importUnderstood(report: ImportReport, reader: DeskReader) {
  const { texts } = reader;
  const rows = report.preview?.rows ?? [];
  return html`<dl class="facts">
      ${readingOf(report, reader).map(
        ([part, text]) =>
          html`<dt>${part}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
    ${
      report.mappingName === null
        ? nothing
        : html`<p class="quiet">
            ${fillText(texts["imports.mappingName"], { name: report.mappingName })}
          </p>`
    }
    ${rows.length === 0 ? nothing : firstRows(rows, reader)}`;
}

type FirstRow = NonNullable<ImportReport["preview"]>["rows"][number];

/** The value as it was read; of a rate the sentence `1 KGS = 87.4600 USD`, as its direction is easily mistaken. */
export function valueText(
  { series, value, decimals: told }: Pick<FirstRow, "series" | "value" | "decimals">,
  locale: Locale,
): string {
  if (value === null) return "—";
  const decimals = told ?? decimalsOf(value);
  const [, base, quote] = /^FX\/[^.]+\.([A-Z]{3})\.([A-Z]{3})\./.exec(series) ?? [];
  if (base === undefined || quote === undefined) return formatNumber(value, locale, decimals);
  return formatQuote(value, { base, quote }, locale, { published: decimals, nominal: 1 });
}

function firstRows(rows: readonly FirstRow[], { texts, locale }: DeskReader) {
  return html`<h3 id="first-rows">${texts["import.firstRows"]}</h3>
    <div class="region" role="region" tabindex="0" aria-labelledby="first-rows">
      <table>
        <thead>
          <tr>
            <th scope="col" class="figure">${texts["imports.line"]}</th>
            <th scope="col">${texts["imports.series"]}</th>
            <th scope="col">${texts["table.period"]}</th>
            <th scope="col" class="figure">${texts["table.value"]}</th>
            <th scope="col">${texts["table.status"]}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row" class="figure">${formatNumber(row.line, locale, 0)}</th>
                <td>${row.series}</td>
                <td class="figure-text">${describePeriod(row.period, locale)}</td>
                <td class="figure">${valueText(row, locale)}</td>
                <td>${texts[`status.${row.status}`]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
