import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { citationBibtex, citationText, type CitedWork } from "./citation.ts";
import { LaterElement } from "./later-element.ts";
import "./kurs-copy.ts";

/** How to cite what is shown: a sentence and a BibTeX entry, publisher first, each with a button that copies it. */
@customElement("kurs-cite")
export class KursCite extends LaterElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-2);
      }
      .cited {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-2) var(--kurs-space-3);
        align-items: start;
        justify-content: space-between;
      }
      .cited > :first-child {
        flex: 1 1 14rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      pre {
        margin: 0;
        font-size: var(--kurs-text-s);
        line-height: 1.5;
        white-space: pre-wrap;
      }
      summary {
        cursor: pointer;
        min-height: 1.5rem;
        width: fit-content;
      }
      kurs-copy {
        flex: none;
      }
      @media print {
        details {
          display: none;
        }
      }
      @media (max-width: 599px) {
        summary {
          min-height: 2.75rem;
          padding-top: var(--kurs-space-2);
        }
      }
    `,
  ];

  @property({ attribute: false }) work: CitedWork | null = null;

  override render() {
    if (!this.work) return nothing;
    const { texts, locale, work } = this;
    const [text, bibtex] = [citationText(work, texts, locale), citationBibtex(work)];
    return html`<div class="cited">
        <p>${text}</p>
        ${this.#copy(text, texts["cite.copyText"])}
      </div>
      <details>
        <summary>${texts["cite.bibtex"]}</summary>
        <div class="cited">
          <pre>${bibtex}</pre>
          ${this.#copy(bibtex, texts["cite.copyBibtex"])}
        </div>
      </details>`;
  }

  #copy(text: string, label: string) {
    return html`<kurs-copy .texts=${this.texts} .text=${text} .label=${label}></kurs-copy>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-cite": KursCite;
  }
}
