import { html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { entitySlot } from "../chart/entity-slot.ts";
import type { Point } from "../chart/gaps.ts";
import { heightOf, type PanelBox, panelAxis, panelLine } from "../chart/small-multiples.ts";
import type { ValueAxis } from "../chart/value-axis.ts";
import { formatTick } from "../format/tick.ts";
import { base } from "../styles/base.styles.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { KursElement } from "./kurs-element.ts";
import { smallMultiplesStyles } from "./small-multiples.styles.ts";

/** One panel: whose line it is, what is said of it above the plot, and its points as `toPoints` gives them. */
export interface MultiplePanel {
  code: string;
  name: string;
  /** The last value, with its change where that says more. */
  latest: string;
  points: readonly Point[];
  /** Where the panel leads, if anywhere. */
  href?: string | undefined;
}

const plot = { width: 250, height: 130 };
const [left, bottom] = [44, 24];

/**
 * Small multiples: a panel for each line, the other lines grey behind it, all on one scale. Inline SVG without Chart.js.
 * The drawing is hidden from assistive technology: name and last value above it say what it shows.
 */
@customElement("kurs-small-multiples")
export class KursSmallMultiples extends KursElement {
  static override styles = [base, slotColors, smallMultiplesStyles];

  @property({ attribute: false }) panels: readonly MultiplePanel[] = [];
  /** The ends of the time shown, in milliseconds UTC, and what is written there. */
  @property({ attribute: false }) span: readonly [number, number] = [0, 1];
  @property({ attribute: false }) spanTexts: readonly [string, string] = ["", ""];
  /** The value that is drawn dark in every panel: 100 of an index, 0 of a change; null for none. */
  @property({ attribute: false }) baseline: number | null = 100;
  /** False gives each panel a scale of its own, without the other lines. */
  @property({ attribute: false }) uniform = true;
  @property() label = "";

  override render() {
    const shared = panelAxis(
      this.panels.map(({ points }) => points),
      this.baseline,
    );
    return html`<ul aria-label=${this.label}>
      ${this.panels.map((panel) => {
        const axis = this.uniform ? shared : panelAxis([panel.points], this.baseline);
        const content = this.#renderPanel(panel, axis);
        return html`<li>
          ${
            panel.href === undefined
              ? html`<div>${content}</div>`
              : html`<a href=${panel.href}>${content}</a>`
          }
        </li>`;
      })}
    </ul>`;
  }

  #renderPanel(panel: MultiplePanel, axis: ValueAxis) {
    const [from, to] = this.span;
    const box = { ...plot, from, to };
    const others = this.uniform ? this.panels.filter((other) => other !== panel) : [];
    return html`<p class="number">
        <b class="name">${panel.name}</b> <span class="quiet">${panel.latest}</span>
      </p>
      <svg
        viewBox="${-left} -8 ${plot.width + left + 6} ${plot.height + bottom + 8}"
        aria-hidden="true"
      >
        ${this.#renderAxes(axis, box)}
        ${others.map(({ points }) => svg`<path class="other" d=${panelLine(points, box, axis).path}></path>`)}
        <g class="slot-${entitySlot(panel.code) ?? 0}">${renderLine(panel, axis, box)}</g>
      </svg>`;
  }

  #renderAxes(axis: ValueAxis, box: PanelBox) {
    const [first, last] = this.spanTexts;
    const low = plot.height + bottom - 6;
    return svg`${axis.ticks.map((tick) => {
      const y = heightOf(tick, box, axis).toFixed(1);
      return svg`<line
          class=${tick === this.baseline ? "baseline" : ""}
          x1="0" x2=${plot.width} y1=${y} y2=${y}
        ></line>
        <text x="-6" y=${y} dy="4" text-anchor="end">${formatTick(tick, this.locale, axis.step)}</text>`;
    })}
      <text x="0" y=${low}>${first}</text>
      <text x=${plot.width} y=${low} text-anchor="end">${last}</text>`;
  }
}

function renderLine({ points }: MultiplePanel, axis: ValueAxis, box: PanelBox) {
  const { path, isolated, last } = panelLine(points, box, axis);
  return svg`<path class="own" d=${path}></path>
    ${isolated.map(({ x, y }) => svg`<circle cx=${x} cy=${y} r="2"></circle>`)}
    ${last ? svg`<circle cx=${last.x} cy=${last.y} r="3.5"></circle>` : nothing}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-small-multiples": KursSmallMultiples;
  }
}
