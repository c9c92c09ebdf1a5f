import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Change } from "../format/change.ts";
import { base } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";
import "./kurs-change.ts";

/** One rate of the strip: `1 KGS` and `0.011436 USD`, where it leads, how it moved; `date` where items have different ones. */
export interface TickerItem {
  href: string;
  one: string;
  other: string;
  change: Change;
  date: string;
}

/** The latest rates in a row that wraps. It stands still, and it is there once. */
@customElement("kurs-ticker")
export class KursTicker extends KursElement {
  static override styles = [
    base,
    css`
      .strip {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-1) var(--kurs-space-5);
        align-items: baseline;
      }
      ul {
        display: contents;
      }
      a {
        display: inline-block;
        padding: 2px 0;
        min-height: 24px;
        white-space: nowrap;
        text-decoration: none;
      }
      a:hover {
        text-decoration: underline;
      }
      .date,
      .shared {
        color: var(--kurs-ink-2);
        font-size: var(--kurs-text-s);
      }
    `,
  ];

  @property({ attribute: false }) items: readonly TickerItem[] = [];
  /** What all items have in common: kind, date and source. */
  @property() shared = "";

  override render() {
    return html`<div class="strip">
      <ul aria-label=${this.texts["ticker.label"]}>
        ${this.items.map(
          ({ href, one, other, change, date }) =>
            html`<li>
              <a class="number" href=${href}
                ><b>${one}</b> = ${other}
                <kurs-change .change=${change} .texts=${this.texts}></kurs-change>
                ${date === "" ? nothing : html`<span class="date">${date}</span>`}</a
              >
            </li>`,
        )}
      </ul>
      ${this.shared === "" ? nothing : html`<p class="shared">${this.shared}</p>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-ticker": KursTicker;
  }
}
