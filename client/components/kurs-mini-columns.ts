import { css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { miniColumns } from "../chart/mini-columns.ts";
import { base } from "../styles/base.styles.ts";
import { LaterElement } from "./later-element.ts";

const box = { width: 240, height: 48 };

/** A value of a small column chart; null keeps its place. What is not final is hollow. */
export interface MiniValue {
  value: number | null;
  provisional: boolean;
}

/** Small columns from a dark zero line, without axes; the text beside them says what they show. */
@customElement("kurs-mini-columns")
export class KursMiniColumns extends LaterElement {
  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        max-width: 20rem;
        height: auto;
        overflow: visible;
      }
      rect {
        color: var(--kurs-up);
        fill: currentColor;
        stroke: currentColor;
      }
      .below {
        color: var(--kurs-down);
      }
      .hollow {
        fill: var(--kurs-surface);
      }
      line {
        stroke: var(--kurs-ink);
      }
      @media (forced-colors: active) {
        rect,
        .below {
          color: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) values: readonly MiniValue[] = [];

  override render() {
    const { columns, zero } = miniColumns(
      this.values.map(({ value }) => value),
      box,
    );
    return html`<svg viewBox="0 -1 ${box.width} ${box.height + 2}" aria-hidden="true">
      ${columns.map((column, i) => {
        if (!column) return nothing;
        const { x, y, width, height, below } = column;
        const kind = `${below ? "below" : ""} ${this.values[i]?.provisional ? "hollow" : ""}`;
        return svg`<rect class=${kind} x=${x} y=${y} width=${width} height=${height}></rect>`;
      })}
      <line x1="0" x2=${box.width} y1=${zero} y2=${zero}></line>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-mini-columns": KursMiniColumns;
  }
}
