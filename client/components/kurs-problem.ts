import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base, controls } from "../styles/base.styles.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { KursElement } from "./kurs-element.ts";

/** A failure in the API's words; `kind` chooses ours. */
export interface Failure {
  kind: string;
  detail: string;
  retryAfterSeconds: number | null;
}

/**
 * Says what did not come, why, and offers to try again.
 *
 * @fires kurs-retry - The reader asked to try again.
 */
@customElement("kurs-problem")
export class KursProblem extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-2) var(--kurs-space-4);
        align-items: center;
        padding: var(--kurs-space-3) var(--kurs-space-4);
        color: var(--kurs-error);
        background: var(--kurs-error-surface);
        border-radius: var(--kurs-radius-card);
      }
    `,
  ];

  @property({ attribute: false }) failure: Failure | null = null;

  override render() {
    if (!this.failure) return nothing;
    const { kind, detail, retryAfterSeconds } = this.failure;
    const key = `problem.${kind}`;
    const text = isKey(key, this.texts) ? this.texts[key] : this.texts["problem.internal"];
    const ours = fillText(text, { seconds: String(retryAfterSeconds ?? 60), detail });
    const theirs = kind === "network" ? "" : fillText(this.texts["problem.detail"], { detail });
    return html`<div role="alert">
      <p>${ours} <span class="quiet">${theirs}</span></p>
      <button type="button" @click=${this.#retry}>${this.texts["state.retry"]}</button>
    </div>`;
  }

  #retry() {
    this.dispatchEvent(new CustomEvent("kurs-retry", { bubbles: true, composed: true }));
  }
}

const isKey = (key: string, texts: Strings): key is keyof Strings => Object.hasOwn(texts, key);

declare global {
  interface HTMLElementTagNameMap {
    "kurs-problem": KursProblem;
  }
}
