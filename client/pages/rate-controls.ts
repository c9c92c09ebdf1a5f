import { html } from "lit";
import type { Choice } from "../components/kurs-choice.ts";
import { fillText } from "../strings/fill-text.ts";
import type { Strings } from "../strings/en.ts";
import type { Pair } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import { ranges, type View } from "./view.ts";
import "../components/kurs-choice.ts";

/** Where the controls lead. */
export interface RateControlActions {
  swap: string;
  choose: (changes: Partial<View>) => void;
}

/** Range, direction, and chart or table. Frozen bounds leave no range pressed. */
export function rateControls(
  view: View,
  { base, quote }: Pair,
  { texts }: Reader,
  { swap, choose }: RateControlActions,
) {
  const frozen = view.from !== null || view.to !== null;
  const other = fillText(texts["direction.quote"], { quote: base, base: quote });
  return html`<div class="row spread">
    <kurs-choice
      .label=${texts["range.label"]}
      .value=${frozen ? "" : view.range}
      .choices=${rangeChoices(texts)}
      @kurs-choose=${({ detail }: CustomEvent<{ value: string }>) => {
        const range = ranges.find((one) => one === detail.value);
        if (range) choose({ range, from: null, to: null });
      }}
    ></kurs-choice>
    <div class="row">
      <a class="button" href=${swap}
        ><span aria-hidden="true">⇄ </span>${texts["rate.swap"]}<span class="spoken"
          >: ${other}</span
        ></a
      >
      <kurs-choice
        .label=${texts["control.view"]}
        .value=${view.view}
        .choices=${[
          { value: "chart", text: texts["view.chart"] },
          { value: "table", text: texts["view.table"] },
        ]}
        @kurs-choose=${({ detail }: CustomEvent<{ value: string }>) =>
          choose({ view: detail.value === "table" ? "table" : "chart" })}
      ></kurs-choice>
    </div>
  </div>`;
}

function rangeChoices(texts: Strings): Choice[] {
  return ranges.map((range) => ({
    value: range,
    text: texts[`range.${range}`],
    spoken: texts[`rangeName.${range}`],
  }));
}
