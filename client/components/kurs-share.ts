import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { LaterElement } from "./later-element.ts";
import "./kurs-copy.ts";

/** Two links to what is shown, each to be copied: one that keeps up to date, and one that stays at these dates. */
@customElement("kurs-share")
export class KursShare extends LaterElement {
  static override styles = [
    base,
    css`
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-2) var(--kurs-space-3);
        align-items: center;
        justify-content: space-between;
        padding: var(--kurs-space-1) 0;
      }
      a {
        padding: var(--kurs-space-1) 0;
      }
    `,
  ];

  /** The queries of both, as `shareLinks` gives them. */
  @property({ attribute: false }) links: { live: string; frozen: string } | null = null;

  override render() {
    const { live = "", frozen = "" } = this.links ?? {};
    return html`<ul>
      ${this.#renderLink(this.texts["share.live"], live)}
      ${this.#renderLink(this.texts["share.frozen"], frozen)}
    </ul>`;
  }

  #renderLink(text: string, query: string) {
    const address = location.origin + location.pathname + query;
    const label = `${this.texts["copy.copy"]}: ${text}`;
    return html`<li>
      <a href=${address}>${text}</a>
      <kurs-copy .texts=${this.texts} .text=${address} .label=${label}></kurs-copy>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-share": KursShare;
  }
}
