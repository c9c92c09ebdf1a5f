import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { textFields } from "../styles/import.styles.ts";
import { KursElement } from "./kurs-element.ts";
import { saveFile } from "./save-file.ts";

const taken = /\.(csv|tsv|txt|gz)$/i;
const template = "date,base,quote,rate\n2026-11-20,USD,KGS,87.4500\n2026-11-20,EUR,KGS,95.1200\n";

/**
 * Takes a table: chosen, dropped anywhere on the page, or pasted. Says which kinds are taken where it is another.
 *
 * @fires kurs-file - The reader gave a file. Detail: `{ file }`.
 */
@customElement("kurs-file-choice")
export class KursFileChoice extends KursElement {
  static override styles = [
    base,
    controls,
    textFields,
    css`
      .drop {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--kurs-space-3);
        padding: var(--kurs-space-6) var(--kurs-space-4);
        text-align: center;
        border: 2px dashed var(--kurs-rule);
        border-radius: var(--kurs-radius-card);
        background: var(--kurs-surface-2);
      }
      .over {
        border-color: var(--kurs-focus);
      }
      .drop label {
        min-height: 2.75rem;
      }
      input:focus-visible + label {
        outline: 2px solid var(--kurs-focus);
        outline-offset: 2px;
      }
      .below {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-3) var(--kurs-space-5);
        margin-top: var(--kurs-space-4);
      }
      details {
        flex: 1 1 20rem;
      }
      details button {
        margin-top: var(--kurs-space-2);
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @state() private refused = "";
  @state() private isOver = false;

  override connectedCallback() {
    super.connectedCallback();
    addEventListener("dragover", this.#over);
    addEventListener("dragleave", this.#leave);
    addEventListener("drop", this.#drop);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("dragover", this.#over);
    removeEventListener("dragleave", this.#leave);
    removeEventListener("drop", this.#drop);
  }

  override render() {
    const { texts } = this;
    return html`<div class=${this.isOver ? "drop over" : "drop"}>
        <input
          id="file"
          class="spoken"
          type="file"
          accept=".csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values,text/plain,application/gzip"
          aria-describedby="kinds"
          @change=${this.#choose}
        />
        <label for="file" class="button first">${texts["import.chooseFile"]}</label>
        <p>${texts["import.orDrop"]}</p>
        <p id="kinds" class="quiet">${texts["import.kinds"]}</p>
        <div role="alert">
          ${this.refused === "" ? nothing : html`<p class="fault">${this.refused}</p>`}
        </div>
      </div>
      <div class="below">
        <details>
          <summary>${texts["import.paste"]}</summary>
          <form @submit=${this.#paste}>
            <label for="text">${texts["import.pasteLabel"]}</label>
            <textarea id="text" rows="6" spellcheck="false" required></textarea>
            <button>${texts["import.pasteRead"]}</button>
          </form>
        </details>
        <p>
          <button type="button" class="link" @click=${this.#saveTemplate}>
            ${texts["import.template"]}
          </button>
        </p>
      </div>`;
  }

  readonly #over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.isOver = true;
  };

  readonly #leave = () => {
    this.isOver = false;
  };

  readonly #drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.isOver = false;
    this.#give(file);
  };

  #choose(event: Event) {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    // The same file may be chosen again, mended.
    field.value = "";
    if (file) this.#give(file);
  }

  #paste(event: Event) {
    event.preventDefault();
    const text = this.renderRoot.querySelector("textarea")?.value ?? "";
    if (text.trim() !== "") this.#give(new File([text], "pasted.csv", { type: "text/csv" }));
  }

  #give(file: File) {
    const isTable = taken.test(file.name) || file.type.startsWith("text/csv");
    this.refused = isTable ? "" : fillText(this.texts["import.wrongKind"], { name: file.name });
    if (!isTable) return;
    this.dispatchEvent(new CustomEvent("kurs-file", { detail: { file }, bubbles: true }));
  }

  #saveTemplate() {
    saveFile(new Blob([template], { type: "text/csv" }), "kurs-template.csv");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-file-choice": KursFileChoice;
  }
  interface HTMLElementEventMap {
    "kurs-file": CustomEvent<{ file: File }>;
  }
}
