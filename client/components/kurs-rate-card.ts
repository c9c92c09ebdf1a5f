import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Point } from "../chart/gaps.ts";
import type { Change } from "../format/change.ts";
import { base, card } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";
import "./kurs-change.ts";
import "./kurs-sparkline.ts";

/** What a card says: all texts are in the reader's words already. */
export interface RateCard {
  href: string;
  code: string;
  name: string;
  /** `1 USD`. */
  one: string;
  rate: string;
  change: Change;
  /** The date of the publication that the change is measured from. */
  versus: string;
  /** The change in a year; null while it is not known. */
  yearChange: Change | null;
  points: readonly Point[];
  span: readonly [number, number];
  /** The lowest and the highest rate of the year; empty while it is not known. */
  lowHigh: readonly string[];
}

/** The latest rate of one currency with its year. The whole card is one link, named by what it says. */
@customElement("kurs-rate-card")
export class KursRateCard extends KursElement {
  static override styles = [
    base,
    card,
    css`
      :host {
        container-type: inline-size;
      }
      a {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-2);
        height: 100%;
        text-decoration: none;
      }
      a:hover {
        border-color: var(--kurs-rule);
        background: var(--kurs-surface-2);
      }
      .code {
        font-size: var(--kurs-text-xl);
        font-weight: 600;
      }
      .rate {
        display: block;
        /* Fifteen digits of a published rate fit beside the padding. */
        font-size: clamp(1rem, 9cqi, 2rem);
        line-height: 1.2;
        font-weight: 600;
        white-space: nowrap;
      }
      .change {
        display: block;
        min-height: 1.25rem;
      }
      .bound {
        white-space: nowrap;
      }
      /* The place of the two bounds, which come later: below each other in a narrow card. */
      .bounds {
        min-height: 3.75rem;
      }
      @container (min-width: 17rem) {
        .bounds {
          min-height: 2.5rem;
        }
      }
      kurs-sparkline {
        margin-top: auto;
        padding-top: var(--kurs-space-2);
      }
    `,
  ];

  @property({ attribute: false }) card: RateCard | null = null;

  override render() {
    if (!this.card) return null;
    const { href, code, name, one, rate, change, versus, points, span, lowHigh } = this.card;
    const { yearChange } = this.card;
    return html`<a class="card" href=${href}>
      <span><span class="code">${code}</span> <span class="quiet">${name}</span></span>
      <span>
        <span class="quiet">${one} =</span>
        <span class="rate number">${rate}</span>
      </span>
      <span class="quiet">
        <span class="change"><kurs-change .change=${change}></kurs-change> ${versus}</span>
        <span class="change"
          >${
            yearChange
              ? html`<kurs-change .change=${yearChange}></kurs-change> ${this.texts["card.year"]}`
              : nothing
          }</span
        >
      </span>
      <kurs-sparkline .code=${code} .points=${points} .span=${span}></kurs-sparkline>
      <span class="bounds quiet number"
        >${this.texts["card.lowHigh"]}<br />${lowHigh.map(
          (bound, i) => html`${i > 0 ? " – " : ""}<span class="bound">${bound}</span>`,
        )}</span
      >
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-rate-card": KursRateCard;
  }
}
