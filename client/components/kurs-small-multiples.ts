import { html, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { entitySlot } from "../chart/entity-slot.ts";
import type { Point } from "../chart/gaps.ts";
import { heightOf, type PanelBox, panelAxis, panelLine } from "../chart/small-multiples.ts";
import type { ValueAxis } from "../chart/value-axis.ts";
import { withCapital } from "../format/capital.ts";
import { formatTick } from "../format/tick.ts";
import { base } from "../styles/base.styles.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { LaterElement } from "./later-element.ts";
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

/** In CSS pixels: texts in a drawing that grows and shrinks with its panel would be too small to read. */
const height = 104;
const [left, right, above] = [40, 6, 8];

/**
 * Small multiples: a panel for each line, the other lines grey behind it, all on one scale. Inline SVG without
 * Chart.js.
 * The drawing is hidden from assistive technology: name and last value above it say what it shows.
 */
@customElement("kurs-small-multiples")
export class KursSmallMultiples extends LaterElement {
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
  @state() private width = 208;
  readonly #resized = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width > 0) this.width = width;
  });
  #watched: Element | null = null;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#watched = null;
  }

  /** All panels are as wide as the first. */
  override updated() {
    const panel = this.renderRoot.querySelector("li");
    if (panel === this.#watched) return;
    this.#resized.disconnect();
    if (panel) this.#resized.observe(panel);
    this.#watched = panel;
  }

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
    const [first, last] = this.spanTexts;
    const box = { width: this.width - left - right, height, from, to };
    const others = this.uniform ? this.panels.filter((other) => other !== panel) : [];
    return html`<p class="number">
        <b class="name">${withCapital(panel.name)}</b> <span class="quiet">${panel.latest}</span>
      </p>
      <svg
        viewBox="${-left} ${-above} ${this.width} ${height + 2 * above}"
        height=${height + 2 * above}
        aria-hidden="true"
      >
        ${this.#renderAxes(axis, box)}
        ${others.map(({ points }) => svg`<path class="other" d=${panelLine(points, box, axis).path}></path>`)}
        <g class="slot-${entitySlot(panel.code) ?? 0}">${renderLine(panel, axis, box)}</g>
      </svg>
      <p class="ends number" aria-hidden="true"><span>${first}</span><span>${last}</span></p>`;
  }

  #renderAxes(axis: ValueAxis, box: PanelBox) {
    return svg`${axis.ticks.map((tick) => {
      const y = heightOf(tick, box, axis).toFixed(1);
      return svg`<line
          class=${tick === this.baseline ? "baseline" : ""}
          x1="0" x2=${box.width} y1=${y} y2=${y}
        ></line>
        <text x="-6" y=${y} dy="4" text-anchor="end">${formatTick(tick, this.locale, axis.step)}</text>`;
    })}`;
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
