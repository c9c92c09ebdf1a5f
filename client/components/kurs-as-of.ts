import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { describePeriod } from "../format/period.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { fillText } from "../strings/fill-text.ts";
import { KursElement } from "./kurs-element.ts";

/**
 * The day whose state of the figures is shown: a date field, and while a day is chosen a band that says so, with a way
 * back.
 *
 * @fires kurs-as-of - The reader chose a day, or now. Detail: `{ day }`, null for now.
 */
@customElement("kurs-as-of")
export class KursAsOf extends KursElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--kurs-space-2) var(--kurs-space-4);
      }
      .band {
        padding: var(--kurs-space-2) var(--kurs-space-4);
        color: var(--kurs-warn);
        background: var(--kurs-warn-surface);
        border-radius: var(--kurs-radius-control);
      }
      .band .field {
        color: inherit;
      }
      p {
        font-weight: 600;
      }
      p:empty {
        position: absolute;
      }
      @media print {
        button,
        .field {
          display: none;
        }
      }
    `,
  ];

  /** `YYYY-MM-DD`; null for now. */
  @property({ attribute: false }) day: string | null = null;

  override render() {
    return html`<div class=${this.day === null ? "" : "band"}>
      <p role="status">${this.day === null ? "" : this.#words(this.day)}</p>
      <label class="field"
        >${this.texts["asof.label"]}
        <input
          type="date"
          .value=${this.day ?? ""}
          max=${new Date().toISOString().slice(0, 10)}
          @change=${this.#typed}
      /></label>
      ${
        this.day === null
          ? ""
          : html`<button type="button" @click=${() => this.#choose(null)}>
              ${this.texts["asof.back"]}
            </button>`
      }
    </div>`;
  }

  #words(day: string): string {
    return fillText(this.texts["asof.band"], { date: describePeriod(day, this.locale) });
  }

  #typed({ target }: Event) {
    const field = target as HTMLInputElement;
    if (field.checkValidity()) this.#choose(field.value === "" ? null : field.value);
    else field.reportValidity();
  }

  #choose(day: string | null) {
    if (day === this.day) return;
    this.dispatchEvent(new CustomEvent("kurs-as-of", { detail: { day } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-as-of": KursAsOf;
  }
  interface HTMLElementEventMap {
    "kurs-as-of": CustomEvent<{ day: string | null }>;
  }
}
