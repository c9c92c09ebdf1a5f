import { html, nothing } from "lit";
import type { Regime } from "../../server/contract/rate.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { dimensionOf, titleOf } from "./measures.ts";
import type { SeriesReading } from "./read-series.ts";
import type { Reader } from "./reader.ts";
import { linked } from "./source-line.ts";

/** Who publishes a series and what its figures are, as a list of terms. */
export function seriesFacts(reading: SeriesReading, reader: Reader) {
  const { series, dataset, source } = reading;
  const { texts, locale } = reader;
  const pair = pairOf(reading);
  const rows: (readonly [string, unknown])[] = [
    [texts["series.publisher"], linked(source.name, source.homepage)],
    [texts["sources.kind"], texts[`sourceKind.${source.kind}`]],
    [
      texts["sources.licence"],
      linked(source.licence ?? texts["sources.notStated"], source.licenceUrl),
    ],
    [texts["series.dataset"], dataset.title],
    [texts["series.definition"], dataset.description],
    [texts["series.unit"], unitOf(reading)],
    ...(pair
      ? [[texts["series.direction"], fillText(texts["series.directionOf"], pair)] as const]
      : []),
    [texts["series.frequency"], texts[`frequency.${series.frequency}`]],
    [texts["series.decimals"], formatNumber(series.decimals, locale, 0)],
    [texts["series.first"], periodOf(series.firstPeriod, reader)],
    [texts["series.last"], periodOf(series.lastPeriod, reader)],
    [texts["series.count"], formatNumber(series.observationCount, locale, 0)],
  ];
  return html`<dl>
    ${rows.map(
      ([term, told]) =>
        html`<dt>${term}</dt>
          <dd>${told}</dd>`,
    )}
  </dl>`;
}

/** How the currencies of a rate are and were governed; nothing for what is no rate. */
export function regimeList(reading: SeriesReading, reader: Reader) {
  const pair = pairOf(reading);
  if (!pair) return nothing;
  const governed = reading.currencies.filter(
    ({ code, regimes }) => [pair.base, pair.quote].includes(code) && regimes.length > 0,
  );
  if (governed.length === 0) return nothing;
  return html`<section class="card stack close">
    <h2>${reader.texts["series.regimes"]}</h2>
    <ul class="lines">
      ${governed.flatMap(({ name, regimes }) =>
        regimes.map((regime) => html`<li>${regimeText(name, regime, reader)}</li>`),
      )}
    </ul>
  </section>`;
}

function regimeText(
  name: string,
  { kind, anchor, value, from, to, caveat }: Regime,
  { texts, locale }: Reader,
) {
  const held =
    anchor !== null && value !== null ? ` ${formatNumber(value, locale, 2)} / ${anchor}` : "";
  const since = describePeriod(from, locale);
  const span =
    to === null
      ? fillText(texts["series.since"], { date: since })
      : `${since} – ${describePeriod(to, locale)}`;
  return html`${`${name}: ${texts[`regime.${kind}`]}${held}, ${span}`}
  ${caveat === null ? nothing : html`<span class="quiet">${caveat}</span>`}`;
}

/** What one figure of a series is of, and how often there is one: `KGS for 1 USD · Frequency: Daily`. */
export function seriesSubtitle(reading: SeriesReading, { texts }: Pick<Reader, "texts">): string {
  const pair = pairOf(reading);
  const unit = pair ? fillText(texts["series.directionOf"], pair) : unitOf(reading);
  return `${unit} · ${texts["series.frequency"]}: ${texts[`frequency.${reading.series.frequency}`]}`;
}

function unitOf({ series, dataset }: SeriesReading): string {
  return dimensionOf(dataset, "unit") ? titleOf(dataset, "unit", series.unit) : series.unit;
}

function pairOf({ series: { dimensions, kind } }: SeriesReading) {
  const { BASE: base, QUOTE: quote } = dimensions;
  return kind === "rate" && base !== undefined && quote !== undefined ? { base, quote } : null;
}

const periodOf = (period: string | null, { locale }: Reader) =>
  period === null ? "–" : describePeriod(period, locale);
