import { css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";

/**
 * Says that something is on its way, after 400 ms: what comes sooner needs no word. Give it the size of what will come.
 */
@customElement("kurs-loading")
export class KursLoading extends KursElement {
  static override styles = [
    base,
    css`
      p {
        color: var(--kurs-ink-2);
        animation: appear 1ms 400ms both;
      }
      @keyframes appear {
        from {
          visibility: hidden;
        }
      }
    `,
  ];

  override render() {
    return html`<p role="status">${this.texts["state.loading"]}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-loading": KursLoading;
  }
}
