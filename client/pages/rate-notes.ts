import { html, nothing } from "lit";
import type { Regime } from "../../server/contract/rate.ts";
import type { Source } from "../../server/contract/source.ts";
import { inverseRange } from "../format/inverse-range.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { isFixed } from "./overview-text.ts";
import { quoteHalves, rateText } from "./rate-text.ts";
import { pegOf, unitWords } from "./rate-words.ts";
import type { RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import { linked } from "./source-line.ts";

/** A market that prints another rate than the one an authority holds must be read as what it is. */
export function pegNote(reading: RateReading, { texts, locale }: Reader) {
  const peg = pegOf(reading);
  if (!peg) return nothing;
  const { code, regime } = peg;
  const { value, anchor, from, caveat } = regime;
  if (value === null || anchor === null) return nothing;
  const told = fillText(texts["rate.officialPeg"], {
    // As decrees write it: two decimals.
    rate: formatNumber(value, locale, 2),
    quote: code,
    base: anchor,
    date: describePeriod(from, locale),
  });
  return html`<p class="note">${told} ${caveat ?? nothing}</p>`;
}

/** A published rate of one or two digits hardly tells its inverse, however many digits that is shown with. */
export function digitsNote(reading: RateReading, reader: Reader) {
  const { texts, locale } = reader;
  const both = [reading.there, reading.back];
  const published = both.find(({ method }) => method === "published");
  const inverse = both.find(({ method }) => method === "inverse");
  if (!published || !inverse || isFixed(reading.there, reading)) return nothing;
  const { nominal } = rateText(inverse, locale);
  const { digits, ...range } = inverseRange(published.rate, published.decimals, locale, nominal);
  if (digits >= enoughDigits) return nothing;
  const { one, other } = quoteHalves(published, locale);
  const told = fillText(texts["rate.fewDigits"], {
    published: `${one} = ${other}`,
    count: String(digits),
    unit: unitWords({ pair: inverse, nominal }, reader),
    ...range,
  });
  return html`<p class="note">${told}</p>`;
}

const enoughDigits = 3;

const kindNotes = {
  official: "rate.official",
  market: "rate.market",
  other: "rate.compiled",
} as const;

/** What a reader must know of the rates: kind of source, method, earlier pegs, terms. */
export function rateNotes(reading: RateReading, reader: Reader) {
  const { texts } = reader;
  const source = reading.sources.find(({ code }) => code === reading.there.source);
  const notes = [
    texts[reading.there.method === "cross" ? "rate.computed" : kindNotes[source?.kind ?? "other"]],
    ...methodNotes(reading, reader),
    ...pastPegs(reading, reader),
  ];
  return html`<section class="card stack close notes">
    <h2>${texts["rate.notes"]}</h2>
    <ul>
      ${notes.map((note) => html`<li>${note}</li>`)} ${source ? termsOf(source, reader) : nothing}
    </ul>
  </section>`;
}

function methodNotes({ there }: RateReading, { texts }: Reader): string[] {
  if (there.method === "inverse") return [texts["rate.methodInverse"]];
  if (there.method !== "cross") return [];
  const legs = there.legs.map(({ base, quote }) => `${base}/${quote}`).join(", ");
  return [fillText(texts["rate.methodCross"], { legs })];
}

/** Pegs that are over: rates of those days were set, not found. */
function pastPegs({ pair, currencies }: RateReading, { texts, locale }: Reader): string[] {
  return currencies
    .filter(({ code }) => code === pair.base || code === pair.quote)
    .flatMap(({ code, regimes }) => regimes.filter(isPast).map((regime) => ({ code, ...regime })))
    .map(({ code, value, anchor, from, to }) =>
      fillText(texts["rate.peg"], {
        code,
        rate: formatNumber(value ?? 0, locale, 2),
        quote: code,
        base: anchor ?? "",
        from: describePeriod(from, locale),
        to: describePeriod(to ?? from, locale),
      }),
    );
}

const isPast = ({ kind, to, value, anchor }: Regime) =>
  kind === "peg" && to !== null && value !== null && anchor !== null;

function termsOf({ licence, licenceUrl, attribution }: Source, { texts }: Reader) {
  return [
    licence === null
      ? nothing
      : html`<li>${texts["sources.licence"]}: ${linked(licence, licenceUrl)}</li>`,
    attribution === null ? nothing : html`<li>${texts["sources.attribution"]}: ${attribution}</li>`,
  ];
}
