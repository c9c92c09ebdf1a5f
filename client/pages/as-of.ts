import { html } from "lit";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import "../components/kurs-as-of.ts";

/** What every question for figures takes along, so that the answer is what was known on the day that the view names. */
export function asOfQuery({ asof }: Pick<View, "asof">): { asOf?: string } {
  return asof === null ? {} : { asOf: asof };
}

/** The choice of the day whose state of the figures is shown; null is now. */
export function asOfField(
  { asof }: Pick<View, "asof">,
  { texts, locale }: Reader,
  choose: (day: string | null) => void,
) {
  return html`<kurs-as-of
    .texts=${texts}
    .locale=${locale}
    .day=${asof}
    @kurs-as-of=${({ detail }: HTMLElementEventMap["kurs-as-of"]) => {
      choose(detail.day);
    }}
  ></kurs-as-of>`;
}
