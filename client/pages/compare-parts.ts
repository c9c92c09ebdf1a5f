import { html, nothing } from "lit";
import { entityMark, entitySlot } from "../chart/entity-slot.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { addressOfAsk } from "./comparison-asks.ts";
import { fileNameOf } from "./comparison-file-name.ts";
import { lineCodes } from "./comparison-lines.ts";
import type { Comparison, Lineup } from "./read-comparison.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";

/** What can be done with a series that was chosen. */
export interface ChosenActions {
  focus: (id: string | null) => void;
  remove: (id: string) => void;
}

/** The chosen series, each with its mark: press one to bring out its line, or take it away. */
export function chosenSeries(
  lineup: Lineup | undefined,
  { s, focus }: View,
  { texts }: Reader,
  actions: ChosenActions,
) {
  if (s.length === 0) return nothing;
  const codes = lineCodes(lineup?.series ?? []);
  return html`<ul class="chosen" aria-label=${texts["compare.chosen"]}>
    ${s.map((id) => {
      const name = lineup?.series.find((one) => one.id === id)?.name ?? id;
      const problem = lineup?.missing.find((one) => one.id === id)?.problem;
      const code = codes.get(id) ?? "";
      return html`<li>
        <button
          type="button"
          aria-pressed=${focus === id ? "true" : "false"}
          @click=${() => actions.focus(focus === id ? null : id)}
        >
          <span class="mark slot-${entitySlot(code) ?? 0}" aria-hidden="true"
            >${entityMark(code).text}</span
          >
          <span>${name}${problem ? ` – ${texts[`problem.${problem.kind}`]}` : nothing}</span>
        </button>
        <button
          type="button"
          aria-label=${fillText(texts["compare.remove"], { name })}
          @click=${() => actions.remove(id)}
        >
          <span aria-hidden="true">×</span>
        </button>
      </li>`;
    })}
  </ul>`;
}

/** The questions to the API that give exactly what is shown, and the same as files. */
export function apiAddresses(comparison: Comparison, texts: Strings) {
  const { asks, as } = comparison;
  if (asks.length === 0) return nothing;
  return html`<section class="stack close on-screen">
    <h2>${texts["compare.api"]}</h2>
    <ul class="addresses">
      ${asks.map((ask) => {
        const address = addressOfAsk(ask, as, "json");
        return html`<li>
          <a href=${address}><code>${address}</code></a>
          <a
            href=${addressOfAsk(ask, as, "csv")}
            download=${`${fileNameOf(comparison, ask.ids)}.csv`}
            >${texts["download.csv"]}</a
          >
        </li>`;
      })}
    </ul>
  </section>`;
}
