import { Task } from "@lit/task";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ApiProblem } from "../api/api-problem.ts";
import { ask } from "../api/ask.ts";
import { KursElement } from "../components/kurs-element.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base, card } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { codeSamples } from "./code-samples.ts";
import "../components/kurs-code.ts";
import "../components/kurs-loading.ts";
import "../components/kurs-problem.ts";
import "../components/kurs-reply.ts";

/** A question to the API that the reader may change, with the code that asks it, and, once asked, its answer. */
@customElement("kurs-api-example")
export class KursApiExample extends KursElement {
  static override styles = [
    base,
    card,
    controls,
    css`
      .card {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-3);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--kurs-space-2);
      }
      label {
        flex: 1 1 16rem;
        min-width: 0;
      }
      textarea {
        display: block;
        width: 100%;
        font: inherit;
        font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
        font-size: var(--kurs-text-s);
        line-height: 1.5;
        field-sizing: content;
        min-height: 2.125rem;
        padding: var(--kurs-space-1) var(--kurs-space-2);
        color: var(--kurs-ink);
        background: var(--kurs-surface);
        border: 1px solid var(--kurs-rule);
        border-radius: var(--kurs-radius-control);
        resize: vertical;
        overflow-wrap: anywhere;
      }
      .run {
        background: var(--kurs-ink);
        border-color: var(--kurs-ink);
        color: var(--kurs-surface);
      }
      .run:hover {
        background: var(--kurs-ink-2);
      }
      .wrong {
        color: var(--kurs-error);
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property() heading = "";
  @property() why = "";
  /** Path and query to begin with. */
  @property() address = "";
  /** The language of the code, as `codeSamples` names it. */
  @property() language = "curl";
  @state() private edited: string | null = null;

  readonly #answer = new Task(this, {
    autoRun: false,
    task: ([address]: [string], { signal }) => ask(address, signal),
  });

  override render() {
    const { texts } = this;
    const written = this.edited ?? this.address;
    const here = addressHere(written);
    const samples = codeSamples(`${location.origin}${here ?? this.address}`);
    return html`<section class="card">
      <h3>${this.heading}</h3>
      <p>${this.why}</p>
      <form @submit=${this.#run}>
        <label>
          <span class="quiet">${texts["api.address"]}</span>
          <textarea
            rows="2"
            spellcheck="false"
            autocapitalize="off"
            aria-invalid=${here === null ? "true" : "false"}
            .value=${written}
            @input=${this.#edit}
            @keydown=${this.#runOnEnter}
          ></textarea>
        </label>
        <button type="submit" class="run" ?disabled=${here === null}>
          ${texts["api.run"]}<span class="spoken">: ${this.heading}</span>
        </button>
        ${
          written === this.address
            ? nothing
            : html`<button type="button" @click=${this.#reset}>${texts["api.reset"]}</button>`
        }
      </form>
      ${here === null ? html`<p class="wrong" role="alert">${texts["api.notHere"]}</p>` : nothing}
      <kurs-code
        .texts=${texts}
        .samples=${samples}
        .chosen=${this.language}
        .label=${this.heading}
      ></kurs-code>
      <div aria-live="polite">${this.#renderAnswer()}</div>
    </section>`;
  }

  #renderAnswer() {
    const { texts } = this;
    return this.#answer.render({
      pending: () => html`<kurs-loading .texts=${texts}></kurs-loading>`,
      complete: (reply) => html`<kurs-reply .texts=${texts} .reply=${reply}></kurs-reply>`,
      error: (error) =>
        html`<kurs-problem
          .texts=${texts}
          .failure=${error instanceof ApiProblem ? error : null}
          @kurs-retry=${this.#run}
        ></kurs-problem>`,
    });
  }

  #edit({ target }: Event) {
    if (target instanceof HTMLTextAreaElement) this.edited = target.value;
  }

  #reset() {
    this.edited = null;
  }

  /** An address has one line, so Enter asks. */
  #runOnEnter(event: KeyboardEvent) {
    if (event.key === "Enter") this.#run(event);
  }

  #run(event: Event) {
    event.preventDefault();
    const here = addressHere(this.edited ?? this.address);
    if (here !== null) void this.#answer.run([here]);
  }
}

/** The path and query of an address of this server; null for any other. */
function addressHere(written: string): string | null {
  try {
    const { origin, pathname, search } = new URL(written.trim(), location.origin);
    return origin === location.origin ? pathname + search : null;
  } catch {
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-api-example": KursApiExample;
  }
}
