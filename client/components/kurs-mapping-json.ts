import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Mapping } from "../../server/contract/mapping.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { textFields } from "../styles/import.styles.ts";
import { KursElement } from "./kurs-element.ts";

/**
 * A mapping as JSON, to be changed by those who know it. The server judges what it says.
 *
 * @fires kurs-mapping - The reader wants the file read so. Detail: `{ mapping }`.
 */
@customElement("kurs-mapping-json")
export class KursMappingJson extends KursElement {
  static override styles = [base, controls, textFields];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) mapping: Mapping = {};
  @state() private fault = "";

  override render() {
    const { texts } = this;
    return html`<details>
      <summary>${texts["import.asJson"]}</summary>
      <form @submit=${this.#submit}>
        <textarea
          rows="14"
          spellcheck="false"
          aria-label=${texts["import.asJson"]}
          .value=${JSON.stringify(this.mapping, null, 2)}
        ></textarea>
        <div role="alert">
          ${this.fault === "" ? nothing : html`<p class="fault">${this.fault}</p>`}
        </div>
        <p><button>${texts["import.readByJson"]}</button></p>
      </form>
    </details>`;
  }

  #submit(event: Event) {
    event.preventDefault();
    const text = this.renderRoot.querySelector("textarea")?.value ?? "";
    this.fault = "";
    try {
      const mapping = JSON.parse(text) as Mapping;
      const detail = { mapping };
      this.dispatchEvent(
        new CustomEvent("kurs-mapping", { detail, bubbles: true, composed: true }),
      );
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.fault = fillText(this.texts["import.noJson"], { detail: error.message });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-mapping-json": KursMappingJson;
  }
  interface HTMLElementEventMap {
    "kurs-mapping": CustomEvent<{ mapping: Mapping }>;
  }
}
