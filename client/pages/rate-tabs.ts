import { html } from "lit";
import { currencies, localOf } from "./central-asia.ts";
import type { Pair } from "./read-rate.ts";
import type { Reader } from "./reader.ts";
import type { View } from "./view.ts";
import "../components/kurs-tabs.ts";

/** The currencies that Kurs is about, the pair's own marked. The choices that another currency may have too go along. */
export function rateTabs(
  pair: Pair,
  view: View,
  { texts }: Reader,
  hrefOf: (quote: string, kept: Partial<View>) => string,
) {
  const kept = { ...view, source: null, base: null, t: null, ev: "1" };
  const tabs = currencies.map((quote) => ({
    href: hrefOf(quote, kept),
    text: quote,
    current: quote === localOf(pair),
  }));
  return html`<kurs-tabs .label=${texts["nav.rates"]} .tabs=${tabs}></kurs-tabs>`;
}
