import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ImportChange, ImportChanges } from "../../server/contract/import-change.ts";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { fillPath, paths } from "../../server/contract/paths.ts";
import { addressOf, get } from "../api/get.ts";
import { send } from "../api/send.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { tables } from "../styles/table.styles.ts";
import { askConfirmation } from "./ask-confirmation.ts";
import { withToken } from "./ask-token.ts";
import { changeTable } from "./import-changes.ts";
import {
  importCounts,
  importFacts,
  importMapping,
  importProblems,
  importSeries,
} from "./import-report-parts.ts";
import { importReportStyles } from "./import-report.styles.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { openReceipt } from "./open-receipt.ts";
import { fileProblem } from "../api/file-problem.ts";
import { undoButtonText, undoConfirmation } from "./undo-words.ts";
import "./kurs-signed-in.ts";

const pageSize = "100";

/** What one import did: its file, its counts, every change, what was to say about its lines; and taking it back. */
@customElement("kurs-import-report-page")
export class KursImportReportPage extends KursPage {
  static override styles = [KursPage.styles, tables, importReportStyles];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  /** Where in the changes the reader goes on; null is their beginning. */
  @state() private cursor: string | null = null;
  @state() private isUndoing = false;
  /** What went wrong with the undo or the file, and how to try again. */
  @state() private failed: { error: unknown; retry: () => Promise<void> } | null = null;

  readonly #report = new KeptTask(this, {
    args: () => [this.#id] as const,
    task: ([id], { signal }) => get("import", { id }, {}, signal),
  });
  readonly #changes: KeptTask<readonly [string, string | null], ImportChanges & { id: string }> =
    new KeptTask(this, {
      args: () => [this.#id, this.cursor] as const,
      task: async ([id, cursor], { signal }) => {
        const query = { limit: pageSize, ...(cursor !== null && { cursor }) };
        const { changes, next } = await get("importChanges", { id }, query, signal);
        const before = cursor === null ? [] : (this.#changes.kept?.changes ?? []);
        return { id, changes: [...before, ...changes], next };
      },
    });

  protected override get heading() {
    return fillText(this.texts["imports.one"], { id: this.#id });
  }

  get #id(): string {
    return this.route.page.name === "import-report" ? String(this.route.page.id) : "";
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get("route")?.page;
    if (before?.name !== "import-report" || String(before.id) === this.#id) return;
    this.cursor = null;
    this.failed = null;
    // Another import on the same page: as after any navigation.
    void this.updateComplete.then(() => {
      this.focusHeading();
      scrollTo(0, 0);
    });
  }

  override render() {
    const { error, kept } = this.#report;
    const report = kept?.id === Number(this.#id) ? kept : undefined;
    return html`<div class="stack">
      <div class="stack close">
        <p class="quiet">
          <a href=${this.hrefOf({ name: "import" })}>${this.texts["imports.title"]}</a>
        </p>
        ${this.renderHeading()}
        <kurs-signed-in .texts=${this.texts}></kurs-signed-in>
      </div>
      ${this.renderProblem(error, () => this.#report.run())}
      ${report ? this.#renderReport(report) : nothing}
      ${report || error !== undefined ? nothing : html`<div class="waiting">${this.renderLoading()}</div>`}
    </div>`;
  }

  #renderReport(report: ImportReport) {
    const { texts, failed } = this;
    return html`${failed ? this.renderProblem(failed.error, failed.retry) : nothing}
      <div class="beside">
        <section class="card stack">
          ${importFacts(report, this, (event) => void this.#fetchFile(event))}
          ${
            report.undoneBy === null
              ? html`<p>
                  <button type="button" ?disabled=${this.isUndoing} @click=${this.#undo}>
                    ${undoButtonText(report, this)}
                  </button>
                </p>`
              : nothing
          }
        </section>
        <section class="card stack close">
          <h2>${texts["imports.counts"]}</h2>
          ${importCounts(report, this)}
        </section>
      </div>
      ${importProblems(report, this)} ${importSeries(report, this)} ${this.#renderChanges(report)}
      ${importMapping(report, this)}
      <p class="quiet">
        <a href=${fillPath(paths.import, { id: this.#id })}>${texts["imports.api"]}</a>
      </p>`;
  }

  #renderChanges({ counts }: ImportReport) {
    const { texts } = this;
    const { kept, error } = this.#changes;
    const total = counts.added + counts.revised + (counts.withdrawn ?? 0);
    const own = kept?.id === this.#id ? kept : undefined;
    return html`<section class="card stack close">
      <h2>${texts["imports.changes"]}</h2>
      ${this.renderProblem(error, () => this.#changes.run())}
      ${
        own
          ? changeTable({ changes: own.changes, total }, this, this.#openReceipt)
          : error === undefined
            ? this.renderLoading()
            : nothing
      }
      <p class="row">
        ${
          own?.next
            ? html`<button type="button" @click=${() => (this.cursor = own.next)}>
                ${texts["imports.further"]}
              </button>`
            : nothing
        }
        ${
          total === 0
            ? nothing
            : html`<a
                class="button"
                href=${addressOf("importChanges", { id: this.#id }, { format: "csv" })}
                download=${`import-${this.#id}-changes.csv`}
                >${texts["imports.csv"]}</a
              >`
        }
      </p>
    </section>`;
  }

  readonly #openReceipt = ({ series, period }: ImportChange) => {
    openReceipt(this, { legs: [{ series, period }], told: "", asOf: null });
  };

  /** A file that is not kept any more is told of on the page, rather than as a download that failed. */
  async #fetchFile(event: Event) {
    event.preventDefault();
    const address = fillPath(paths.importFile, { id: this.#id });
    this.failed = null;
    const error = await fileProblem(address);
    if (error) this.failed = { error, retry: () => this.#fetchFile(event) };
    else location.assign(address);
  }

  /** As it stands now: somebody else may have taken it back. */
  async #look() {
    this.failed = null;
    await this.#report.run();
  }

  async #undo() {
    const report = this.#report.kept;
    if (!report || !(await askConfirmation(this, undoConfirmation(report, this)))) return;
    this.isUndoing = true;
    this.failed = null;
    try {
      const sent = await withToken(this, () => send("postUndo", { id: this.#id }, {}));
      if (sent?.answer.id) this.visit({ name: "import-report", id: sent.answer.id });
    } catch (error) {
      this.failed = { error, retry: () => this.#look() };
    } finally {
      this.isUndoing = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-import-report-page": KursImportReportPage;
  }
}
