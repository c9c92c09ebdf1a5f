import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";
import { showInRow } from "./show-in-row.ts";

/** A link of a row of pages of one kind. */
export interface Tab {
  href: string;
  text: string;
  current: boolean;
}

/** Links to the pages beside this one, the current one marked. It scrolls sideways where it has no room. */
@customElement("kurs-tabs")
export class KursTabs extends KursElement {
  static override styles = [
    base,
    css`
      ul {
        display: flex;
        overflow-x: auto;
        gap: var(--kurs-space-1);
        border-bottom: 1px solid var(--kurs-border);
        scrollbar-width: none;
      }
      a {
        display: flex;
        align-items: center;
        min-height: 2.75rem;
        padding: 0 var(--kurs-space-3);
        white-space: nowrap;
        text-decoration: none;
        color: var(--kurs-ink-2);
        border-bottom: 3px solid transparent;
      }
      a:hover {
        color: var(--kurs-ink);
        border-color: var(--kurs-border);
      }
      a[aria-current="page"] {
        color: var(--kurs-ink);
        font-weight: 600;
        border-color: var(--kurs-ink);
      }
      a:focus-visible {
        outline-offset: -2px;
      }
      @media (forced-colors: active) {
        a {
          border-color: Canvas;
        }
        a[aria-current="page"] {
          border-color: Highlight;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() label = "";
  #shown = "";

  /** With the next frame, for which the page is laid out anyway; once for each page. */
  override updated() {
    const shown = this.tabs.find(({ current }) => current)?.href ?? "";
    if (shown === this.#shown) return;
    this.#shown = shown;
    requestAnimationFrame(() => showInRow(this.renderRoot.querySelector('[aria-current="page"]')));
  }

  override render() {
    return html`<nav aria-label=${this.label}>
      <ul>
        ${this.tabs.map(
          ({ href, text, current }) =>
            html`<li><a href=${href} aria-current=${current ? "page" : "false"}>${text}</a></li>`,
        )}
      </ul>
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-tabs": KursTabs;
  }
}
