import { html, nothing } from "lit";
import type { Observation } from "../../server/contract/observation.ts";
import { formatPeriod } from "../../server/contract/period.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { fullerNote } from "./fuller-source.ts";
import { type KnownExtent, nothingShown } from "./nothing-shown.ts";
import type { ReceiptWish } from "./open-receipt.ts";
import { partialNotes } from "./partial-notes.ts";
import { rateControls } from "./rate-controls.ts";
import type { DrawnRates } from "./rate-drawing.ts";
import { leftOutNote, rateFigure, type RateFigureActions } from "./rate-figure.ts";
import { receiptOfObservation } from "./rate-receipt.ts";
import { subtitleWords } from "./rate-subtitle.ts";
import { largestMoveWords } from "./rate-summary.ts";
import { mostPrinted, rateTable } from "./rate-table.ts";
import { figureText } from "./rate-words.ts";
import {
  addressOfRates,
  observationQuery,
  ownFrequency,
  periodOfRate,
  type RateReading,
} from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import { sourceLine } from "./source-line.ts";
import type { TimeSpan } from "./time-span.ts";
import type { View } from "./view.ts";
import "../components/kurs-event-list.ts";

const all = { range: "max", from: null, to: null } as const;

/** What is known of a pair's history, and what stands in for what is not known yet. */
export interface RateHistoryWish {
  reading: RateReading;
  view: View;
  /** Undefined until the rates came. */
  drawn: DrawnRates | undefined;
  leftOut: boolean;
  /** Others are on their way. */
  isBusy: boolean;
  isLogRefused: boolean;
  waiting: unknown;
  problem: unknown;
  label: string;
}

/** Where the history leads. */
export interface RateHistoryActions extends RateFigureActions {
  hrefWith: (changes: Partial<View>) => string;
  hrefOf: (name: "events") => string;
  openReceipt: (wish: ReceiptWish) => void;
}

/** The controls, the chart or the table, and under it the way to receipts, the events, the largest move, and the source. */
export function rateHistory(wish: RateHistoryWish, reader: Reader, actions: RateHistoryActions) {
  const { reading, view, drawn, leftOut, isBusy, isLogRefused, waiting, problem, label } = wish;
  const swap = actions.hrefWith({ dir: view.dir === "inv" ? "quote" : "inv" });
  const hrefOf = (source: string) => actions.hrefWith({ source, t: null });
  const { start = null }: Partial<TimeSpan> = observationQuery(reading, view);
  return html`<section
    class="card stack"
    aria-label=${label}
    aria-busy=${isBusy ? "true" : "false"}
  >
    ${rateControls(reading, view, isLogRefused, reader, { ...actions, swap })}
    ${fullerNote(reading, { source: view.source, start }, hrefOf, reader)} ${problem}
    ${drawn ? renderRates(wish, drawn, reader, actions) : waiting}
    ${leftOutNote(leftOut, reading, reader)}
    ${reading.sources
      .filter(({ code }) => code === reading.there.source)
      .map((source) => sourceLine(source, reader.texts))}
  </section>`;
}

function renderRates(
  wish: RateHistoryWish,
  drawn: DrawnRates,
  reader: Reader,
  actions: RateHistoryActions,
) {
  const { view } = wish;
  const { texts } = reader;
  if (drawn.shown.answer.observations.every(({ value }) => value === null))
    return nothingShown(view, extentOf(wish), actions.hrefWith(all), reader);
  return html`${
      view.view === "table"
        ? renderTable(wish, drawn, reader, actions)
        : rateFigure(
            drawn.shown,
            { ...wish, lines: drawn.lines, events: drawn.events ?? [] },
            reader,
            actions,
          )
    }
    ${
      view.view === "table"
        ? nothing
        : html`<div class="on-paper">${renderTable(wish, drawn, reader, actions)}</div>`
    }
    ${shortNotes(wish, drawn, reader)} ${receiptRow(wish, drawn, reader, actions)}
    <p class="number">${largestMoveWords(drawn.shown, drawn.events, reader)}</p>
    <kurs-event-list
      .texts=${texts}
      .locale=${reader.locale}
      .events=${drawn.events ?? null}
      .shown=${view.ev !== "0"}
      .more=${actions.hrefOf("events")}
      @kurs-events-shown=${({ detail }: HTMLElementEventMap["kurs-events-shown"]) => {
        actions.choose({ ev: detail.shown ? "1" : "0" });
      }}
    ></kurs-event-list>`;
}

/** Where both currencies are there, to the newest rate. */
function extentOf({ reading }: RateHistoryWish): KnownExtent {
  const { pair, currencies, there } = reading;
  const starts = currencies
    .filter(({ code }) => code === pair.base || code === pair.quote)
    .flatMap(({ quotedBy }) => quotedBy.filter(({ source }) => source === there.source))
    .map(({ since }) => since);
  const since = starts.sort().at(-1);
  const own = ownFrequency(reading);
  return {
    first: since === undefined ? null : formatPeriod(since, own),
    last: periodOfRate(there, own),
  };
}

/** `KGS: from 2 Mar 2024.`, where the rates begin later than what was asked for. */
function shortNotes(
  { reading, view }: RateHistoryWish,
  { shown, lines }: DrawnRates,
  reader: Reader,
) {
  const { start = null, end = null }: Partial<TimeSpan> = observationQuery(reading, view);
  if (shown.as === "yoy") return nothing;
  const said = partialNotes(lines, { start, end }, reader);
  return said.length === 0 ? nothing : html`<p class="quiet">${said.join(" ")}</p>`;
}

function renderTable(
  { reading, view }: RateHistoryWish,
  { shown }: DrawnRates,
  reader: Reader,
  actions: RateHistoryActions,
) {
  const caption = subtitleWords(shown, "lin", ownFrequency(reading), reader);
  const open = (observation: Observation) => {
    const wanted = receiptOfObservation(observation, reading, shown, view.asof, reader);
    if (wanted) actions.openReceipt(wanted);
  };
  const file = addressOfRates(reading, view, "csv", shown.answer.observations[0]?.period);
  if (view.view !== "table")
    return rateTable(shown, { caption, file, openReceipt: null, most: mostPrinted }, reader);
  const openReceipt = shown.answer.aggregate === undefined ? open : null;
  return rateTable(shown, { caption, file, openReceipt }, reader);
}

/** The way to the receipt of the pinned point, else of the last one; of points that are made of many, why there is none. */
function receiptRow(
  { reading, view }: RateHistoryWish,
  { shown }: DrawnRates,
  reader: Reader,
  actions: RateHistoryActions,
) {
  const { texts, locale } = reader;
  const seen = shown.answer.observations.filter(({ value }) => value !== null);
  const point = seen.find(({ period }) => period === view.t) ?? seen.at(-1);
  if (!point) return nothing;
  const wanted = receiptOfObservation(point, reading, shown, view.asof, reader);
  if (!wanted) return html`<p class="quiet">${texts["receipt.coarse"]}</p>`;
  const open = () => {
    actions.openReceipt(wanted);
  };
  return html`<p>
    <button type="button" class="link number" @click=${open}>
      ${fillText(texts["receipt.pinned"], {
        number: figureText(point, shown, reader),
        date: describePeriod(point.period, locale),
      })}
    </button>
  </p>`;
}
