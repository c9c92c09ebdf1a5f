import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Mapping } from "../../server/contract/mapping.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { askFields, textFields } from "../styles/import.styles.ts";
import type { Columns } from "./column-choice.ts";
import { KursElement } from "./kurs-element.ts";
import type { DimensionChoice, Named } from "./named.ts";
import { choiceOf, type MappingChoice, mappingOf } from "./mapping-choice.ts";
import {
  columnOptions,
  decimalOptions,
  delimiterOptions,
  encodingOptions,
  nominalOptions,
  type Option,
  placeOptions,
} from "./mapping-options.ts";
import { mappingFormStyles } from "./mapping-form.styles.ts";
import { selectField, textIn } from "./select-field.ts";
import "./kurs-mapping-json.ts";

type Part =
  "dataset" | "encoding" | "delimiter" | "decimal" | "period" | "value" | "nominal" | "status";

const formats = "YYYY-MM-DD DD.MM.YYYY DD/MM/YYYY MM/DD/YYYY YYYYMMDD YYYY-MM YYYY".split(" ");

/**
 * How the columns of a file are read, to be changed by selects, or as JSON.
 *
 * @fires kurs-mapping - The reader wants the file read so. Detail: `{ mapping }`.
 * @fires kurs-dataset - The reader chose another dataset, whose dimensions are wanted. Detail: `{ dataset }`.
 */
@customElement("kurs-mapping-form")
export class KursMappingForm extends KursElement {
  static override styles = [base, controls, fields, textFields, askFields, mappingFormStyles];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) mapping: Mapping = {};
  @property({ attribute: false }) columns: Columns = [];
  @property({ attribute: false }) datasets: readonly Named[] = [];
  @property({ attribute: false }) dimensions: readonly DimensionChoice[] = [];
  @state() private choice: MappingChoice = choiceOf({}, []);
  #key = "";

  /** A mapping that says the same is no reason to forget what the reader chose. */
  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has("mapping") && !changed.has("columns")) return;
    const key = JSON.stringify([this.mapping, this.columns]);
    if (key === this.#key) return;
    this.#key = key;
    this.choice = choiceOf(this.mapping, this.columns);
  }

  override render() {
    const { texts, choice, columns } = this;
    return html`<form @submit=${this.#submit}>
        <div class="grid">
          ${this.#renderPart("dataset", this.datasets.map(datasetOption))}
          ${this.#renderPart("encoding", encodingOptions(choice.encoding))}
          ${this.#renderPart("delimiter", delimiterOptions(texts))}
          ${this.#renderPart("decimal", decimalOptions(texts))} ${this.#renderDateFormat()}
          ${this.#renderPart("period", columnOptions(columns))}
          ${choice.wide === "" ? this.#renderPart("value", columnOptions(columns)) : nothing}
          ${this.#renderPart("nominal", nominalOptions(columns, texts, choice.nominal))}
          ${this.#renderPart("status", columnOptions(columns))}
          ${this.dimensions.map((one) => this.#renderDimension(one))}
        </div>
        ${this.#renderWide()}
        <p><button class="first">${texts["import.readSo"]}</button></p>
      </form>
      <kurs-mapping-json
        .texts=${texts}
        .mapping=${mappingOf(choice, this.mapping, columns)}
      ></kurs-mapping-json>`;
  }

  /** What no select can tell stays as the JSON has it. */
  #renderPart(part: Part, options: readonly Option[]) {
    const value = this.choice[part];
    if (value === null) return nothing;
    const { texts } = this;
    const wish = { label: texts[`importPart.${part}`], value, options };
    return selectField({ ...wish, empty: texts["import.leftToKurs"] }, (text) => {
      this.#set({ [part]: text });
      if (part === "dataset") this.#tell("kurs-dataset", { dataset: text });
    });
  }

  #renderDateFormat() {
    return html`<label class="ask">
        ${this.texts["importPart.dateFormat"]}
        <input
          type="text"
          list="formats"
          autocomplete="off"
          .value=${this.choice.dateFormat}
          @change=${(event: Event) => {
            this.#set({ dateFormat: textIn(event) });
          }}
        />
      </label>
      <datalist id="formats">
        ${formats.map((format) => html`<option value=${format}></option>`)}
      </datalist>`;
  }

  #renderDimension({ code, name, codes }: DimensionChoice) {
    const value = this.choice.dimensions[code] ?? "";
    if (this.choice.dimensions[code] === null || this.choice.wide === code) return nothing;
    const options = placeOptions(this.columns, codes, value, this.texts);
    const wish = { label: `${name} (${code})`, value, options };
    return selectField({ ...wish, empty: this.texts["import.leftToKurs"] }, (text) => {
      this.#set({ dimensions: { ...this.choice.dimensions, [code]: text } });
    });
  }

  /** Several columns of values, and the code that each stands for. */
  #renderWide() {
    const { texts, choice, dimensions } = this;
    if (choice.wide === null) return html`<p class="quiet">${texts["import.wideKept"]}</p>`;
    if (dimensions.length === 0) return nothing;
    const options = dimensions.map(({ code, name }): Option => [code, name]);
    const wish = { label: texts["import.wideTells"], value: choice.wide, options };
    return html`<fieldset>
      <legend>${texts["import.wide"]}</legend>
      ${selectField({ ...wish, empty: texts["import.leftToKurs"] }, (wide) => {
        this.#set({ wide });
      })}
      ${
        choice.wide === ""
          ? nothing
          : html`<div class="grid">${this.columns.map(({ name }) => this.#renderCode(name))}</div>`
      }
    </fieldset>`;
  }

  #renderCode(column: string) {
    return html`<label class="ask">
      ${fillText(this.texts["import.wideCode"], { column })}
      <input
        type="text"
        autocomplete="off"
        .value=${this.choice.codes[column] ?? ""}
        @change=${(event: Event) => {
          this.#set({ codes: { ...this.choice.codes, [column]: textIn(event) } });
        }}
      />
    </label>`;
  }

  #set(changes: Partial<MappingChoice>) {
    this.choice = { ...this.choice, ...changes };
  }

  #submit(event: Event) {
    event.preventDefault();
    this.#tell("kurs-mapping", { mapping: mappingOf(this.choice, this.mapping, this.columns) });
  }

  #tell(type: "kurs-mapping" | "kurs-dataset", detail: object) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

const datasetOption = ({ code, name }: Named): Option => [code, `${code} – ${name}`];

declare global {
  interface HTMLElementTagNameMap {
    "kurs-mapping-form": KursMappingForm;
  }
  interface HTMLElementEventMap {
    "kurs-dataset": CustomEvent<{ dataset: string }>;
  }
}
