import { css, html, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { barPlace } from "../chart/bar-place.ts";
import { entitySlot } from "../chart/entity-slot.ts";
import { base } from "../styles/base.styles.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { LaterElement } from "./later-element.ts";

const [width, height, radius] = [240, 24, 5];

/** A dot: whose colour it has, and its value; a `whole` is the average of the others. */
export interface MiniDot {
  code: string;
  value: number;
  whole: boolean;
}

/** Dots on one line around zero, the average dark; the text beside it says what they show. */
@customElement("kurs-mini-dots")
export class KursMiniDots extends LaterElement {
  static override styles = [
    base,
    slotColors,
    css`
      svg {
        display: block;
        width: 100%;
        max-width: 20rem;
        height: auto;
        overflow: visible;
      }
      circle {
        fill: currentColor;
        fill-opacity: 0.75;
      }
      .whole {
        color: var(--kurs-ink);
        fill-opacity: 1;
      }
      line {
        stroke: var(--kurs-grid);
      }
      .zero {
        stroke: var(--kurs-ink);
      }
    `,
  ];

  @property({ attribute: false }) dots: readonly MiniDot[] = [];

  override render() {
    const values = this.dots.map(({ value }) => value);
    const place = (value: number) => radius + barPlace(value, values) * (width - 2 * radius);
    const middle = height / 2;
    const inOrder = [...this.dots].sort((a, b) => Number(a.whole) - Number(b.whole));
    return html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
      <line x1=${radius} x2=${width} y1=${middle} y2=${middle}></line>
      <line class="zero" x1=${place(0)} x2=${place(0)} y1="2" y2=${height - 2}></line>
      ${inOrder.map(
        ({ code, value, whole }) =>
          svg`<circle class=${whole ? "whole" : `slot-${entitySlot(code) ?? 0}`}
            cx=${place(value)} cy=${middle} r=${radius}></circle>`,
      )}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-mini-dots": KursMiniDots;
  }
}
