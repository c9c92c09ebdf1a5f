import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { addressOfExample, shownExamples } from "../../server/contract/examples.ts";
import { paths } from "../../server/contract/paths.ts";
import { get } from "../api/get.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { codeStyles } from "../styles/code.styles.ts";
import { type ApiDocument, endpointGroups, problemKinds } from "./api-document.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import "../components/kurs-endpoint.ts";
import "../components/kurs-problem-list.ts";
import "./kurs-api-example.ts";

const facts = ["formats", "digits", "versions", "caching", "origins", "limits"] as const;

/** How programs read the figures: examples that can be changed and run, every endpoint, and what can go wrong. */
@customElement("kurs-api-page")
export class KursApiPage extends KursPage {
  static override styles = [
    KursPage.styles,
    codeStyles,
    css`
      .facts {
        display: grid;
        gap: var(--kurs-space-2) var(--kurs-space-5);
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr));
      }
      .facts li {
        border-left: 3px solid var(--kurs-border);
        padding-left: var(--kurs-space-3);
      }
      .examples {
        display: grid;
        align-items: start;
        gap: var(--kurs-space-4);
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 32rem), 1fr));
      }
      .examples > * {
        min-width: 0;
      }
      .waiting {
        min-height: 40rem;
      }
      .base {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @state() private codeLanguage = "curl";

  readonly #document = new KeptTask(this, {
    args: () => [] as const,
    task: async (_, { signal }) => (await get("openApi", {}, {}, signal)) as unknown as ApiDocument,
  });

  protected override get heading() {
    return this.texts["api.title"];
  }

  override render() {
    const { texts } = this;
    const { kept, error } = this.#document;
    return html`<div class="stack">
      <div class="stack close">
        ${this.renderHeading()}
        <p>${texts["api.intro"]}</p>
        <p class="base">${texts["api.base"]}: <code>${location.origin}/api/v1</code></p>
        <p><a href=${paths.openApi}>${texts["api.reference"]}</a></p>
        <ul class="facts quiet">
          ${facts.map((fact) => html`<li>${texts[`apiFact.${fact}`]}</li>`)}
        </ul>
      </div>
      ${this.renderEmptyHint()} ${this.#renderExamples()}
      ${this.renderProblem(error, () => this.#document.run())}
      ${kept ? this.#renderReference(kept) : html`<div class="waiting">${error === undefined ? this.renderLoading() : nothing}</div>`}
    </div>`;
  }

  #renderExamples() {
    const { texts } = this;
    return html`<h2>${texts["api.examples"]}</h2>
      <div class="examples" @kurs-choose=${this.#chooseLanguage}>
        ${shownExamples.map(
          (example) =>
            html`<kurs-api-example
              .texts=${texts}
              .heading=${texts[`example.${example.name}`]}
              .why=${texts[`exampleWhy.${example.name}`]}
              .address=${addressOfExample(example)}
              .language=${this.codeLanguage}
            ></kurs-api-example>`,
        )}
      </div>`;
  }

  #renderReference(document: ApiDocument) {
    const { texts } = this;
    return html`<div class="stack close">
        <h2>${texts["api.endpoints"]}</h2>
        <p class="quiet">${texts["api.inEnglish"]}</p>
      </div>
      ${endpointGroups(document).map(
        ({ name, description, endpoints }) =>
          html`<section class="card stack close">
            <h3 lang="en">${name}</h3>
            <p class="quiet" lang="en">${description}</p>
            <div>
              ${endpoints.map(
                (endpoint) =>
                  html`<kurs-endpoint .texts=${texts} .endpoint=${endpoint}></kurs-endpoint>`,
              )}
            </div>
          </section>`,
      )}
      <h2>${texts["api.problems"]}</h2>
      <p>${texts["api.problemsIntro"]}</p>
      <kurs-problem-list
        class="card"
        .texts=${texts}
        .problems=${problemKinds(document)}
      ></kurs-problem-list>`;
  }

  #chooseLanguage({ detail }: CustomEvent<{ value: string }>) {
    this.codeLanguage = detail.value;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-api-page": KursApiPage;
  }
}
