import { html, nothing } from "lit";
import type { Observations } from "../../server/contract/observation.ts";
import { formatPeriod } from "../../server/contract/period.ts";
import type { Rate } from "../../server/contract/rate.ts";
import type { Source } from "../../server/contract/source.ts";
import { formatChange } from "../format/change.ts";
import { formatRateDifference } from "../format/difference.ts";
import { describePeriod, describeWeekday } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { changeText } from "./comparison-value.ts";
import { changeOf, isFixed } from "./overview-text.ts";
import { moveSince } from "./rate-moves.ts";
import { digitsNote, pegNote } from "./rate-notes.ts";
import { quoteHalves } from "./rate-text.ts";
import { movementWords } from "./rate-words.ts";
import { ownFrequency, periodOfRate, type RateReading, turned } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import { staleRateChip } from "./stale-chip.ts";
import type { View } from "./view.ts";
import "../components/kurs-change.ts";

/** Both directions of a pair, how it moved, whose rate it is, of which day, how old, and the way to its receipt. */
export function rateHead(
  reading: RateReading,
  { dir }: View,
  read: { answer: Observations; view: View } | undefined,
  reader: Reader,
  open: () => void,
) {
  const { there, back, pair } = reading;
  const [first, second] = dir === "inv" ? [back, there] : [there, back];
  const fixed = isFixed(there, reading);
  const words = fixed ? "" : movementWords(pair, there.changePercent ?? 0, reader.texts);
  return html`<div class="head">
      <p class="big number">
        ${sentence(first, reading, reader)} ${fixed ? nothing : differenceOf(first, reader)}
      </p>
      <p class="number">${sentence(second, reading, reader)} <span>${words}</span></p>
    </div>
    ${sourceWords(reading, reader)}
    ${read ? moveWords(reading, read.answer, read.view, reader) : html`<p class="moves"></p>`}
    ${digitsNote(reading, reader)} ${pegNote(reading, reader)}
    <p>
      <button type="button" class="link" @click=${open}>${reader.texts["receipt.openAll"]}</button>
    </p>`;
}

function sentence(rate: Rate, reading: RateReading, reader: Reader) {
  const { one, other } = quoteHalves(rate, reader.locale);
  return html`${one} = <b>${other}</b>
    <span class="change"
      ><kurs-change .change=${changeOf(rate, reading, reader)}></kurs-change>
      <span class="quiet">${versusWords(rate, reading, reader)}</span></span
    >`;
}

/** `vs 19 Nov`; `vs 2016` of a yearly rate; empty where there is no earlier one, or the rate is held. */
function versusWords({ previous }: Rate, reading: RateReading, { texts, locale }: Reader): string {
  if (!previous || isFixed(reading.there, reading)) return "";
  const period = formatPeriod(previous.date, ownFrequency(reading));
  return fillText(texts["card.versus"], { date: describePeriod(period, locale, "short") });
}

/** `(+0.1050)`: the change in the rate's own decimals. */
function differenceOf({ previous, rate, decimals, method }: Rate, { locale }: Reader) {
  if (!previous || previous.rate === rate) return nothing;
  const published = method === "published" ? decimals : undefined;
  const change = formatRateDifference(previous.rate, rate, locale, { published });
  return html`<span class="change quiet">${`(${changeText(change)})`}</span>`;
}

/** `Official rate, National Bank of the Kyrgyz Republic · in force 20 Nov 2026`, and whether that is as new as it can be. */
function sourceWords(reading: RateReading, reader: Reader) {
  const { there, sources } = reading;
  const { texts, locale } = reader;
  const frequency = ownFrequency(reading);
  const period = periodOfRate(there, frequency);
  const source = sources.find(({ code }) => code === there.source);
  const kind = source?.kind ?? "other";
  const date = frequency === "D" ? describeWeekday(period, locale) : describePeriod(period, locale);
  const isInForce = kind === "official" && there.method !== "cross";
  const dated = fillText(texts[isInForce ? "rate.inForce" : "rate.ofDay"], { date });
  const name = source?.name ?? there.source;
  return html`<p class="quiet">
    ${whoseWords(there, kind, name, reader)} ·
    <time datetime=${period}>${dated}</time>
    ${isFixed(there, reading) ? nothing : staleRateChip(there, reader, html`<span class="chip">${texts["rate.fresh"]}</span>`)}
  </p>`;
}

/** A rate that its source does not publish is not the source's own. */
function whoseWords({ method }: Rate, kind: Source["kind"], name: string, { texts }: Reader) {
  if (method === "cross") return fillText(texts[`rateCross.${kind}`], { source: name });
  const own = `${texts[`rateKind.${kind}`]}, ${name}`;
  return method === "inverse" ? `${own} · ${texts["rate.inverted"]}` : own;
}

/** How the rate moved in a month and in a year, as far as the chart reaches, and who weakened. */
function moveWords(
  reading: RateReading,
  { observations, aggregate, units }: Observations,
  view: View,
  { texts, locale }: Reader,
) {
  if (aggregate !== undefined || units === "yoy" || isFixed(reading.there, reading)) return nothing;
  const pair = turned(reading.pair, view);
  const spans = [
    ["rate.inMonth", moveSince(observations, 1)],
    ["rate.inYear", moveSince(observations, 12)],
  ] as const;
  if (spans.every(([, move]) => move === null)) return nothing;
  const told = spans.map(([key, move]) => {
    if (!move) return nothing;
    const { before, now } = move;
    const change = formatChange(before.value, now.value, locale);
    const date = describePeriod(before.period, locale);
    const words = movementWords(pair, (now.value ?? 0) - (before.value ?? 0), texts);
    return html`<span
      >${fillText(texts[key], { date })}
      <kurs-change .change=${change}></kurs-change> ${words}</span
    >`;
  });
  return html`<p class="moves">${told}</p>`;
}
