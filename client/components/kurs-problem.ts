import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import type { Strings } from "../strings/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { KursElement } from "./kurs-element.ts";

/** A failure in the API's words; `kind` chooses ours. */
export interface Failure {
  kind: string;
  detail: string;
  retryAfterSeconds: number | null;
  /** Under which the server's log has it; empty where there was no answer. */
  requestId?: string;
  /** When it is tried again without the reader, in milliseconds UTC; null where it is not. */
  retryAt?: number | null;
}

/** What no further try brings: there is no such thing, or it is asked for in words that mean nothing. */
const lasting: readonly string[] = [
  "not-found",
  "unknown-series",
  "unknown-dataset",
  "no-rate",
  "invalid-query",
];

/**
 * Says what did not come, why, under which number the server knows of it, and when it is tried again; the reader need
 * not
 * wait. Where no try will help, a way on takes the place of the button, if there is one. Seconds count down for the eye
 * only; a screen reader hears the sentence once.
 *
 * @fires kurs-retry - The reader asked to try again.
 */
@customElement("kurs-problem")
export class KursProblem extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      .box {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-2) var(--kurs-space-4);
        align-items: center;
        position: relative;
        padding: var(--kurs-space-3) var(--kurs-space-4);
        color: var(--kurs-error);
        background: var(--kurs-error-surface);
        border-radius: var(--kurs-radius-card);
      }
      .words {
        flex: 1 1 18rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .words span {
        display: block;
      }
      .quiet {
        color: inherit;
      }
    `,
  ];

  @property({ attribute: false }) failure: Failure | null = null;
  /** Where to go on from what is not there. */
  @property({ attribute: false }) wayOn: { href: string; text: string } | null = null;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #spoken = "";

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  override willUpdate(changed: PropertyValues<this>) {
    // Said anew only when it is another sentence: a further try that fails alike is not news.
    const isNews = this.#spoken === "" || this.failure?.kind !== changed.get("failure")?.kind;
    if (changed.has("failure") && isNews) this.#spoken = this.#words.join(" ");
  }

  override updated() {
    clearInterval(this.#ticking);
    if (this.#seconds > 0) this.#ticking = setInterval(() => this.requestUpdate(), 1_000);
  }

  override render() {
    if (!this.failure) return nothing;
    const { kind, detail, requestId = "" } = this.failure;
    const isTold = kind !== "network" && detail !== "";
    const theirs = isTold ? fillText(this.texts["problem.detail"], { detail }) : "";
    const [ours, again] = this.#words;
    return html`<p class="spoken" role="alert">${this.#spoken} ${theirs}</p>
      <div class="box">
        <p class="words">
          <span aria-hidden="true">${ours}</span>
          <span class="quiet" aria-hidden="true">${theirs}</span>
          ${again === "" ? nothing : html`<span class="quiet number" aria-hidden="true">${again}</span>`}
          ${
            requestId === ""
              ? nothing
              : html`<span class="quiet"
                  >${fillText(this.texts["problem.request"], { id: requestId })}</span
                >`
          }
        </p>
        ${lasting.includes(kind) ? this.#renderWayOn() : this.#renderRetry()}
      </div>`;
  }

  #renderRetry() {
    return html`<button type="button" @click=${this.#retry}>${this.texts["state.retry"]}</button>`;
  }

  #renderWayOn() {
    if (!this.wayOn) return nothing;
    return html`<a class="button" href=${this.wayOn.href}>${this.wayOn.text}</a>`;
  }

  /** Our sentence, and when it is tried again. */
  get #words(): [string, string] {
    const { kind = "", detail = "", retryAfterSeconds = null } = this.failure ?? {};
    const key = `problem.${kind}`;
    const text = isKey(key, this.texts) ? this.texts[key] : this.texts["problem.internal"];
    const isLimited = kind === "too-many-requests";
    const left = this.#seconds;
    const seconds = String(isLimited && left > 0 ? left : (retryAfterSeconds ?? 60));
    const ours = fillText(text, { seconds, detail });
    if (isLimited || left <= 0) return [ours, ""];
    return [ours, fillText(this.texts["problem.again"], { seconds: String(left) })];
  }

  get #seconds(): number {
    const at = this.failure?.retryAt ?? 0;
    return Math.max(0, Math.ceil((at - Date.now()) / 1_000));
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
