import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { KursElement } from "./kurs-element.ts";
import { seriesTableStyles } from "./series-table.styles.ts";

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
  static override styles = [base, controls, seriesTableStyles];

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
          <span>${this.caption}</span>
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
