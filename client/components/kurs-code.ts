import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { codeStyles } from "../styles/code.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** One text of several that say the same. */
export interface Sample {
  name: string;
  label: string;
  text: string;
}

/** Where the arrow keys lead in a row of tabs. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Code in several languages, one at a time behind tabs, with a button that copies it.
 *
 * @fires kurs-choose - The reader chose another language. Detail: `{ value }`.
 */
@customElement("kurs-code")
export class KursCode extends KursElement {
  static override styles = [
    base,
    controls,
    codeStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--kurs-space-2);
        border-bottom: 1px solid var(--kurs-border);
      }
      [role="tablist"] {
        display: flex;
        flex: 1 1 auto;
        overflow-x: auto;
        scrollbar-width: none;
      }
      [role="tab"] {
        border: 0;
        border-bottom: 3px solid transparent;
        border-radius: 0;
        background: none;
        color: var(--kurs-ink-2);
        flex: none;
        padding: 0 var(--kurs-space-2);
      }
      [role="tab"][aria-selected="true"] {
        color: var(--kurs-ink);
        font-weight: 600;
        border-color: var(--kurs-ink);
      }
      [role="tab"]:focus-visible {
        outline-offset: -2px;
      }
      .copy {
        flex: none;
        margin-bottom: var(--kurs-space-1);
      }
      pre {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        border-top: 0;
        border-radius: 0 0 var(--kurs-radius-control) var(--kurs-radius-control);
      }
      @media (forced-colors: active) {
        [role="tab"] {
          border-color: Canvas;
        }
        [role="tab"][aria-selected="true"] {
          border-color: Highlight;
        }
      }
      @media print {
        .bar {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) samples: readonly Sample[] = [];
  @property() chosen = "";
  /** What is asked, for those who hear the page. */
  @property() label = "";
  @state() private said = "";

  override render() {
    const sample = this.samples.find(({ name }) => name === this.chosen) ?? this.samples[0];
    if (!sample) return nothing;
    return html`<div class="bar">
        <div role="tablist" aria-label=${this.label} @keydown=${this.#step}>
          ${this.samples.map((each) => this.#renderTab(each, each === sample))}
        </div>
        <span class="quiet" role="status">${this.said}</span>
        <button type="button" class="copy" @click=${() => this.#copy(sample.text)}>
          ${this.texts["api.copy"]}
        </button>
      </div>
      <div role="tabpanel" id="panel" aria-labelledby=${`tab-${sample.name}`}>
        <pre
          tabindex="0"
          aria-label=${`${this.label}, ${sample.label}`}
        ><code>${sample.text}</code></pre>
      </div>`;
  }

  #renderTab({ name, label }: Sample, isChosen: boolean) {
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${name}`}
      aria-controls="panel"
      aria-selected=${isChosen ? "true" : "false"}
      tabindex=${isChosen ? 0 : -1}
      @click=${() => this.#choose(name)}
    >
      ${label}
    </button>`;
  }

  async #step(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const at = this.samples.findIndex(({ name }) => name === this.chosen);
    const next = this.samples[step(Math.max(0, at), this.samples.length)];
    if (!next) return;
    this.#choose(next.name);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  }

  #choose(value: string) {
    this.said = "";
    this.dispatchEvent(
      new CustomEvent("kurs-choose", { detail: { value }, bubbles: true, composed: true }),
    );
  }

  /** Without a secure context there is no clipboard: then the text is marked for the reader's own keys. */
  async #copy(text: string) {
    if ("clipboard" in navigator) {
      await navigator.clipboard.writeText(text);
      this.said = this.texts["api.copied"];
      return;
    }
    const code = this.renderRoot.querySelector("code");
    if (code) getSelection()?.selectAllChildren(code);
    this.said = this.texts["api.marked"];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-code": KursCode;
  }
}
