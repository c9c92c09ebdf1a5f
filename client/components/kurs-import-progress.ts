import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { KursElement } from "./kurs-element.ts";

const quietMs = 5_000;

/**
 * How far something long is, as a bar and in words; a screen reader hears the words at most every five seconds.
 *
 * @fires kurs-cancel - The reader wants no more of it.
 */
@customElement("kurs-import-progress")
export class KursImportProgress extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: start;
        gap: var(--kurs-space-3);
      }
      progress {
        width: 100%;
        height: 0.75rem;
        accent-color: var(--kurs-focus);
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property() label = "";
  /** How far it is, in words. */
  @property() words = "";
  /** Between 0 and 1; null while nobody can tell. */
  @property({ type: Number }) share: number | null = null;
  /** What there is to know while it lasts. */
  @property() note = "";
  @property({ type: Boolean }) cancelling = false;
  @state() private spoken = "";
  #saidAt = -Infinity;

  /** Moves the focus to the heading. */
  override focus() {
    this.renderRoot.querySelector("h2")?.focus();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has("words") || performance.now() - this.#saidAt < quietMs) return;
    this.#saidAt = performance.now();
    this.spoken = this.words;
  }

  override render() {
    const { share, texts } = this;
    return html`<h2 id="label" tabindex="-1">${this.label}</h2>
      <progress
        aria-labelledby="label"
        max="1"
        value=${share === null ? nothing : share.toFixed(4)}
      ></progress>
      <p class="number" aria-hidden="true">${this.words}</p>
      <p class="spoken" role="status">${this.spoken}</p>
      <p class="quiet">${this.note}</p>
      <button type="button" ?disabled=${this.cancelling} @click=${this.#cancel}>
        ${texts["import.cancel"]}
      </button>`;
  }

  #cancel() {
    this.dispatchEvent(new CustomEvent("kurs-cancel", { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-import-progress": KursImportProgress;
  }
  interface HTMLElementEventMap {
    "kurs-cancel": CustomEvent;
  }
}
