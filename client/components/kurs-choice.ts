import { css, html, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { KursElement } from "./kurs-element.ts";
import { markRowEnds } from "./mark-row-ends.ts";
import { showInRow } from "./show-in-row.ts";

/** One thing that can be chosen: what is sent, what is shown, and what is said after it where that is too short. */
export interface Choice {
  value: string;
  text: string;
  spoken?: string;
  /** It cannot be chosen now; the surroundings say why. */
  disabled?: boolean;
}

/**
 * A row of toggle buttons of which one is pressed. It scrolls sideways where it has no room, and fades where it goes
 * on.
 *
 * @fires kurs-choose - The reader pressed a button that was not pressed. Detail: `{ value }`.
 */
@customElement("kurs-choice")
export class KursChoice extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        max-width: 100%;
      }
      [role="group"] {
        display: flex;
        overflow-x: auto;
        scrollbar-width: none;
        padding: 4px;
        margin: -4px;
      }
      :host([more-before]) {
        --before: transparent;
      }
      :host([more-after]) {
        --after: transparent;
      }
      :host([more-before]) [role="group"],
      :host([more-after]) [role="group"] {
        mask-image: linear-gradient(
          to right,
          var(--before, #000),
          #000 2rem calc(100% - 2rem),
          var(--after, #000)
        );
      }
      button {
        flex: none;
        border-radius: 0;
        margin-left: -1px;
        min-width: 2.75rem;
      }
      button:first-child {
        margin-left: 0;
        border-radius: var(--kurs-radius-control) 0 0 var(--kurs-radius-control);
      }
      button:last-child {
        border-radius: 0 var(--kurs-radius-control) var(--kurs-radius-control) 0;
      }
      button[aria-pressed="true"] {
        background: var(--kurs-ink);
        border-color: var(--kurs-ink);
        color: var(--kurs-surface);
      }
      button:disabled {
        color: var(--kurs-ink-3);
        cursor: default;
      }
      button:focus-visible {
        position: relative;
        z-index: 1;
      }
      @media (max-width: 599px) {
        button {
          min-width: 2.6rem;
          padding: 0 var(--kurs-space-2);
        }
      }
      @media (forced-colors: active) {
        button[aria-pressed="true"] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) choices: readonly Choice[] = [];
  @property() value = "";
  @property() label = "";
  /** After the page is laid out: to measure before would lay it out once more for each row. */
  readonly #sizes = new ResizeObserver(() => this.#settle());

  override connectedCallback() {
    super.connectedCallback();
    this.#sizes.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  override render() {
    return html`<div role="group" aria-label=${this.label} @scroll=${this.#markEnds}>
      ${this.choices.map(
        ({ value, text, spoken, disabled }) =>
          html`<button
            type="button"
            aria-label=${spoken === undefined || spoken === text ? text : `${text}, ${spoken}`}
            ?disabled=${disabled === true}
            aria-pressed=${value === this.value ? "true" : "false"}
            @click=${() => this.#choose(value)}
          >
            ${text}
          </button>`,
      )}
    </div>`;
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.get("value") !== undefined) this.#settle();
  }

  #settle() {
    showInRow(this.renderRoot.querySelector('[aria-pressed="true"]'));
    this.#markEnds();
  }

  readonly #markEnds = () => {
    markRowEnds(this, this.renderRoot.querySelector("[role=group]"));
  };

  #choose(value: string) {
    if (value === this.value) return;
    this.dispatchEvent(
      new CustomEvent("kurs-choose", { detail: { value }, bubbles: true, composed: true }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-choice": KursChoice;
  }
  interface HTMLElementEventMap {
    "kurs-choose": CustomEvent<{ value: string }>;
  }
}
