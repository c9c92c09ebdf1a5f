import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { Event as DatedEvent } from "../../server/contract/event.ts";
import { get } from "../api/get.ts";
import { describeSpan } from "../format/period.ts";
import type { Strings } from "../strings/en.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { linked } from "./source-line.ts";

/** Dated, sourced facts that explain movements, newest first. */
@customElement("kurs-events-page")
export class KursEventsPage extends KursPage {
  static override styles = [
    KursPage.styles,
    css`
      ol {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-5);
        max-width: 46rem;
      }
      li {
        border-left: 3px solid var(--kurs-border);
        padding-left: var(--kurs-space-4);
      }
      .waiting {
        min-height: 24rem;
      }
    `,
  ];

  readonly #events = new KeptTask(this, {
    args: () => [this.route.language] as const,
    task: ([lang], { signal }) => get("events", {}, { lang, limit: "1000" }, signal),
  });

  protected override get heading() {
    return this.texts["events.title"];
  }

  override render() {
    const { kept, error } = this.#events;
    return html`<div class="stack">
      ${this.renderHeading()} ${this.renderProblem(error, () => this.#events.run())}
      ${kept ? this.#renderEvents(kept.events) : this.#renderWaiting(error)}
    </div>`;
  }

  #renderEvents(events: readonly DatedEvent[]) {
    if (events.length === 0) return html`<p>${this.texts["state.emptyAll"]}</p>`;
    return html`<ol>
      ${events.map(
        ({ start, end, kind, countries, title, text, source }) =>
          html`<li>
            <p class="quiet number">
              <time datetime=${start}>${describeSpan(start, end ?? start, this.locale)}</time> ·
              ${this.texts[`eventKind.${kind}`]} ·
              ${countries.map((code) => countryName(code, this.texts)).join(", ")}
            </p>
            <h2>${title}</h2>
            <p>${text}</p>
            <p class="quiet">${linked(source.name, source.url)}</p>
          </li>`,
      )}
    </ol>`;
  }

  #renderWaiting(error: unknown) {
    return error === undefined ? html`<div class="waiting">${this.renderLoading()}</div>` : nothing;
  }
}

/** The name of a country that has one in the texts; else its code. */
function countryName(code: string, texts: Strings): string {
  const key = `country.${code}`;
  return isKey(key, texts) ? texts[key] : code;
}

const isKey = (key: string, texts: Strings): key is keyof Strings => Object.hasOwn(texts, key);

declare global {
  interface HTMLElementTagNameMap {
    "kurs-events-page": KursEventsPage;
  }
}
