import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ImportPreview, RowProblem } from "../../server/contract/import-report.ts";
import { formatNumber } from "../format/number.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { textFields } from "../styles/import.styles.ts";
import { tables } from "../styles/table.styles.ts";
import { errorsCsv } from "./errors-csv.ts";
import { importProblemStyles } from "./import-problem.styles.ts";
import { KursElement } from "./kurs-element.ts";
import { saveFile } from "./save-file.ts";

const pageLength = 100;

/** What is wrong with the rows of a file, as a table that can be narrowed to one kind, and kept as a file. */
@customElement("kurs-import-problems")
export class KursImportProblems extends KursElement {
  static override styles = [base, controls, fields, tables, textFields, importProblemStyles];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) problems: readonly RowProblem[] = [];
  @property({ attribute: false }) codes: ImportPreview["codes"] = [];
  @property({ attribute: false }) lines: ImportPreview["lines"] = [];
  /** How many there are in the file; the table may have fewer. */
  @property({ type: Number }) total = 0;
  /** The one kind that is shown; empty for all. */
  @property() code = "";
  @state() private shown = pageLength;

  override render() {
    const { texts } = this;
    const found = this.problems.filter(({ code }) => this.code === "" || code === this.code);
    const rest = found.length - this.shown;
    return html`<div class="row">
        <label class="field"
          >${texts["import.filter"]}
          <select .value=${this.code} @change=${this.#filter}>
            <option value="">${texts["import.allProblems"]}</option>
            ${this.codes.map(
              ({ code, count }) =>
                html`<option value=${code} ?selected=${code === this.code}>
                  ${texts[`importCode.${code}`]} (${this.#count(count)})
                </option>`,
            )}
          </select>
        </label>
        <button type="button" @click=${this.#save}>${texts["import.errorsFile"]}</button>
      </div>
      ${
        this.total > this.problems.length
          ? html`<p class="warned">
              ${fillText(texts["import.onlyFirst"], {
                shown: this.#count(this.problems.length),
                total: this.#count(this.total),
              })}
            </p>`
          : nothing
      }
      ${this.#renderTable(found.slice(0, this.shown))}
      ${
        rest > 0
          ? html`<p>
              <button type="button" @click=${this.#showMore}>
                ${fillText(texts["import.more"], { count: this.#count(Math.min(rest, pageLength)) })}
              </button>
            </p>`
          : nothing
      }`;
  }

  #renderTable(problems: readonly RowProblem[]) {
    const { texts } = this;
    return html`<div
      class="region"
      role="region"
      tabindex="0"
      aria-label=${texts["import.problems"]}
    >
      <table>
        <caption class="spoken">
          ${texts["import.problems"]}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="figure">${texts["imports.line"]}</th>
            <th scope="col">${texts["imports.column"]}</th>
            <th scope="col">${texts["imports.written"]}</th>
            <th scope="col">${texts["import.kind"]}</th>
            <th scope="col">${texts["imports.message"]}</th>
          </tr>
        </thead>
        <tbody>
          ${problems.map((problem) => this.#renderRow(problem))}
        </tbody>
      </table>
    </div>`;
  }

  #renderRow({ line, column, text, code, severity, message }: RowProblem) {
    return html`<tr>
      <th scope="row" class="figure">${this.#count(line)}</th>
      <td>${column ?? "—"}</td>
      <td>${text === null ? "—" : html`<code>${text}</code>`}</td>
      <td class=${severity}>
        ${this.texts[`severity.${severity}`]}: ${this.texts[`importCode.${code}`]}
      </td>
      <td class="wrapped" lang="en">${message}</td>
    </tr>`;
  }

  #filter(event: Event) {
    this.code = (event.target as HTMLSelectElement).value;
    this.shown = pageLength;
  }

  #showMore() {
    this.shown += pageLength;
  }

  #save() {
    const text = errorsCsv(this.problems, this.lines);
    saveFile(new Blob([text], { type: "text/csv" }), "errors.csv");
  }

  #count(count: number): string {
    return formatNumber(count, this.locale, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-import-problems": KursImportProblems;
  }
}
