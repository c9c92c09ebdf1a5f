import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FigureEvent } from "../chart/event-marks.ts";
import { describeSpan } from "../format/period.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { fillText } from "../strings/fill-text.ts";
import { LaterElement } from "./later-element.ts";

/** An event of a chart with its words and who tells it. */
export interface ListedEvent extends FigureEvent {
  id: number;
  text: string;
  source: { name: string; url: string | null };
  /** The languages that its words are in, which may not be the reader's. */
  languages: { title: string; text: string };
}

/**
 * The words of a chart's numbered circles: give both the same events, oldest first.
 *
 * @fires kurs-events-shown - The reader wants the events or does not. Detail: `{ shown }`.
 */
@customElement("kurs-event-list")
export class KursEventList extends LaterElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-3);
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--kurs-space-2) var(--kurs-space-4);
      }
      li {
        display: grid;
        grid-template-columns: 1.5rem 1fr;
        gap: 0 var(--kurs-space-2);
        max-width: 46rem;
      }
      li + li {
        margin-top: var(--kurs-space-3);
      }
      h2 {
        font-size: var(--kurs-text-xl);
      }
      .mark {
        width: 1.375rem;
        height: 1.375rem;
        border: 1px solid var(--kurs-rule);
        border-radius: 50%;
        font-size: var(--kurs-text-xs);
        line-height: 1.25rem;
        text-align: center;
      }
      .words {
        grid-column: 2;
      }
      strong {
        font-weight: 600;
      }
      .head a {
        padding: var(--kurs-space-1) 0;
      }
      @media print {
        .head button,
        .head a {
          display: none;
        }
      }
    `,
  ];

  /** Null until they are known. */
  @property({ attribute: false }) events: readonly ListedEvent[] | null = null;
  @property({ attribute: false }) shown = true;
  /** Where all events are; empty where nothing leads there. */
  @property() more = "";

  override render() {
    const { texts, shown, more } = this;
    return html`<div class="head">
        <h2>${texts["eventList.title"]}</h2>
        <button type="button" @click=${this.#turn}>
          ${shown ? texts["eventList.hide"] : texts["eventList.show"]}
        </button>
        ${more === "" ? nothing : html`<a href=${more}>${texts["eventList.all"]}</a>`}
      </div>
      ${shown ? this.#renderList() : nothing}`;
  }

  #renderList() {
    if (this.events === null) return nothing;
    if (this.events.length === 0) return html`<p class="quiet">${this.texts["eventList.none"]}</p>`;
    return html`<ol>
      ${this.events.map((event, i) => this.#renderEvent(event, i + 1))}
    </ol>`;
  }

  #renderEvent({ start, end, title, text, source, languages }: ListedEvent, number: number) {
    const told = fillText(this.texts["eventList.source"], { source: source.name });
    return html`<li>
      <span class="mark number">${number}</span>
      <p>
        <time class="quiet" datetime=${start}
          >${describeSpan(start, end ?? start, this.locale)}</time
        >
        <strong lang=${languages.title}>${title}</strong>
      </p>
      <p class="words quiet">
        <span lang=${languages.text}>${text}</span>
        ${source.url === null ? told : html`<a href=${source.url}>${told}</a>`}
      </p>
    </li>`;
  }

  #turn() {
    const detail = { shown: !this.shown };
    this.dispatchEvent(new CustomEvent("kurs-events-shown", { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-event-list": KursEventList;
  }
  interface HTMLElementEventMap {
    "kurs-events-shown": CustomEvent<{ shown: boolean }>;
  }
}
