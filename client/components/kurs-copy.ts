import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { KursElement } from "./kurs-element.ts";

/**
 * A button that copies a text, and says whether it did. `label` says what is copied, where the button's own word does
 * not.
 */
@customElement("kurs-copy")
export class KursCopy extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: inline-block;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property() text = "";
  @property() label = "";
  @state() private result: "done" | "failed" | null = null;

  override render() {
    const { texts, result } = this;
    return html`<button type="button" aria-label=${this.label || nothing} @click=${this.#copy}>
        ${result === "done" ? texts["copy.done"] : texts["copy.copy"]}
      </button>
      <span role="status" class=${result === "failed" ? "quiet" : "spoken"}
        >${result ? texts[`copy.${result}`] : nothing}</span
      >`;
  }

  async #copy() {
    this.result = await navigator.clipboard.writeText(this.text).then(
      () => "done" as const,
      () => "failed" as const,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-copy": KursCopy;
  }
}
