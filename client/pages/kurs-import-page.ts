import { TaskStatus } from "@lit/task";
import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { answer } from "../components/import-answers.ts";
import { questionsOf } from "../components/import-asked.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import type { Language } from "../../server/contract/language.ts";
import { askFields, textFields } from "../styles/import.styles.ts";
import { tables } from "../styles/table.styles.ts";
import { type AskingActions, type Catalogue, importAsking } from "./import-asking.ts";
import { importChecked } from "./import-checked.ts";
import { importChoice } from "./import-choice.ts";
import { ImportDesk } from "./import-desk.ts";
import { importDone } from "./import-done.ts";
import { importFailure } from "./import-failure.ts";
import type { ImportFlow } from "./import-flow.ts";
import { importPageStyles } from "./import-page.styles.ts";
import { importProgress } from "./import-progress.ts";
import { stepsOf } from "./import-steps.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { readCatalogue } from "./read-catalogue.ts";
import "../components/kurs-steps.ts";
import "./kurs-signed-in.ts";

/** A browser opens what is dropped, and the page would be gone, with all that was told in it. */
const stay = (event: DragEvent) => {
  event.preventDefault();
};

const nothingOffered = { sources: [], datasets: [], dimensions: [] };

/** Where files come in: chosen, understood, checked against what is stored, and imported. */
@customElement("kurs-import-page")
export class KursImportPage extends KursPage {
  static override styles = [KursPage.styles, tables, textFields, askFields, importPageStyles];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  /** The dataset whose dimensions the reader wants to see; null is that of the mapping. */
  @state() private chosenDataset: string | null = null;
  #shown: ImportFlow["phase"] | null = null;
  readonly #desk = new ImportDesk(this, {
    toJob: (job) => {
      this.choose({ job });
    },
    toImport: (id) => {
      this.visit({ name: "import-report", id });
    },
  });
  readonly #catalogue: KeptTask<readonly [boolean, string, Language], Omit<Catalogue, "isComing">> =
    new KeptTask(this, {
      args: () => [this.#wantsCatalogue, this.#dataset, this.route.language] as const,
      task: async ([isWanted, dataset, language], { signal }) =>
        isWanted
          ? readCatalogue(dataset, language, signal)
          : (this.#catalogue.kept ?? nothingOffered),
    });

  override connectedCallback() {
    super.connectedCallback();
    addEventListener("dragover", stay);
    addEventListener("drop", stay);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("dragover", stay);
    removeEventListener("drop", stay);
  }

  protected override get heading() {
    return this.texts["import.title"];
  }

  get #wantsCatalogue(): boolean {
    const { phase } = this.#desk.flow;
    return phase === "asked" || phase === "checked";
  }

  get #dataset(): string {
    const { report, asked, told } = this.#desk.flow;
    const mapping = told.mapping ?? report?.mapping ?? asked?.recognised;
    return this.chosenDataset ?? (told.dataset || (mapping?.dataset ?? ""));
  }

  get #offered(): Catalogue {
    const { kept, status } = this.#catalogue;
    return { ...(kept ?? nothingOffered), isComing: status === TaskStatus.PENDING };
  }

  override willUpdate(changed: PropertyValues<this>) {
    // Another language, say, is no other run.
    const before = changed.get("route")?.view;
    const { job } = this.route.view;
    if (changed.has("route") && before?.job !== job) this.#desk.reopen(job);
  }

  override updated() {
    super.updated();
    const { phase } = this.#desk.flow;
    if (phase === this.#shown) return;
    const moved = this.#shown !== null && !(this.#shown === "sending" && phase === "reading");
    this.#shown = phase;
    if (moved) this.#focusPhase();
  }

  /** What the reader pressed is gone: the focus goes to what came in its place. */
  #focusPhase() {
    const progress = this.renderRoot.querySelector("kurs-import-progress");
    if (progress) void progress.updateComplete.then(() => progress.focus());
    else this.renderRoot.querySelector<HTMLElement>("h2[tabindex]")?.focus();
  }

  override render() {
    const { texts } = this;
    const steps = stepsOf(this.#desk.flow).map(({ step, state }) => ({
      text: texts[`importStep.${step}`],
      state,
    }));
    return html`<div class="stack">
      <div class="stack close">
        ${this.renderHeading()}
        <kurs-signed-in .texts=${texts}></kurs-signed-in>
      </div>
      <kurs-steps .texts=${texts} .label=${texts["import.steps"]} .steps=${steps}></kurs-steps>
      ${importFailure(this.#desk.flow, this, () => void this.#desk.retry(this.route.view.job))}
      ${this.#renderPhase()}
    </div>`;
  }

  #renderPhase() {
    const desk = this.#desk;
    const { flow, saved } = desk;
    switch (flow.phase) {
      case "choose":
        return importChoice(this, this.route.language, (file) => {
          desk.take(file);
        });
      case "sending":
      case "reading":
        return importProgress(flow, desk.isCancelling, this, () => void desk.cancel());
      case "asked":
        return importAsking(flow, this.#offered, this, this.#asking);
      case "checked":
        return importChecked({ flow, catalogue: this.#offered, saved }, this, {
          ...this.#asking,
          judge: (judged) => {
            desk.judge(judged);
          },
          apply: () => {
            desk.apply();
          },
          save: (name) => void desk.save(name),
          restart: this.#restart,
        });
      case "done":
        return flow.made
          ? importDone(flow.made, this, { undo: () => void desk.undo(), restart: this.#restart })
          : nothing;
    }
  }

  get #asking(): AskingActions {
    const desk = this.#desk;
    return {
      answer: (answers) => {
        const { asked, told } = desk.flow;
        if (!asked) return;
        desk.readAgain(answer(questionsOf(asked), answers, told.mapping, asked.columns));
      },
      remap: (mapping) => {
        desk.readAgain({ mapping });
      },
      chooseDataset: (dataset) => {
        this.chosenDataset = dataset;
      },
    };
  }

  readonly #restart = () => {
    this.choose({ job: null });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-import-page": KursImportPage;
  }
}
