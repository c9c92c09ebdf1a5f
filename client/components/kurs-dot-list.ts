import { html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { entitySlot } from "../chart/entity-slot.ts";
import { valueAxis } from "../chart/value-axis.ts";
import { formatTick } from "../format/tick.ts";
import { base } from "../styles/base.styles.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { dotListStyles } from "./dot-list.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** A row of a dot plot: whose it is and its value; without a value, `text` says in words why there is none. */
export interface DotRow {
  /** Whose colour it has: a country, or a region of one. */
  code: string;
  name: string;
  value: number | null;
  /** `26.1`, `(17.4)`, `suppressed (fewer than 25)`. */
  text: string;
  /** Of a small sample, or not final. */
  hollow?: boolean;
  /** The interval that the value is in. */
  low?: number;
  high?: number;
  kind?: "part" | "average" | "reference";
}

/**
 * Values as dots on one scale from zero, in the order given, with their intervals. A true zero is a tick at the axis;
 * what has
 * no figure has words and no dot. A list for assistive technology.
 */
@customElement("kurs-dot-list")
export class KursDotList extends KursElement {
  static override styles = [base, slotColors, dotListStyles];

  @property({ attribute: false }) rows: readonly DotRow[] = [];

  override render() {
    const values = this.rows.flatMap(({ value, low, high }) =>
      [value, low, high].filter((one) => typeof one === "number"),
    );
    const { min, max, ticks, step } = valueAxis(values, { most: 5, fromZero: true });
    const place = (value: number) => `${(((value - min) / (max - min)) * 100).toFixed(3)}%`;
    return html`<div class="row axis number" aria-hidden="true">
        <span></span>
        <span class="track"
          ><svg width="100%" height="18">
            ${ticks.map(
              (tick) =>
                svg`<text x=${place(tick)} y="9">${formatTick(tick, this.locale, step)}</text>`,
            )}
          </svg></span
        >
      </div>
      <ul>
        ${this.rows.map((row) => renderRow(row, ticks, place))}
      </ul>`;
  }
}

function renderRow(row: DotRow, ticks: readonly number[], place: (value: number) => string) {
  return html`<li class=${`row ${row.kind ?? "part"}`}>
    <span>${row.name}</span>
    <span class="track" aria-hidden="true"
      ><svg width="100%" height="32">
        ${ticks.map(
          (tick) =>
            svg`<line class=${tick === 0 ? "zero" : "grid"} x1=${place(tick)} x2=${place(tick)} y1="0" y2="32"></line>`,
        )}
        ${drawn(row, place)}
      </svg></span
    >
    <span class="spoken">${row.text}</span>
  </li>`;
}

function drawn({ code, value, text, hollow, low, high }: DotRow, place: (value: number) => string) {
  if (value === null) return svg`<text class="words" x=${place(0)} y="16" dx="8">${text}</text>`;
  const slot = `slot-${entitySlot(code) ?? 0}`;
  const [from, to] = [low ?? value, high ?? value];
  const interval = svg`<line class=${`interval ${slot}`} x1=${place(from)} x2=${place(to)} y1="16" y2="16"></line>`;
  const mark =
    value === 0
      ? svg`<line class=${`tick ${slot}`} x1=${place(0)} x2=${place(0)} y1="8" y2="24"></line>`
      : svg`<circle class=${hollow ? `hollow ${slot}` : slot} cx=${place(value)} cy="16" r="6"></circle>`;
  return svg`${from < to ? interval : nothing}${mark}
    <text class="number" x=${place(to)} y="16" dx="12">${text}</text>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-dot-list": KursDotList;
  }
}
