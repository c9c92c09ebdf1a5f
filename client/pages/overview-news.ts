import { html, nothing } from "lit";
import type { Event as DatedEvent } from "../../server/contract/event.ts";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { formatNumber } from "../format/number.ts";
import { describeInstant, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { countsText, hrefOfImport, nameOfFile } from "./import-words.ts";
import type { Reader } from "./reader.ts";

/** The most series that an update names. */
const mostNamed = 3;

/** The latest events, each leading to its place on the events page. */
export function latestEvents(
  events: readonly DatedEvent[],
  { locale }: Reader,
  hrefOfEvents: string,
) {
  return html`<ol class="news">
    ${events.map(
      ({ id, start, end, title, languages }) =>
        html`<li>
          <time class="quiet number" datetime=${start}
            >${describeSpan(start, end ?? start, locale)}</time
          >
          <a href=${`${hrefOfEvents}#event-${id}`} lang=${languages.title}>${title}</a>
        </li>`,
    )}
  </ol>`;
}

/** The latest imports: when, which file, how much of it was new, and the series that it changed. */
export function latestUpdates(
  imports: readonly ImportReport[],
  reader: Reader,
  hrefOfSeries: (dataset: string, key: string) => string,
) {
  return html`<ol class="news">
    ${imports.map(
      (report) =>
        html`<li>
          <time class="quiet number" datetime=${report.at ?? nothing}
            >${report.at === null ? "" : describeInstant(report.at, reader.locale)}</time
          >
          <span>${importLink(report, reader)}: ${countsText(report, reader)}</span>
          <span class="quiet">${seriesOf(report, reader, hrefOfSeries)}</span>
        </li>`,
    )}
  </ol>`;
}

/** What an import brought, as a link to its page. */
function importLink(report: ImportReport, reader: Reader) {
  const name = nameOfFile(report, reader);
  if (report.id === null) return name;
  return html`<a href=${hrefOfImport(reader.locale.language, report.id)}>${name}</a>`;
}

function seriesOf(
  { series }: ImportReport,
  { texts, locale }: Reader,
  hrefOf: (dataset: string, key: string) => string,
) {
  const rest = series.length - mostNamed;
  const named = series.slice(0, mostNamed);
  return html`${named.map(({ series: name }, i) => {
    const [dataset = "", key = ""] = name.split("/");
    return html`<span class="named"
      ><a href=${hrefOf(dataset, key)}>${name}</a>${i + 1 < named.length ? "," : ""}</span
    > `;
  })}
  ${rest > 0 ? fillText(texts["updates.more"], { count: formatNumber(rest, locale, 0) }) : nothing}`;
}
