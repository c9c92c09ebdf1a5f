import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { byText } from "../format/by-text.ts";
import type { Change } from "../format/change.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { LaterElement } from "./later-element.ts";
import "./kurs-change.ts";

/** A currency with its rate and its changes; a `size` is what a column is sorted by, null comes last. */
export interface Mover {
  code: string;
  name: string;
  href: string;
  rate: { text: string; size: number };
  moves: readonly { change: Change; size: number | null }[];
  /** Opens where the rate came from. */
  receipt?: (() => void) | undefined;
}

/** A column's head, and what is said below it. */
export interface MoverColumn {
  text: string;
  note: string;
}

/** A column, by its place: 0 is the name, 1 the rate, then the changes. */
interface Order {
  column: number;
  descending: boolean;
}

/** How currencies moved, as a table that sorts by any column. */
@customElement("kurs-movers")
export class KursMovers extends LaterElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        container-type: inline-size;
      }
      .region {
        /* What is there for screen readers only stays within what scrolls. */
        position: relative;
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        width: 100%;
        font-size: var(--kurs-text-m);
      }
      caption {
        text-align: left;
        color: var(--kurs-ink-2);
        padding-bottom: var(--kurs-space-2);
      }
      th,
      td {
        padding: var(--kurs-space-1) var(--kurs-space-3);
        text-align: right;
        white-space: nowrap;
        border-bottom: 1px solid var(--kurs-grid);
        font-weight: 400;
        height: 2.75rem;
      }
      th:first-child {
        padding-left: 0;
        text-align: left;
      }
      thead th {
        border-bottom-color: var(--kurs-rule);
        vertical-align: bottom;
        color: var(--kurs-ink-2);
      }
      thead button {
        border: 0;
        padding: var(--kurs-space-1);
        margin-right: calc(-1 * var(--kurs-space-1));
        min-width: 44px;
        background: none;
        font-weight: 600;
        color: inherit;
      }
      th:first-child button {
        margin: 0 0 0 calc(-1 * var(--kurs-space-1));
      }
      th a {
        display: inline-block;
        min-width: 24px;
      }
      .note {
        display: block;
        min-height: 1rem;
        font-size: var(--kurs-text-xs);
      }
      .mark {
        padding-right: 2px;
      }
      @container (max-width: 479px) {
        .name {
          display: none;
        }
        th:first-child {
          position: sticky;
          left: 0;
          background: var(--kurs-surface);
        }
        th,
        td {
          padding: 0 var(--kurs-space-2);
        }
      }
    `,
  ];

  @property({ attribute: false }) movers: readonly Mover[] = [];
  /** The heads of all columns: currency, rate, changes. */
  @property({ attribute: false }) columns: readonly MoverColumn[] = [];
  @property() caption = "";
  @state() private order: Order | null = null;

  override render() {
    return html`<div class="region" role="region" tabindex="0" aria-label=${this.caption}>
      <table>
        <caption>
          ${this.caption}
        </caption>
        <thead>
          <tr>
            ${this.columns.map((column, i) => this.#renderHead(column, i))}
          </tr>
        </thead>
        <tbody>
          ${sorted(this.movers, this.order).map((mover) => this.#renderRow(mover))}
        </tbody>
      </table>
    </div>`;
  }

  #renderHead({ text, note }: MoverColumn, column: number) {
    const chosen = this.order?.column === column ? this.order : null;
    const direction = chosen ? (chosen.descending ? "descending" : "ascending") : "none";
    const mark = chosen ? (chosen.descending ? "▼" : "▲") : "";
    return html`<th scope="col" aria-sort=${direction}>
      <button type="button" @click=${() => this.#sort(column)}>
        <span class="mark" aria-hidden="true">${mark}</span>${text}
      </button>
      <span class="note">${note}</span>
    </th>`;
  }

  #renderRow({ code, name, href, rate, moves, receipt }: Mover) {
    return html`<tr>
      <th scope="row"><a href=${href}>${code}</a> <span class="quiet name">${name}</span></th>
      <td class="number">
        ${
          receipt
            ? html`<button type="button" class="link" @click=${receipt}>
                ${rate.text}<span class="spoken"> – ${this.texts["receipt.open"]}</span>
              </button>`
            : rate.text
        }
      </td>
      ${moves.map(
        ({ change }) =>
          html`<td><kurs-change .texts=${this.texts} .change=${change}></kurs-change></td>`,
      )}
    </tr>`;
  }

  /** Names go up first, figures down; a second press turns the order. */
  #sort(column: number) {
    const again = this.order?.column === column ? this.order : null;
    this.order = { column, descending: again ? !again.descending : column > 0 };
  }
}

function sorted(movers: readonly Mover[], order: Order | null): readonly Mover[] {
  if (!order) return movers;
  const { column, descending } = order;
  const sizeOf = (mover: Mover) =>
    column === 1 ? mover.rate.size : (mover.moves[column - 2]?.size ?? null);
  const turned = descending ? -1 : 1;
  return [...movers].sort((a, b) => {
    if (column === 0) return turned * byText(a.code, b.code);
    const [first, second] = [sizeOf(a), sizeOf(b)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return turned * (first - second);
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-movers": KursMovers;
  }
}
