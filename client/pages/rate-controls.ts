import { html, nothing } from "lit";
import { frequencies } from "../../server/contract/period.ts";
import { choiceButtons } from "../components/choice-buttons.ts";
import { fillText } from "../strings/fill-text.ts";
import { rangeFor, rangesFor } from "./comparison-plan.ts";
import { type RangeActions, rangeControl } from "./range-control.ts";
import {
  ownFrequency,
  periodOfRate,
  type RateReading,
  shownFrequency,
  turned,
} from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import { scaleControl } from "./scale-control.ts";
import { spanOf } from "./time-span.ts";
import type { View } from "./view.ts";
import { coarseness, transforms } from "./view-values.ts";

/** Where the controls lead. */
export interface RateControlActions extends RangeActions {
  /** The address of the other direction. */
  swap: string;
}

/** All that changes how a pair is told: span, direction, source, transform, frequency, scale, chart or table. */
export function rateControls(
  reading: RateReading,
  view: View,
  isLogRefused: boolean,
  reader: Reader,
  actions: RateControlActions,
) {
  const { choose } = actions;
  return html`<div class="row">${spanControl(reading, view, reader, actions)}</div>
    <div class="row">
      ${swapLink(reading, view, reader, actions.swap)}
      ${sourceSelect(reading, view, reader, choose)} ${transformSelect(view, reader, choose)}
      ${frequencySelects(reading, view, reader, choose)}
      ${scaleControl(view, isLogRefused, reader, choose)} ${viewChoice(view, reader, choose)}
    </div>
    ${isLogRefused ? html`<p class="quiet">${reader.texts["scale.refused"]}</p>` : nothing}`;
}

type Choose = RangeActions["choose"];

function spanControl(reading: RateReading, view: View, reader: Reader, actions: RangeActions) {
  const frequency = shownFrequency(reading, view);
  const range = rangeFor(frequency, view);
  const span = spanOf({ ...view, range }, reading.there.date);
  const last = periodOfRate(reading.there, ownFrequency(reading));
  const frozen = view.from !== null || view.to !== null;
  const wish = { offered: rangesFor(frequency), range, frozen };
  return rangeControl({ ...wish, span: { ...span, end: span.end ?? last } }, reader, actions);
}

function swapLink(reading: RateReading, view: View, { texts }: Reader, href: string) {
  const { base, quote } = turned(reading.pair, view);
  const other = fillText(texts["direction.quote"], { quote: base, base: quote });
  return html`<a class="button" href=${href}
    ><span aria-hidden="true">⇄ </span>${texts["rate.swap"]}<span class="spoken"
      >: ${other}</span
    ></a
  >`;
}

/** Nothing to choose where one source alone quotes both currencies. */
function sourceSelect(reading: RateReading, view: View, { texts }: Reader, choose: Choose) {
  const { pair, currencies, sources, there } = reading;
  const quoted = [pair.base, pair.quote].map((code) => {
    const found = currencies.find((currency) => currency.code === code);
    return new Set(found?.quotedBy.map(({ source }) => source));
  });
  const offered = sources
    .filter(({ code }) => quoted.every((codes) => codes.has(code)))
    .map(({ code, name }) => ({ value: code, text: name }));
  if (offered.length < 2) return nothing;
  const isBest = view.source === null;
  return select(texts["control.source"], there.source, offered, (value) => {
    if (!isBest || value !== there.source) choose({ source: value, t: null });
  });
}

function transformSelect({ as }: View, { texts }: Reader, choose: Choose) {
  const choices = transforms.map((one) => ({ value: one, text: texts[`as.${one}`] }));
  return select(texts["as.label"], as ?? "level", choices, (value) => {
    const chosen = transforms.find((one) => one === value) ?? "level";
    choose({ as: chosen === "level" ? null : chosen });
  });
}

/** How often, and how rates become one of a longer period; nothing where they are yearly as published. */
function frequencySelects(reading: RateReading, view: View, { texts }: Reader, choose: Choose) {
  const own = ownFrequency(reading);
  const shown = shownFrequency(reading, view);
  const rank = (one: string) => frequencies.findIndex((letter) => letter.toLowerCase() === one);
  const offered = coarseness.filter((one) => rank(one) >= frequencies.indexOf(own));
  if (offered.length < 2) return nothing;
  const choices = offered.map((one) => ({ value: one, text: texts[`freq.${one}`] }));
  const means = (["avg", "eop"] as const).map((one) => ({ value: one, text: texts[`agg.${one}`] }));
  return html`${select(texts["freq.label"], shown.toLowerCase(), choices, (value) => {
    const freq = coarseness.find((one) => one === value) ?? null;
    choose({ freq: freq === own.toLowerCase() ? null : freq, t: null });
  })}
  ${
    shown === own
      ? nothing
      : select(texts["agg.label"], view.agg === "eop" ? "eop" : "avg", means, (value) =>
          choose({ agg: value === "eop" ? "eop" : null }),
        )
  }`;
}

function viewChoice({ view }: View, { texts }: Reader, choose: Choose) {
  const choices = [
    { value: "chart", text: texts["view.chart"] },
    { value: "table", text: texts["view.table"] },
  ];
  return choiceButtons(
    texts["control.view"],
    view === "table" ? "table" : "chart",
    choices,
    (value) => choose({ view: value === "table" ? "table" : "chart" }),
  );
}

function select(
  label: string,
  value: string,
  choices: readonly { value: string; text: string }[],
  choose: (value: string) => void,
) {
  return html`<label class="field"
    >${label}
    <select
      .value=${value}
      @change=${({ target }: Event) => {
        choose((target as HTMLSelectElement).value);
      }}
    >
      ${choices.map(
        (one) =>
          html`<option value=${one.value} ?selected=${one.value === value}>${one.text}</option>`,
      )}
    </select></label
  >`;
}
