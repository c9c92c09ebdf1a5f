import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { askFields, textFields } from "../styles/import.styles.ts";
import type { Columns } from "./column-choice.ts";
import type { Question } from "./import-asked.ts";
import type { DimensionChoice, Named } from "./named.ts";
import { columnAnswers, type Option, placeOptions, valueName } from "./mapping-options.ts";
import { KursElement } from "./kurs-element.ts";

/**
 * Asks what a file leaves open, with what speaks for each answer.
 *
 * @fires kurs-answers - The reader answered. Detail: `{ answers }`, by the parts asked for.
 */
@customElement("kurs-import-questions")
export class KursImportQuestions extends KursElement {
  static override styles = [
    base,
    controls,
    fields,
    textFields,
    askFields,
    css`
      form {
        display: flex;
        flex-direction: column;
        align-items: start;
        gap: var(--kurs-space-4);
      }
      fieldset,
      .ask {
        width: 100%;
      }
      .hint {
        display: block;
        color: var(--kurs-ink-2);
        font-size: var(--kurs-text-s);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) questions: readonly Question[] = [];
  @property({ attribute: false }) columns: Columns = [];
  @property({ attribute: false }) sample: readonly string[] = [];
  @property({ attribute: false }) sources: readonly Named[] = [];
  @property({ attribute: false }) datasets: readonly Named[] = [];
  @property({ attribute: false }) dimensions: readonly DimensionChoice[] = [];

  override render() {
    const hasHints = this.questions.some(({ choices }) =>
      choices.some(({ hint }) => this.sample.some((line) => line.endsWith(hint) && hint !== "")),
    );
    return html`<form @submit=${this.#submit}>
      ${
        this.sample.length === 0 || hasHints
          ? nothing
          : html`<div class="ask">
              <p>${this.texts["import.sample"]}</p>
              <pre tabindex="0" role="region" aria-label=${this.texts["import.sample"]}>
${this.sample.join("\n")}</pre>
            </div>`
      }
      ${this.questions.map((question) => this.#renderQuestion(question))}
      <button class="first">${this.texts["import.readAgain"]}</button>
    </form>`;
  }

  #renderQuestion(question: Question) {
    switch (question.form) {
      case "choice":
        return this.#renderChoice(question);
      case "source":
        return this.#renderSource(question.part);
      case "dataset":
        return this.#renderSelect(question.part, this.#datasetOptions(question));
      case "column":
        return this.#renderSelect(question.part, columnAnswers(question, this.columns, this.texts));
      case "place":
        return this.#renderPlace(question.part);
      case "text":
        return this.#renderText(question.part, this.#nameOf(question.part), "", true);
    }
  }

  #renderChoice({ part, choices }: Question) {
    return html`<fieldset>
      <legend>${this.#nameOf(part)}</legend>
      ${choices.map(
        ({ value, hint }, at) =>
          html`<label class="tick">
            <input
              type="radio"
              name=${part}
              value=${value}
              required
              ?checked=${part === "encoding" && at === 0}
            />
            <span
              >${valueName(value, this.texts)}
              ${hint === "" ? nothing : html`<span class="hint">${hint}</span>`}</span
            >
          </label>`,
      )}
    </fieldset>`;
  }

  #renderSource(part: string) {
    return html`${this.#renderText(part, this.#nameOf("source"), "sources", true)}
      <datalist id="sources">
        ${this.sources.map(({ code, name }) => html`<option value=${code}>${name}</option>`)}
      </datalist>
      <p class="quiet">${this.texts["import.newSource"]}</p>`;
  }

  #renderText(part: string, label: string, list: string, required: boolean) {
    return html`<label class="ask">
      ${label}
      <input
        type="text"
        name=${part}
        list=${list || nothing}
        autocomplete="off"
        spellcheck="false"
        ?required=${required}
      />
    </label>`;
  }

  #renderSelect(part: string, options: readonly Option[], required = true) {
    return html`<label class="ask">
      ${this.#nameOf(part)}
      <select name=${part} ?required=${required}>
        <option value="">${this.texts["import.choose"]}</option>
        ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
      </select>
    </label>`;
  }

  /** A column, or one code for every row; of a dimension that has no list of codes, any code. */
  #renderPlace(part: string) {
    const codes = this.#dimensionOf(part)?.codes ?? [];
    const options = placeOptions(this.columns, codes, "", this.texts);
    // Where a file leaves two dimensions open, one of them may be told by the headers.
    return html`${this.#renderSelect(part, options, false)}
    ${codes.length > 0 ? nothing : this.#renderText(`${part}=`, this.texts["import.orAlways"], "", false)}`;
  }

  #dimensionOf(part: string): DimensionChoice | undefined {
    return this.dimensions.find(({ code }) => part === `dimensions.${code}`);
  }

  #datasetOptions({ choices }: Question): Option[] {
    return choices.map(({ value }) => {
      const known = this.datasets.find(({ code }) => code === value);
      return [value, known ? `${value} – ${known.name}` : value];
    });
  }

  #nameOf(part: string): string {
    const key = `importPart.${part}` as keyof AllStrings;
    if (Object.hasOwn(this.texts, key)) return this.texts[key];
    const name = this.#dimensionOf(part)?.name ?? part.replace("dimensions.", "");
    return fillText(this.texts["import.partOther"], { part: name });
  }

  #submit(event: SubmitEvent) {
    event.preventDefault();
    const answers: Record<string, string> = {};
    for (const [name, text] of new FormData(event.target as HTMLFormElement)) {
      if (typeof text !== "string" || text.trim() === "") continue;
      if (name.endsWith("=")) answers[name.slice(0, -1)] ??= `always ${text.trim()}`;
      else answers[name] = text;
    }
    this.dispatchEvent(new CustomEvent("kurs-answers", { detail: { answers }, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-import-questions": KursImportQuestions;
  }
  interface HTMLElementEventMap {
    "kurs-answers": CustomEvent<{ answers: Record<string, string> }>;
  }
}
