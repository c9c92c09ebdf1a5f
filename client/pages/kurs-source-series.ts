import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { addressOf, get } from "../api/get.ts";
import { KursElement } from "../components/kurs-element.ts";
import type { Language } from "../../server/contract/language.ts";
import { base } from "../styles/base.styles.ts";
import { KeptTask } from "./kept-task.ts";
import { failureOf } from "./kurs-page.ts";
import { addressOfPage } from "./route.ts";
import "../components/kurs-loading.ts";
import "../components/kurs-problem.ts";

const most = "200";

/** The series of one source, each leading to its page. They are asked for when the reader opens the list. */
@customElement("kurs-source-series")
export class KursSourceSeries extends KursElement {
  static override styles = [
    base,
    css`
      summary {
        cursor: pointer;
        width: fit-content;
        min-height: 1.75rem;
      }
      li {
        padding: var(--kurs-space-1) 0;
        font-size: var(--kurs-text-m);
      }
      li a {
        display: inline-block;
        min-height: 24px;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() source = "";
  @property() language: Language = "en";
  @state() private opened = false;

  readonly #series = new KeptTask(this, {
    args: () => [this.opened, this.source, this.language] as const,
    task: async ([opened, source, lang], { signal }) =>
      opened ? get("seriesList", {}, { source, lang, limit: most }, signal) : undefined,
  });

  override render() {
    const { kept, error } = this.#series;
    const { texts } = this;
    return html`<details @toggle=${this.#toggle}>
      <summary>${texts["sources.itsSeries"]}</summary>
      ${
        error === undefined
          ? nothing
          : html`<kurs-problem
              .texts=${texts}
              .failure=${failureOf(error)}
              @kurs-retry=${() => this.#series.run()}
            ></kurs-problem>`
      }
      ${
        kept
          ? html`<ul>
                ${kept.series.map(
                  ({ dataset, key, title }) =>
                    html`<li>
                      <a href=${addressOfPage(this.language, { name: "series", dataset, key })}
                        >${title}</a
                      >
                    </li>`,
                )}
              </ul>
              ${kept.next === null ? nothing : this.#renderMore()}`
          : html`<kurs-loading .texts=${texts}></kurs-loading>`
      }
    </details>`;
  }

  #renderMore() {
    const href = addressOf("seriesList", {}, { source: this.source, lang: this.language });
    return html`<p class="quiet"><a href=${href}>${this.texts["sources.moreSeries"]}</a></p>`;
  }

  #toggle({ target }: Event) {
    if (target instanceof HTMLDetailsElement && target.open) this.opened = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-source-series": KursSourceSeries;
  }
}
