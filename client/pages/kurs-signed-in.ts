import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { forgetToken, type KeptToken, readToken, tokenChanges } from "../api/token.ts";
import { KursElement } from "../components/kurs-element.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";

/** Whose token this tab writes with, and a button to forget it; nothing where there is none. */
@customElement("kurs-signed-in")
export class KursSignedIn extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--kurs-space-3);
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @state() private kept: KeptToken | null = null;

  override connectedCallback() {
    super.connectedCallback();
    this.#read();
    tokenChanges.addEventListener("change", this.#read);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    tokenChanges.removeEventListener("change", this.#read);
  }

  override render() {
    if (!this.kept) return nothing;
    return html`<p class="quiet">
      <span>${fillText(this.texts["token.signedIn"], { label: this.kept.label })}</span>
      <button type="button" class="link" @click=${forgetToken}>
        ${this.texts["token.forget"]}
      </button>
    </p>`;
  }

  readonly #read = () => {
    this.kept = readToken();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-signed-in": KursSignedIn;
  }
}
