import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { EventsImported } from "../../server/contract/event.ts";
import type { ProblemError } from "../../server/contract/problem.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { send } from "../api/send.ts";
import { KursDialog } from "../components/kurs-dialog.ts";
import type { Failure } from "../components/kurs-problem.ts";
import { formatNumber } from "../format/number.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { dialogs } from "../styles/dialog.styles.ts";
import { withToken } from "./ask-token.ts";
import { failureOf } from "./kurs-page.ts";
import "../components/kurs-problem.ts";

const columns = [
  "start",
  "end",
  "countries",
  "kind",
  "title",
  "text",
  "source_name",
  "source_url",
  "lang",
] as const;

/**
 * Takes a CSV file of events, and says what it brought or which lines are to be mended; it comes to true where a file was
 * taken. `importEventFile` opens it.
 */
@customElement("kurs-events-file-dialog")
export class KursEventsFileDialog extends KursDialog<boolean> {
  static override styles = [
    base,
    controls,
    fields,
    dialogs,
    css`
      label {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-1);
        font-size: var(--kurs-text-m);
      }
      input {
        padding: var(--kurs-space-1) var(--kurs-space-2);
        min-width: 0;
        width: 100%;
      }
      .done {
        color: var(--kurs-ok);
        background: var(--kurs-ok-surface);
        border-radius: var(--kurs-radius-control);
        padding: var(--kurs-space-2) var(--kurs-space-3);
      }
      .lines {
        max-height: 16rem;
        overflow: auto;
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @state() private isSending = false;
  @state() private imported: EventsImported | null = null;
  @state() private faults: readonly ProblemError[] = [];
  @state() private failure: Failure | null = null;
  #hasWritten = false;

  protected override get answer() {
    return this.#hasWritten;
  }

  override render() {
    const { texts } = this;
    return html`<dialog aria-labelledby="title" @close=${this.leave}>
      <form @submit=${this.#submit}>
        <h2 id="title">${texts["eventsFile.title"]}</h2>
        <p>${texts["eventsFile.what"]}</p>
        <p class="quiet">
          <code>${columns.map((name, i) => html`${i > 0 ? "," : ""}<wbr />${name}`)}</code>
        </p>
        <label
          >${texts["eventsFile.file"]}
          <input
            type="file"
            required
            accept=".csv,.gz,text/csv,application/gzip"
            @change=${this.#forget}
          />
        </label>
        <div role="status">${this.#renderImported()}</div>
        <div role="alert">${this.#renderFaults()}</div>
        ${
          this.failure
            ? html`<kurs-problem
                .texts=${texts}
                .failure=${this.failure}
                @kurs-retry=${this.#send}
              ></kurs-problem>`
            : nothing
        }
        <div class="buttons">
          <button class="first" ?disabled=${this.isSending}>${texts["eventsFile.import"]}</button>
          <button type="button" @click=${this.close}>${texts["receipt.close"]}</button>
        </div>
      </form>
    </dialog>`;
  }

  #renderImported() {
    if (!this.imported) return nothing;
    const number = (count: number) => formatNumber(count, this.locale, 0);
    const { added, translated, unchanged } = this.imported;
    const counts = {
      added: number(added),
      translated: number(translated),
      unchanged: number(unchanged),
    };
    return html`<p class="done">${fillText(this.texts["eventsFile.done"], counts)}</p>`;
  }

  #renderFaults() {
    if (this.faults.length === 0) return nothing;
    const { texts, locale } = this;
    return html`<div class="fault">
      <p>${texts["eventsFile.refused"]}</p>
      <ul class="lines" tabindex="0" aria-label=${texts["imports.problems"]}>
        ${this.faults.map(
          ({ line, message }) =>
            html`<li>
              ${
                line === undefined
                  ? nothing
                  : html`<b
                        >${fillText(texts["eventsFile.line"], { line: formatNumber(line, locale, 0) })}</b
                      >: `
              }<span lang="en">${message}</span>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  /** What was said is of the file before. */
  #forget() {
    this.imported = null;
    this.faults = [];
    this.failure = null;
  }

  #submit(event: Event) {
    event.preventDefault();
    void this.#send();
  }

  readonly #send = async () => {
    const file = this.renderRoot.querySelector("input")?.files?.[0];
    if (!file || this.isSending) return;
    this.#forget();
    this.isSending = true;
    try {
      const sent = await withToken(this, () => send("importEvents", {}, {}, { body: file }));
      this.imported = sent?.answer ?? null;
      this.#hasWritten ||= sent !== null;
    } catch (error) {
      if (error instanceof ApiProblem && error.errors.length > 0) this.faults = error.errors;
      else this.failure = failureOf(error);
    } finally {
      this.isSending = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-events-file-dialog": KursEventsFileDialog;
  }
}
