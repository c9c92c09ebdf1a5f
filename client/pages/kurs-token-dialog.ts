import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiProblem } from "../api/api-problem.ts";
import { labelOfToken } from "../api/send.ts";
import { keepToken } from "../api/token.ts";
import { KursDialog } from "../components/kurs-dialog.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { dialogs } from "../styles/dialog.styles.ts";

/** Asks for a token, keeps one that is in force, and goes. `askToken` opens it. */
@customElement("kurs-token-dialog")
export class KursTokenDialog extends KursDialog<undefined> {
  static override styles = [
    base,
    controls,
    fields,
    dialogs,
    css`
      .token {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--kurs-space-2);
      }
      .token label {
        flex: 1;
        flex-direction: column;
        align-items: stretch;
        gap: var(--kurs-space-1);
        min-width: min(100%, 14rem);
      }
      button[aria-pressed="true"] {
        background: var(--kurs-surface-2);
        box-shadow: inset 0 -3px var(--kurs-ink);
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @state() private isShown = false;
  @state() private isAsking = false;
  @state() private fault = "";
  readonly #left = new AbortController();

  /** Whether a token was kept is asked of those that are kept. */
  protected override get answer() {
    return undefined;
  }

  protected override get first() {
    return this.renderRoot.querySelector("input");
  }

  override render() {
    const { texts, isShown, fault, isAsking } = this;
    return html`<dialog aria-labelledby="title" @close=${this.leave}>
      <form @submit=${this.#submit}>
        <h2 id="title">${texts["token.title"]}</h2>
        <p>${texts["token.what"]}</p>
        <ul class="quiet">
          <li>${texts["token.file"]} <code>DATA_DIR/token</code></li>
          <li>${texts["token.command"]} <code>npx kurs token add NAME</code></li>
        </ul>
        <div class="token">
          <label class="field"
            >${texts["token.label"]}
            <input
              type=${isShown ? "text" : "password"}
              name="token"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              required
              aria-invalid=${fault === "" ? "false" : "true"}
              aria-describedby="fault"
            />
          </label>
          <button
            type="button"
            aria-pressed=${isShown ? "true" : "false"}
            @click=${() => (this.isShown = !isShown)}
          >
            ${texts["token.show"]}
          </button>
        </div>
        <div id="fault" role="alert">
          ${fault === "" ? nothing : html`<p class="fault">${fault}</p>`}
        </div>
        <p class="quiet">${texts["token.kept"]}</p>
        <div class="buttons">
          <button class="first" ?disabled=${isAsking}>${texts["token.use"]}</button>
          <button type="button" @click=${this.close}>${texts["dialog.cancel"]}</button>
        </div>
      </form>
    </dialog>`;
  }

  async #submit(event: Event) {
    event.preventDefault();
    const token = this.first?.value.trim() ?? "";
    if (token === "" || this.isAsking) return;
    this.isAsking = true;
    this.fault = "";
    try {
      keepToken({ token, label: await labelOfToken(token, this.#left.signal) });
      this.close();
    } catch (error) {
      if (this.#left.signal.aborted) return;
      this.fault = this.#told(error);
      this.first?.focus();
    } finally {
      this.isAsking = false;
    }
  }

  #told(error: unknown): string {
    if (!(error instanceof ApiProblem)) return this.texts["problem.internal"];
    return error.kind === "unauthorized" ? this.texts["token.wrong"] : error.detail;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#left.abort();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-token-dialog": KursTokenDialog;
  }
}
