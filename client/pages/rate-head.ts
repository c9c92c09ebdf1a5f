import { html, nothing } from "lit";
import type { Rate } from "../../server/contract/rate.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { ageText, changeOf, isOld, versusText } from "./overview-text.ts";
import { quoteHalves } from "./rate-text.ts";
import { movementWords, pegOf } from "./rate-words.ts";
import type { RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import "../components/kurs-change.ts";

/** Both directions of a pair, how it moved, whose rate it is, of which day, and how old. */
export function rateHead(reading: RateReading, reader: Reader, inverted: boolean) {
  const { there, back } = reading;
  const [first, second] = inverted ? [back, there] : [there, back];
  const { texts, locale } = reader;
  const source = reading.sources.find(({ code }) => code === there.source);
  return html`<div class="head">
      <p class="big number">${sentence(first, reading, reader)}</p>
      <p class="number">
        ${sentence(second, reading, reader)} <span>${movementWords(reading, texts)}</span>
      </p>
    </div>
    <p class="quiet">
      ${texts[`rateKind.${source?.kind ?? "other"}`]}, ${source?.name ?? there.source} ·
      <time datetime=${there.date}>${describePeriod(there.date, locale)}</time> ·
      <span class=${isOld(there) ? "old" : ""}>${ageText(there, reader)}</span>
    </p>
    ${source?.kind === "market" ? html`<p class="quiet">${texts["rate.market"]}</p>` : nothing}
    ${pegNote(reading, reader)}`;
}

function sentence(rate: Rate, reading: RateReading, reader: Reader) {
  const { one, other } = quoteHalves(rate, reader.locale);
  return html`${one} = <b>${other}</b>
    <span class="change"
      ><kurs-change .change=${changeOf(rate, reading, reader)}></kurs-change>
      <span class="quiet">${versusText(rate, reader)}</span></span
    >`;
}

/** A market that prints another rate than the one an authority holds must be read as what it is. */
function pegNote(reading: RateReading, { texts, locale }: Reader) {
  const peg = pegOf(reading);
  if (!peg) return nothing;
  const { code, regime } = peg;
  const { value, anchor } = regime;
  if (value === null || anchor === null) return nothing;
  const told = fillText(texts["rate.officialPeg"], {
    // As decrees write it: two decimals.
    rate: formatNumber(value, locale, 2),
    quote: code,
    base: anchor,
    date: describePeriod(regime.from, locale),
  });
  return html`<p class="note">${told} ${regime.caveat ?? nothing}</p>`;
}
