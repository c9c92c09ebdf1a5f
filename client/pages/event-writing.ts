import { html, nothing, type ReactiveController, type ReactiveControllerHost } from "lit";
import type { Event as DatedEvent } from "../../server/contract/event.ts";
import { readToken, tokenChanges } from "../api/token.ts";
import { fillText } from "../strings/fill-text.ts";
import { askToken, type DialogHost } from "./ask-token.ts";
import { importEventFile, removeEvent, writeEvent } from "./write-events.ts";
import "./kurs-signed-in.ts";

/** What was written last, to be told: a text, and the event that it is about where that is still there. */
interface Written {
  text: string;
  event: { id: number; title: string } | null;
}

/**
 * Lets somebody with a token add, change, remove and import the events that its host lists. `onWritten` is called after
 * each, with the number of an event that is gone.
 */
export class EventWriting implements ReactiveController {
  /** What went wrong when an event was to be written; undefined for nothing. */
  error: unknown = undefined;
  readonly #host: DialogHost & ReactiveControllerHost;
  readonly #onWritten: (removed: number | null) => void;
  #written: Written | null = null;

  constructor(
    host: DialogHost & ReactiveControllerHost,
    onWritten: (removed: number | null) => void,
  ) {
    this.#host = host;
    this.#onWritten = onWritten;
    host.addController(this);
  }

  hostConnected() {
    tokenChanges.addEventListener("change", this.#update);
  }

  hostDisconnected() {
    tokenChanges.removeEventListener("change", this.#update);
  }

  /** The buttons above the list, and what was written last. */
  renderTools(hrefOfEvent: (id: number) => string) {
    const { texts } = this.#host;
    return html`<div class="row">
        ${
          readToken()
            ? html`<button type="button" @click=${() => this.#write(null)}>
                  ${texts["eventWriting.add"]}…
                </button>
                <button type="button" @click=${this.#import}>
                  ${texts["eventWriting.import"]}…
                </button>
                <kurs-signed-in .texts=${texts}></kurs-signed-in>`
            : html`<button type="button" class="link" @click=${() => askToken(this.#host)}>
                ${texts["eventWriting.open"]}
              </button>`
        }
      </div>
      <p role="status" tabindex="-1" class="written">${this.#renderWritten(hrefOfEvent)}</p>`;
  }

  /** The buttons of one event; nothing for who has no token. */
  renderButtons(event: DatedEvent) {
    if (!readToken()) return nothing;
    const { texts } = this.#host;
    const { id, title } = event;
    return html`<p class="row">
      <button
        type="button"
        aria-label=${fillText(texts["eventWriting.changeOne"], { title })}
        @click=${() => this.#write(id)}
      >
        ${texts["eventWriting.change"]}
      </button>
      <button
        type="button"
        aria-label=${fillText(texts["eventWriting.removeOne"], { title })}
        @click=${() => this.#remove(event)}
      >
        ${texts["eventWriting.remove"]}
      </button>
    </p>`;
  }

  #renderWritten(hrefOfEvent: (id: number) => string) {
    if (!this.#written) return nothing;
    const { text, event } = this.#written;
    return event ? html`${text} <a href=${hrefOfEvent(event.id)}>${event.title}</a>` : text;
  }

  #write(id: number | null) {
    return this.#try(async () => {
      const saved = await writeEvent(this.#host, id);
      if (!saved) return;
      const { texts } = this.#host;
      const text = texts[id === null ? "eventWriting.added" : "eventWriting.changed"];
      this.#tell({ text, event: { id: saved.id, title: saved.title } }, null);
    });
  }

  #remove(event: DatedEvent) {
    return this.#try(async () => {
      if (!(await removeEvent(this.#host, event))) return;
      const { id, title } = event;
      const text = fillText(this.#host.texts["eventWriting.removed"], { title });
      this.#tell({ text, event: null }, id);
      await this.#host.updateComplete;
      // Its button is gone with it.
      this.#host.renderRoot.querySelector<HTMLElement>(".written")?.focus();
    });
  }

  readonly #import = () =>
    this.#try(async () => {
      if (await importEventFile(this.#host)) this.#onWritten(null);
    });

  async #try(write: () => Promise<void>) {
    this.error = undefined;
    try {
      await write();
    } catch (error) {
      this.error = error;
    }
    this.#update();
  }

  #tell(written: Written, removed: number | null) {
    this.#written = written;
    this.#onWritten(removed);
    this.#update();
  }

  readonly #update = () => {
    this.#host.requestUpdate();
  };
}
