import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { WholeEvent } from "../../server/contract/event.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { send } from "../api/send.ts";
import { KursDialog } from "../components/kurs-dialog.ts";
import type { Failure } from "../components/kurs-problem.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { dialogs } from "../styles/dialog.styles.ts";
import { withToken } from "./ask-token.ts";
import { eventDialogStyles } from "./event-dialog.styles.ts";
import {
  draftOf,
  emptyDraft,
  type EventDraft,
  faultsByField,
  readDraft,
  writtenEvent,
} from "./event-draft.ts";
import { eventFieldset } from "./event-fields.ts";
import { failureOf } from "./kurs-page.ts";
import "../components/kurs-problem.ts";

type Faults = ReturnType<typeof faultsByField>;

const noFaults: Faults = { fields: {}, other: [] };

/** The form of one event, new or there already; it comes to the event as saved, or null. `writeEvent` opens it. */
@customElement("kurs-event-dialog")
export class KursEventDialog extends KursDialog<WholeEvent | null> {
  static override styles = [base, controls, fields, dialogs, eventDialogStyles];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  /** The event to change; null for a new one. */
  @property({ attribute: false }) event: WholeEvent | null = null;
  @state() private draft: EventDraft = emptyDraft;
  @state() private faults: Faults = noFaults;
  @state() private failure: Failure | null = null;
  @state() private isSaving = false;
  #saved: WholeEvent | null = null;

  protected override get answer() {
    return this.#saved;
  }

  protected override get first() {
    return this.renderRoot.querySelector("input");
  }

  override willUpdate() {
    if (!this.hasUpdated && this.event) this.draft = draftOf(this.event);
  }

  override render() {
    const { texts, draft, faults, failure } = this;
    const isFaulty = faults !== noFaults;
    return html`<dialog aria-labelledby="title" @close=${this.leave}>
      <form novalidate @submit=${this.#submit}>
        <h2 id="title" tabindex="-1">
          ${texts[this.event ? "eventForm.change" : "eventForm.add"]}
        </h2>
        ${eventFieldset({ draft, faults: faults.fields, reader: this })}
        <div role="alert">
          ${isFaulty ? html`<p class="fault">${texts["eventForm.faults"]}</p>` : nothing}
          ${faults.other.map((fault) => html`<p class="fault" lang="en">${fault}</p>`)}
        </div>
        ${
          failure
            ? html`<kurs-problem
                .texts=${texts}
                .failure=${failure}
                @kurs-retry=${this.#save}
              ></kurs-problem>`
            : nothing
        }
        <div class="buttons">
          <button class="first" ?disabled=${this.isSaving}>${texts["eventForm.save"]}</button>
          <button type="button" @click=${this.close}>${texts["dialog.cancel"]}</button>
        </div>
      </form>
    </dialog>`;
  }

  #submit(event: Event) {
    event.preventDefault();
    void this.#save();
  }

  readonly #save = async () => {
    const form = this.renderRoot.querySelector("form");
    if (!form || this.isSaving) return;
    this.isSaving = true;
    this.faults = noFaults;
    this.failure = null;
    this.draft = readDraft(new FormData(form));
    try {
      this.#saved = await this.#send();
      if (this.#saved) this.close();
    } catch (error) {
      this.#tell(error);
    } finally {
      this.isSaving = false;
    }
  };

  async #send(): Promise<WholeEvent | null> {
    const json = writtenEvent(this.draft);
    const query = { lang: this.locale.language };
    const { event } = this;
    const sent = await withToken(this, () =>
      event
        ? send("putEvent", { id: String(event.id) }, query, { json })
        : send("postEvent", {}, query, { json }),
    );
    return sent?.answer ?? null;
  }

  /** Faults of fields stand at their fields, and the first of them has the focus. */
  #tell(error: unknown) {
    if (!(error instanceof ApiProblem) || error.errors.length === 0) {
      this.failure = failureOf(error);
      return;
    }
    this.faults = faultsByField(error.errors);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-event-dialog": KursEventDialog;
  }
}
