import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { codeStyles } from "../styles/code.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** What can go wrong: each kind of problem with its status and what it means. */
@customElement("kurs-problem-list")
export class KursProblemList extends KursElement {
  static override styles = [
    base,
    codeStyles,
    css`
      :host(.card) {
        background: var(--kurs-surface);
        border: 1px solid var(--kurs-border);
        border-radius: var(--kurs-radius-card);
        padding: var(--kurs-space-4);
      }
      dl {
        display: grid;
        grid-template-columns: max-content max-content 1fr;
        gap: var(--kurs-space-2) var(--kurs-space-4);
      }
      .kind {
        display: contents;
      }
      dt {
        font-size: var(--kurs-text-m);
      }
      .status {
        color: var(--kurs-ink-2);
      }
      @container (max-width: 40rem) {
        dl {
          grid-template-columns: 1fr max-content;
        }
        .meaning {
          grid-column: 1 / -1;
          margin-bottom: var(--kurs-space-2);
        }
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) problems: readonly { kind: string; status: number }[] = [];

  override render() {
    return html`<dl>
      ${this.problems.map(
        ({ kind, status }) =>
          html`<div class="kind">
            <dt><code>/problems/${kind}</code></dt>
            <dd class="status number">${status}</dd>
            <dd class="meaning">${this.#meaningOf(kind)}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #meaningOf(kind: string): string {
    const key = `apiProblem.${kind}` as keyof AllStrings;
    return Object.hasOwn(this.texts, key) ? this.texts[key] : "";
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-problem-list": KursProblemList;
  }
}
