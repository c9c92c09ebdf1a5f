import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { LaterElement } from "./later-element.ts";
import { saveFile } from "./save-file.ts";
import "./kurs-copy.ts";

/** What is shown as files, and the address that gives it to a program. */
@customElement("kurs-download-menu")
export class KursDownloadMenu extends LaterElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-3);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-2);
      }
      .address {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--kurs-space-1) var(--kurs-space-3);
      }
      .address p {
        flex-basis: 100%;
      }
      .address a {
        flex: 1;
        min-width: min(100%, 12rem);
        padding: var(--kurs-space-1) 0;
      }
      code {
        font-size: var(--kurs-text-s);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** The address of what is shown as CSV; empty where it is no one file. */
  @property() csv = "";
  /** The address of the same as JSON. */
  @property() json = "";
  /** What the files are called, without their endings. */
  @property() name = "kurs";
  /** Makes the picture; null where there is none. */
  @property({ attribute: false }) png: (() => Promise<Blob>) | null = null;
  @state() private hasFailed = false;

  override render() {
    const { texts } = this;
    return html`<ul>
        ${this.csv === "" ? nothing : this.#renderFiles()}
        ${
          this.png &&
          html`<li>
            <button type="button" @click=${this.#keepPng}>${texts["download.png"]}</button>
          </li>`
        }
      </ul>
      ${this.hasFailed ? html`<p role="alert">${texts["download.failed"]}</p>` : nothing}
      ${this.json === "" ? nothing : this.#renderAddress()}`;
  }

  #renderFiles() {
    const { texts } = this;
    return html`<li>
        <a class="button" href=${this.csv} download=${`${this.name}.csv`}
          >${texts["download.csv"]}</a
        >
      </li>
      <li>
        <a
          class="button"
          href=${forSpreadsheets(this.csv)}
          title=${texts["download.spreadsheetNote"]}
          download=${`${this.name}-semicolons.csv`}
          >${texts["download.spreadsheet"]}</a
        >
      </li>
      <li>
        <a class="button" href=${this.json} download=${`${this.name}.json`}
          >${texts["download.json"]}</a
        >
      </li>`;
  }

  #renderAddress() {
    const address = new URL(this.json, location.href).href;
    return html`<div class="address">
      <p class="quiet">${this.texts["download.api"]}</p>
      <a href=${this.json}><code>${address}</code></a>
      <kurs-copy .texts=${this.texts} .text=${address}></kurs-copy>
    </div>`;
  }

  async #keepPng() {
    this.hasFailed = false;
    try {
      if (this.png) saveFile(await this.png(), `${this.name}.png`);
    } catch (error) {
      this.hasFailed = true;
      throw error;
    }
  }
}

/** The CSV with what spreadsheets expect where a comma is the decimal mark. */
const forSpreadsheets = (csv: string) => `${csv}${csv.includes("?") ? "&" : "?"}sep=%3B&decimal=,`;

declare global {
  interface HTMLElementTagNameMap {
    "kurs-download-menu": KursDownloadMenu;
  }
}
