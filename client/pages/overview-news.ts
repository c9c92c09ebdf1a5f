import { html, nothing } from "lit";
import type { Event as DatedEvent } from "../../server/contract/event.ts";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { fillPath, paths } from "../../server/contract/paths.ts";
import { formatNumber } from "../format/number.ts";
import { describeInstant, describeSpan } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
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
      ({ id, start, end, title }) =>
        html`<li>
          <time class="quiet number" datetime=${start}
            >${describeSpan(start, end ?? start, locale)}</time
          >
          <a href=${`${hrefOfEvents}#event-${id}`}>${title}</a>
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
          <span>${fileOf(report, reader)}: ${countsText(report, reader)}</span>
          <span class="quiet">${seriesOf(report, reader, hrefOfSeries)}</span>
        </li>`,
    )}
  </ol>`;
}

/** The file as it came, to be fetched; an undo has none. */
export function fileOf({ id, file, undoes }: ImportReport, { texts }: Reader) {
  if (undoes !== null) return fillText(texts["updates.undo"], { id: String(undoes) });
  const name = file?.name ?? texts["updates.unnamed"];
  if (id === null) return name;
  return html`<a href=${fillPath(paths.importFile, { id: String(id) })} download>${name}</a>`;
}

/** `2,030 added`, `3 revised`, as far as there are any. */
export function countsText({ counts }: ImportReport, { texts, locale }: Reader): string {
  const parts = (["added", "revised", "withdrawn"] as const).flatMap((key) => {
    const count = counts[key] ?? 0;
    return count === 0
      ? []
      : fillText(texts[`updates.${key}`], { count: formatNumber(count, locale, 0) });
  });
  return parts.length === 0 ? texts["updates.nothing"] : parts.join(", ");
}

function seriesOf(
  { series }: ImportReport,
  { texts, locale }: Reader,
  hrefOf: (dataset: string, key: string) => string,
) {
  const rest = series.length - mostNamed;
  return html`${series.slice(0, mostNamed).map(({ series: name }, i) => {
    const [dataset = "", key = ""] = name.split("/");
    return html`${i > 0 ? ", " : ""}<a href=${hrefOf(dataset, key)}>${name}</a>`;
  })}
  ${rest > 0 ? fillText(texts["updates.more"], { count: formatNumber(rest, locale, 0) }) : nothing}`;
}
