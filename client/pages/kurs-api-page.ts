import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { paths } from "../../server/contract/paths.ts";
import { addressOf } from "../api/get.ts";
import { KursPage } from "./kurs-page.ts";

/** How programs read the figures: a few addresses to copy, and the full description. */
@customElement("kurs-api-page")
export class KursApiPage extends KursPage {
  static override styles = [
    KursPage.styles,
    css`
      pre {
        margin: 0;
        padding: var(--kurs-space-3) var(--kurs-space-4);
        overflow-x: auto;
        background: var(--kurs-surface-2);
        border: 1px solid var(--kurs-border);
        border-radius: var(--kurs-radius-control);
        font-size: var(--kurs-text-s);
        line-height: 1.5;
      }
    `,
  ];

  protected override get heading() {
    return this.texts["api.title"];
  }

  override render() {
    const { texts } = this;
    return html`<div class="stack">
      <div class="stack close">
        ${this.renderHeading()}
        <p>${texts["api.intro"]}</p>
        <p>${texts["api.base"]}: <code>${location.origin}/api/v1</code></p>
      </div>
      ${examples().map(
        ({ text, address }) =>
          html`<section class="card stack close">
            <h2>${texts[text]}</h2>
            <pre tabindex="0" aria-label=${texts[text]}><code>curl '${address}'</code></pre>
            <p><a href=${address}>${texts["api.try"]}</a></p>
          </section>`,
      )}
      <p><a href=${paths.openApi}>${texts["api.reference"]}</a></p>
    </div>`;
  }
}

/** Addresses of this very server, so that what is copied works. */
function examples() {
  const here = (address: string) => location.origin + address;
  const rate = { base: "USD", quotes: "KGS,KZT,TJS,UZS,TMT" };
  const year = { start: "2026-01", format: "csv" } as const;
  return [
    { text: "api.latest", address: here(addressOf("latestRates", {}, rate)) },
    {
      text: "api.history",
      address: here(addressOf("pairObservations", { pair: "USD-KGS" }, year)),
    },
    { text: "api.catalogue", address: here(addressOf("seriesList", {}, { dataset: "TRADE" })) },
  ] as const;
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-api-page": KursApiPage;
  }
}
