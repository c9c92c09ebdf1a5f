import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Change } from "../format/change.ts";
import { base } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** A change: glyph, sign and colour together, and in words for a screen reader. Up and down are not good and bad. */
@customElement("kurs-change")
export class KursChange extends KursElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline;
        white-space: nowrap;
      }
      .up {
        color: var(--kurs-up);
      }
      .down {
        color: var(--kurs-down);
      }
      .flat,
      .fixed,
      .none {
        color: var(--kurs-ink-2);
      }
      .glyph {
        font-size: max(0.75em, 0.75rem);
      }
    `,
  ];

  @property({ attribute: false }) change: Change | null = null;

  override render() {
    if (!this.change) return null;
    const { kind, glyph, text, spoken } = this.change;
    return html`<span class="number ${kind}" aria-hidden="true"
        ><span class="glyph">${glyph}</span> ${text}</span
      ><span class="spoken">${spoken}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-change": KursChange;
  }
}
