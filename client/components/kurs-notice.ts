import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { KursElement } from "./kurs-element.ts";

/**
 * News that the reader did not ask for, over a corner of the page, so that nothing under it moves. It stays until it is
 * dismissed, and is announced when there is nothing else to say.
 *
 * @fires kurs-dismiss - The reader has seen it.
 */
@customElement("kurs-notice")
export class KursNotice extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      .box {
        position: fixed;
        z-index: 2;
        right: var(--kurs-space-4);
        bottom: var(--kurs-space-4);
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--kurs-space-2) var(--kurs-space-4);
        max-width: min(26rem, calc(100vw - 2 * var(--kurs-space-4)));
        padding: var(--kurs-space-3) var(--kurs-space-4);
        font-size: var(--kurs-text-m);
        line-height: 1.43;
        color: var(--kurs-ink);
        background: var(--kurs-surface);
        border: 2px solid var(--kurs-focus);
        border-radius: var(--kurs-radius-card);
      }
      p {
        flex: 1 1 12rem;
      }
      @media print {
        .box {
          display: none;
        }
      }
    `,
  ];

  /** Empty while there is nothing to tell. */
  @property() text = "";

  override render() {
    return html`<div role="status">
      ${
        this.text === ""
          ? nothing
          : html`<div class="box">
              <p>${this.text}</p>
              <button type="button" @click=${this.#dismiss}>
                ${this.texts["ignored.dismiss"]}
              </button>
            </div>`
      }
    </div>`;
  }

  #dismiss() {
    this.dispatchEvent(new CustomEvent("kurs-dismiss"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-notice": KursNotice;
  }
}
