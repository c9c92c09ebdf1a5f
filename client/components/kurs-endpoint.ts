import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { codeStyles } from "../styles/code.styles.ts";
import { codeSpans } from "./code-spans.ts";
import { endpointStyles } from "./endpoint.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** An endpoint in words, and what it takes. */
export interface ShownEndpoint {
  method: string;
  path: string;
  summary: string;
  description: string;
  needsToken: boolean;
  parameters: readonly ShownParameter[];
}

interface ShownParameter {
  name: string;
  type: string;
  example: string;
  isRequired: boolean;
  defaultText: string;
  description: string;
}

/** An endpoint of the API: closed, its address and what it is for; open, its parameters. Its own words are English. */
@customElement("kurs-endpoint")
export class KursEndpoint extends KursElement {
  static override styles = [base, codeStyles, endpointStyles];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) endpoint: ShownEndpoint | null = null;

  override render() {
    if (!this.endpoint) return nothing;
    const { method, path, summary, description, needsToken, parameters } = this.endpoint;
    const { texts } = this;
    return html`<details>
      <summary>
        <code class="method">${method}</code>
        <code class="path">${path}</code>
        <span class="summary quiet" lang="en">${summary}</span>
      </summary>
      <div class="body">
        ${needsToken ? html`<p class="quiet">${texts["api.needsToken"]}</p>` : nothing}
        ${description
          .split("\n\n")
          .filter((paragraph) => paragraph !== "")
          .map((paragraph) => html`<p lang="en">${codeSpans(paragraph)}</p>`)}
        ${
          parameters.length === 0
            ? html`<p class="quiet">${texts["api.noParameters"]}</p>`
            : this.#renderParameters(parameters, `${method} ${path}`)
        }
      </div>
    </details>`;
  }

  #renderParameters(parameters: ShownEndpoint["parameters"], name: string) {
    const { texts } = this;
    return html`<div
      class="scroll"
      role="region"
      tabindex="0"
      aria-label=${`${texts["api.parameters"]}: ${name}`}
    >
      <table role="table">
        <thead>
          <tr role="row">
            <th role="columnheader" scope="col">${texts["api.parameter"]}</th>
            <th role="columnheader" scope="col">${texts["api.type"]}</th>
            <th role="columnheader" scope="col">${texts["api.default"]}</th>
            <th role="columnheader" scope="col">${texts["api.meaning"]}</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map((parameter) => this.#renderParameter(parameter))}
        </tbody>
      </table>
    </div>`;
  }

  #renderParameter({ name, type, example, isRequired, defaultText, description }: ShownParameter) {
    const { texts } = this;
    const standard = isRequired ? texts["api.required"] : html`<code>${defaultText}</code>`;
    const shown = isRequired ? "" : defaultText === "" ? "none" : "default";
    return html`<tr role="row">
      <th role="rowheader" scope="row"><code>${name}</code></th>
      <td role="cell">
        <code>${type}</code>
        ${
          example === ""
            ? nothing
            : html`<br /><span class="quiet">${texts["api.forExample"]}</span>
                <code>${example}</code>`
        }
      </td>
      <td role="cell" class=${shown} data-label=${texts["api.default"]}>${standard}</td>
      <td role="cell" lang="en">${codeSpans(description)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-endpoint": KursEndpoint;
  }
}
