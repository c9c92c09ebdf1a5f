import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Event as DatedEvent } from "../../server/contract/event.ts";
import { get } from "../api/get.ts";
import { formatNumber } from "../format/number.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { emptyHint } from "./empty-hint.ts";
import { eventEntry, hrefOfEvent } from "./event-entry.ts";
import { eventFilters, eventQuery, isFiltered, noFilters } from "./event-filters.ts";
import { EventWriting } from "./event-writing.ts";
import { eventsPageStyles } from "./events-page.styles.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";

const pageSize = 25;

/** Dated, sourced facts that explain movements, newest first, by country, kind, words and dates. */
@customElement("kurs-events-page")
export class KursEventsPage extends KursPage {
  static override styles = [KursPage.styles, eventsPageStyles];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  /** The number of the event that the address names after its `#`; null for none. */
  @state() private named = namedEvent();
  /** How many answers are shown, one after another. */
  @state() private pages = 1;
  #arrived: number | null = null;

  readonly #events = new KeptTask(this, {
    args: () => {
      const { geo, kind, q, from, to } = this.route.view;
      return [this.route.language, this.pages, geo, kind, q, from, to] as const;
    },
    task: ([lang, pages], { signal }) =>
      get("events", {}, eventQuery(this.route.view, lang, pages * pageSize), signal),
  });
  /** The event that the address names, where it is not among those shown. */
  readonly #far = new KeptTask(this, {
    args: () => [this.named, this.#events.kept, this.route.language] as const,
    task: async ([id, kept, lang], { signal }) =>
      id === null || !kept || kept.events.some((event) => event.id === id)
        ? null
        : get("event", { id: String(id) }, { lang }, signal),
  });

  readonly #writing = new EventWriting(this, (removed) => {
    if (removed !== null && removed === this.named) this.#forgetNamed();
    void this.#events.run();
  });

  override connectedCallback() {
    super.connectedCallback();
    addEventListener("hashchange", this.#follow);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#follow);
  }

  override updated(changed?: PropertyValues<this>) {
    super.updated();
    if (changed?.has("route")) this.named = namedEvent();
    this.#arrive();
  }

  protected override get heading() {
    return this.texts["events.title"];
  }

  override render() {
    const { kept, error } = this.#events;
    return html`<div class="stack">
      ${this.renderHeading()}
      ${eventFilters(this.route.view, this, {
        choose: (changes) => this.choose(changes),
        adjust: (changes) => this.adjust(changes),
      })}
      ${this.#writing.renderTools((id) => hrefOfEvent(this, id))}
      ${this.renderProblem(this.#writing.error, () => this.#events.run())}
      ${this.renderProblem(error, () => this.#events.run())}
      ${this.renderProblem(this.#far.error, () => this.#far.run())}
      ${kept ? this.#renderEvents(kept.events, kept.total) : this.#renderWaiting(error)}
    </div>`;
  }

  #renderEvents(events: readonly DatedEvent[], total: number) {
    const far = this.#far.kept;
    if (total === 0 && !far) return this.#renderEmpty();
    const { texts, locale } = this;
    const shown = formatNumber(events.length, locale, 0);
    return html`<p class="quiet" role="status">
        ${this.fill("events.shown", { shown, total: formatNumber(total, locale, 0) })}
      </p>
      <ol class="events" aria-busy=${this.#events.isRefetching ? "true" : "false"}>
        ${far ? this.#renderEvent(far) : nothing} ${events.map((event) => this.#renderEvent(event))}
      </ol>
      ${
        events.length < total
          ? html`<p>
              <button type="button" @click=${this.#showMore}>${texts["events.older"]}</button>
            </p>`
          : nothing
      }`;
  }

  #renderEmpty() {
    if (!isFiltered(this.route.view)) return emptyHint(this, this.hrefOf({ name: "import" }));
    return html`<p>${this.texts["events.none"]}</p>
      <p><a class="button" href=${this.hrefWith(noFilters)}>${this.texts["state.showAll"]}</a></p>`;
  }

  #renderEvent(event: DatedEvent) {
    const isNamed = event.id === this.named;
    return eventEntry(event, this, { isNamed, buttons: this.#writing.renderButtons(event) });
  }

  #renderWaiting(error: unknown) {
    return error === undefined ? html`<div class="waiting">${this.renderLoading()}</div>` : nothing;
  }

  /** An address that names an event which is gone leads nowhere. */
  #forgetNamed() {
    history.replaceState(history.state, "", location.pathname + location.search);
    this.named = null;
  }

  readonly #follow = () => {
    this.named = namedEvent();
    this.#arrived = null;
  };

  readonly #showMore = () => {
    this.pages += 1;
  };

  /** Goes to the event that the address names, once it is there. */
  #arrive() {
    if (this.named === null || this.named === this.#arrived) return;
    const event = this.renderRoot.querySelector<HTMLElement>(`#event-${this.named}`);
    if (!event) return;
    this.#arrived = this.named;
    event.scrollIntoView();
    event.focus({ preventScroll: true });
  }
}

function namedEvent(): number | null {
  const [, id] = /^#event-(\d{1,9})$/.exec(location.hash) ?? [];
  return id === undefined ? null : Number(id);
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-events-page": KursEventsPage;
  }
}
