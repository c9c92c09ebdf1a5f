import { css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Point } from "../chart/gaps.ts";
import { entitySlot } from "../chart/entity-slot.ts";
import { sparkline } from "../chart/sparkline.ts";
import { base } from "../styles/base.styles.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { KursElement } from "./kurs-element.ts";

const [width, height] = [120, 32];

/** The shape of a series, without axes; the text beside it says what it shows. Gaps are gaps. */
@customElement("kurs-sparkline")
export class KursSparkline extends KursElement {
  static override styles = [
    base,
    slotColors,
    css`
      svg {
        display: block;
        width: 100%;
        max-width: 15rem;
        height: auto;
        overflow: visible;
      }
      path {
        fill: none;
        stroke: currentColor;
        stroke-width: 1.5;
        stroke-linejoin: round;
        vector-effect: non-scaling-stroke;
      }
      circle {
        fill: currentColor;
      }
      line {
        stroke: var(--kurs-ink-2);
        stroke-dasharray: 1 2;
      }
    `,
  ];

  /** Whose series it is: a currency or a country. */
  @property() code = "";
  /** As `toPoints` gives them, with breaks. */
  @property({ attribute: false }) points: readonly Point[] = [];
  /** The ends of the time shown, in milliseconds UTC. */
  @property({ attribute: false }) span: readonly [number, number] = [0, 1];
  /** A moment to be marked by a dotted rule, in milliseconds UTC; null for none. */
  @property({ attribute: false }) mark: number | null = null;

  override render() {
    const [from, to] = this.span;
    const { path, isolated, last } = sparkline(this.points, { width, height, from, to });
    return html`<svg
      class="slot-${entitySlot(this.code) ?? 0}"
      viewBox="0 0 ${width} ${height}"
      aria-hidden="true"
    >
      ${this.#renderMark()}
      <path d=${path}></path>
      ${isolated.map(({ x, y }) => svg`<circle cx=${x} cy=${y} r="1.2"></circle>`)}
      ${last ? svg`<circle cx=${last.x} cy=${last.y} r="2.5"></circle>` : nothing}
    </svg>`;
  }

  #renderMark() {
    if (this.mark === null) return nothing;
    const [from, to] = this.span;
    const x = (((this.mark - from) / (to - from || 1)) * width).toFixed(1);
    return svg`<line x1=${x} x2=${x} y1="0" y2=${height}></line>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-sparkline": KursSparkline;
  }
}
