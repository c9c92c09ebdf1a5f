import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** A row: its head, and a cell for each further column. `strong` sets a total apart. */
export interface TableRow {
  head: string;
  cells: readonly string[];
  strong?: boolean;
  /** What a press on a cell does, for each cell: it leads to where its number came from. */
  receipts?: readonly ((() => void) | null)[];
}

/** The most rows that come on paper; the style sheet hides the others there. */
const mostPrinted = 60;

/** Where the rows are that are left out: what is said of them, the file with all, and its name without the ending. */
interface MoreRows {
  text: string;
  href: string | null;
  name: string;
}

/** The numbers of a chart as a real table: the first column heads its rows, the others hold figures. */
@customElement("kurs-series-table")
export class KursSeriesTable extends KursElement {
  static override styles = [
    base,
    controls,
    css`
      .region {
        /* What is there for screen readers only stays within what scrolls. */
        position: relative;
        overflow: auto;
        max-height: var(--table-height, none);
      }
      table {
        border-collapse: collapse;
        min-width: min(100%, 24rem);
        font-size: var(--kurs-text-m);
        line-height: 1.43;
        font-variant-numeric: tabular-nums lining-nums;
      }
      caption {
        text-align: left;
        color: var(--kurs-ink-2);
        padding-bottom: var(--kurs-space-2);
      }
      th,
      td {
        padding: var(--kurs-space-2) var(--kurs-space-4) var(--kurs-space-2) 0;
        text-align: right;
        white-space: nowrap;
        border-bottom: 1px solid var(--kurs-grid);
        font-weight: 400;
      }
      thead th {
        position: sticky;
        top: 0;
        background: var(--kurs-surface);
        border-bottom: 1px solid var(--kurs-rule);
        color: var(--kurs-ink-2);
        font-weight: 600;
      }
      th:first-child {
        position: sticky;
        left: 0;
        background: var(--kurs-surface);
        text-align: left;
      }
      tbody th {
        /* A date stays on its line, a long name does not. */
        min-width: 7.75rem;
        white-space: normal;
      }
      thead th:first-child {
        z-index: 1;
      }
      td + td {
        padding-left: var(--kurs-space-4);
      }
      .cut {
        display: none;
      }
      @media print {
        .region {
          overflow: visible;
          max-height: none;
        }
        thead th,
        th:first-child {
          position: static;
        }
        thead th {
          vertical-align: bottom;
          white-space: normal;
        }
        /* The file has the rest, and the note below says so. */
        tbody tr:nth-child(n + 61) {
          display: none;
        }
        tr {
          break-inside: avoid;
        }
        th,
        td {
          padding-block: 2px;
        }
        .cut {
          display: block;
        }
        button.link {
          text-decoration: none;
        }
      }
      .strong > * {
        font-weight: 600;
      }
    `,
  ];

  @property() caption = "";
  /** The name of the scrolling region; the caption, unless the surroundings need more. */
  @property() label = "";
  @property({ attribute: false }) columns: readonly string[] = [];
  @property({ attribute: false }) rows: readonly TableRow[] = [];
  /** What the table leaves out, and where all of it is; without an address where that is no one file. */
  @property({ attribute: false }) more: MoreRows | null = null;

  override render() {
    const count = String(mostPrinted);
    return html`${this.#renderTable()}
    ${
      this.rows.length > mostPrinted
        ? html`<p class="cut quiet">${fillText(this.texts["table.newest"], { count })}</p>`
        : nothing
    }
    ${this.more ? html`<p class="quiet">${linked(this.more)}</p>` : nothing}`;
  }

  /** Moves the focus to the region that scrolls. */
  override focus() {
    this.renderRoot.querySelector<HTMLElement>(".region")?.focus();
  }

  #renderTable() {
    return html`<div
      class="region"
      role="region"
      tabindex="0"
      aria-label=${this.label || this.caption}
    >
      <table>
        <caption>
          ${this.caption}
        </caption>
        <thead>
          <tr>
            ${this.columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.rows.map(
            ({ head, cells, strong, receipts }) =>
              html`<tr class=${strong ? "strong" : ""}>
                <th scope="row">${head}</th>
                ${cells.map((cell, i) => html`<td>${this.#renderCell(cell, receipts?.[i])}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #renderCell(cell: string, open: (() => void) | null | undefined) {
    if (!open) return cell;
    return html`<button type="button" class="link" @click=${open}>
      ${cell}<span class="spoken"> – ${this.texts["receipt.open"]}</span>
    </button>`;
  }
}

const linked = ({ text, href, name }: MoreRows) =>
  href === null ? text : html`<a href=${href} download=${`${name}.csv`}>${text}</a>`;

declare global {
  interface HTMLElementTagNameMap {
    "kurs-series-table": KursSeriesTable;
  }
}
