import { html, nothing } from "lit";
import { choiceButtons } from "../components/choice-buttons.ts";
import { barKinds, chooseFigure, type Reading, yearsOf } from "./indicator-figure.ts";
import type { Measure } from "./measures.ts";
import type { IndicatorReading } from "./read-indicator.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";

type Choose = (changes: Partial<View>) => void;

/** Which measure; nothing where there is only one. */
export function measureControl(
  { measures }: IndicatorReading,
  measure: Measure,
  { texts }: Reader,
  choose: Choose,
) {
  if (measures.length < 2) return nothing;
  const several = (one: Measure) => one.code.endsWith(`.${one.unit}`);
  const first = measures[0]?.code;
  return html`<label
    >${texts["indicator.measure"]}
    <select
      @change=${(event: Event) => {
        const code = valueOf(event);
        choose({ m: code === first ? null : code, by: "region", year: null });
      }}
    >
      ${measures.map(
        (one) =>
          html`<option value=${one.code} ?selected=${one.code === measure.code}>
            ${several(one) ? `${one.title}, ${one.unitTitle}` : one.title}
          </option>`,
      )}
    </select>
  </label>`;
}

/** How a ranking is told apart and ordered, and of which year; nothing where there is nothing to choose. */
export function rankingControls(
  { dataset }: IndicatorReading,
  measure: Measure,
  readings: readonly Reading[],
  view: View,
  reader: Reader,
  choose: Choose,
) {
  if (chooseFigure(dataset, measure) !== "bars") return nothing;
  const kinds = barKinds(dataset, measure);
  const kind = kinds.find((one) => one === view.by) ?? kinds[0];
  return html`${kinds.length > 1 ? byControl(view, reader, choose) : nothing}
  ${kind === "region" ? orderControl(view, reader, choose) : nothing}
  ${kind === "period" ? nothing : yearControl(yearsOf(readings), view, reader, choose)}`;
}

function byControl({ by }: View, { texts }: Reader, choose: Choose) {
  const choices = [
    { value: "region", text: texts["indicator.byRegion"] },
    { value: "age", text: texts["indicator.byAge"] },
  ];
  return choiceButtons(texts["indicator.sort"], by, choices, (value) =>
    choose({ by: value === "age" ? "age" : "region" }),
  );
}

function orderControl({ sort }: View, { texts }: Reader, choose: Choose) {
  const orders = [
    ["value", texts["indicator.byValue"]],
    ["name", texts["indicator.byName"]],
    ["geo", texts["indicator.byMap"]],
  ] as const;
  return html`<label
    >${texts["indicator.order"]}
    <select
      @change=${(event: Event) => {
        const found = orders.find(([value]) => value === valueOf(event));
        if (found) choose({ sort: found[0] });
      }}
    >
      ${orders.map(
        ([value, text]) =>
          html`<option value=${value} ?selected=${value === sort}>${text}</option>`,
      )}
    </select>
  </label>`;
}

function yearControl(years: readonly string[], { year }: View, { texts }: Reader, choose: Choose) {
  if (years.length < 2) return nothing;
  return html`<label
    >${texts["indicator.year"]}
    <select
      @change=${(event: Event) => {
        choose({ year: valueOf(event) || null });
      }}
    >
      <option value="">${texts["indicator.latest"]}</option>
      ${years.map((one) => html`<option value=${one} ?selected=${one === year}>${one}</option>`)}
    </select>
  </label>`;
}

const valueOf = ({ target }: Event) => (target instanceof HTMLSelectElement ? target.value : "");
