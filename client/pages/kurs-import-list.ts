import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ImportReport, Imports } from "../../server/contract/import-report.ts";
import { get } from "../api/get.ts";
import { KursElement } from "../components/kurs-element.ts";
import { formatNumber } from "../format/number.ts";
import { describeInstant } from "../format/period.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { countsText, hrefOfImport, nameOfFile, stateOfImport } from "./import-words.ts";
import { KeptTask } from "./kept-task.ts";
import { failureOf } from "./kurs-page.ts";
import "../components/kurs-loading.ts";
import "../components/kurs-problem.ts";

const pageSize = "20";

/** Every import, newest first: when, by whom, which file, what it changed, and whether it is in force. */
@customElement("kurs-import-list")
export class KursImportList extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-4);
        container-type: inline-size;
      }
      li {
        display: grid;
        grid-template-columns: 12rem minmax(0, 1fr) minmax(8rem, auto);
        gap: 0 var(--kurs-space-4);
        padding: var(--kurs-space-2) 0;
        border-bottom: 1px solid var(--kurs-grid);
        overflow-wrap: anywhere;
      }
      li:first-child {
        border-top: 1px solid var(--kurs-grid);
      }
      a {
        display: inline-block;
        padding: 1px 0;
      }
      .state {
        text-align: right;
      }
      @container (max-width: 40rem) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
        .state {
          text-align: left;
        }
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  /** Where the reader goes on; null is the newest. */
  @state() private cursor: string | null = null;

  readonly #imports: KeptTask<readonly [string | null], Imports> = new KeptTask(this, {
    args: () => [this.cursor] as const,
    task: async ([cursor], { signal }) => {
      const query = { limit: pageSize, ...(cursor !== null && { cursor }) };
      const { imports, next } = await get("imports", {}, query, signal);
      const before = cursor === null ? [] : (this.#imports.kept?.imports ?? []);
      return { imports: [...before, ...imports], next };
    },
  });

  override render() {
    const { texts } = this;
    const { kept, error } = this.#imports;
    return html`<h2>${texts["imports.title"]}</h2>
      ${kept ? this.#renderList(kept) : nothing}
      ${
        error === undefined
          ? kept
            ? nothing
            : html`<kurs-loading .texts=${texts}></kurs-loading>`
          : html`<kurs-problem
              .texts=${texts}
              .failure=${failureOf(error)}
              @kurs-retry=${() => this.#imports.run()}
            ></kurs-problem>`
      }`;
  }

  #renderList({ imports, next }: Imports) {
    const { texts } = this;
    if (imports.length === 0) return html`<p>${texts["imports.none"]}</p>`;
    return html`<ol>
        ${imports.map((report) => this.#renderImport(report))}
      </ol>
      ${
        next === null
          ? nothing
          : html`<p>
              <button type="button" @click=${() => (this.cursor = next)}>
                ${texts["imports.older"]}
              </button>
            </p>`
      }`;
  }

  #renderImport(report: ImportReport) {
    const { id, at, by } = report;
    const { texts, locale } = this;
    if (id === null) return nothing;
    return html`<li>
      <span>
        <a href=${hrefOfImport(locale.language, id)}
          >${fillText(texts["imports.one"], { id: String(id) })}</a
        ><br /><span class="quiet number"
          >${at === null ? "" : html`<time datetime=${at}>${describeInstant(at, locale)}</time>`}</span
        >
      </span>
      <span>
        ${nameOfFile(report, this)}<br /><span class="quiet number"
          >${this.#countsOf(report)} · ${fillText(texts["imports.by"], { by })}</span
        >
      </span>
      <span class="quiet state">${stateOfImport(report, this)}</span>
    </li>`;
  }

  #countsOf(report: ImportReport): string {
    const { rejected } = report.counts;
    const count = formatNumber(rejected, this.locale, 0);
    const told = rejected > 0 ? `, ${fillText(this.texts["imports.rejected"], { count })}` : "";
    return countsText(report, this) + told;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-import-list": KursImportList;
  }
}
