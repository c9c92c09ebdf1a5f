import { html, nothing } from "lit";
import type { Observations } from "../../server/contract/observation.ts";
import { addDays } from "../../server/contract/period.ts";
import type { Dated } from "../chart/gaps.ts";
import { isUnderWay } from "../chart/line-shape.ts";
import type { FigureChoice } from "../chart/cursor-action.ts";
import type { ListedEvent } from "../components/kurs-event-list.ts";
import type { FigureLine } from "../components/line-picture.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { localOf } from "./central-asia.ts";
import { drawnObservations } from "./comparison-value.ts";
import { summaryWords } from "./rate-summary.ts";
import { baseOf, subtitleWords } from "./rate-subtitle.ts";
import { pegOf, readOut, type ShownRates } from "./rate-words.ts";
import { ownFrequency, type RateReading } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import "../components/kurs-line-figure.ts";

/** What a chart of rates is made of, beside the rates. `lines` and `events` stay the same lists while nothing in them changes. */
export interface RateFigureWish {
  reading: RateReading;
  view: View;
  lines: readonly FigureLine[];
  events: readonly ListedEvent[];
  isLogRefused: boolean;
}

/** Where the figure's keys and pointer lead. */
export interface RateFigureActions {
  choose: (changes: Partial<View>) => void;
  adjust: (changes: Partial<View>) => void;
}

/** The server's day. */
export function todayOf({ there }: Pick<RateReading, "there">): string {
  return addDays(there.date, there.ageDays);
}

/** An index of a period that is not over says nothing yet: it is left out; `leftOut` says so. */
export function withoutUnfinished(
  answer: Observations,
  today: string,
): { answer: Observations; leftOut: boolean } {
  const { observations, units, aggregate } = answer;
  const isOpen = aggregate !== undefined && isUnderWay(observations.at(-1), today);
  if (units === undefined || !isOpen) return { answer, leftOut: false };
  return { answer: { ...answer, observations: observations.slice(0, -1) }, leftOut: true };
}

/** The line of a chart of rates. */
export function rateLines(shown: ShownRates, reading: RateReading): FigureLine[] {
  const { answer, as } = shown;
  const code = localOf(shown.pair);
  const source = reading.sources.find((one) => one.code === answer.source);
  const isHeld = source?.kind === "official" && pegOf(reading) !== undefined;
  return [
    {
      code,
      name: code,
      label: code,
      latest: "",
      frequency: answer.frequency,
      observations: drawnObservations(answer, as),
      ...(isHeld && as === "level" && { shape: "peg" as const }),
    },
  ];
}

/** The chart with its subtitle. */
export function rateFigure(
  shown: ShownRates,
  wish: RateFigureWish,
  reader: Reader,
  actions: RateFigureActions,
) {
  const { reading, view, lines, events, isLogRefused } = wish;
  const { texts, locale } = reader;
  const { base, quote } = shown.pair;
  const scale = isLogRefused ? "lin" : view.scale;
  return html`<div class="stack close">
    <p class="quiet">${subtitleWords(shown, scale, ownFrequency(reading), reader)}</p>
    <kurs-line-figure
      .texts=${texts}
      .locale=${locale}
      .label=${`${base}/${quote}`}
      .lines=${lines}
      .nominal=${shown.nominal}
      .events=${events}
      .scale=${scale}
      .base=${shown.as === "index" ? baseOf(shown.answer) : null}
      .today=${todayOf(reading)}
      .pinned=${view.t}
      .summary=${summaryWords(shown, reader)}
      .describe=${(_: FigureLine, observation: Dated) => readOut(observation, shown, reader)}
      @kurs-figure-pin=${({ detail }: HTMLElementEventMap["kurs-figure-pin"]) => {
        actions.adjust({ t: detail.period });
      }}
      @kurs-figure-range=${({ detail }: HTMLElementEventMap["kurs-figure-range"]) => {
        actions.choose({ from: detail.span?.from ?? null, to: detail.span?.to ?? null });
      }}
      @kurs-figure-choice=${({ detail }: HTMLElementEventMap["kurs-figure-choice"]) => {
        const changes = changesFor(detail.choice, view, isLogRefused);
        if (changes) actions.choose(changes);
      }}
    ></kurs-line-figure>
  </div>`;
}

function changesFor(choice: FigureChoice, view: View, isLogRefused: boolean): Partial<View> | null {
  if (choice === "table") return { view: "table" };
  if (choice === "direction") return { dir: view.dir === "inv" ? "quote" : "inv" };
  return isLogRefused ? null : { scale: view.scale === "log" ? "lin" : "log" };
}

/** That a period is left out of what is shown; nothing where none is. */
export function leftOutNote(leftOut: boolean, reading: RateReading, { texts, locale }: Reader) {
  if (!leftOut) return nothing;
  const day = describePeriod(reading.there.date, locale);
  return html`<p class="quiet">
    ${fillText(texts["compare.leftOut"], { name: localOf(reading.pair), day })}
  </p>`;
}
