import { css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { barPlace } from "../chart/bar-place.ts";
import { entitySlot } from "../chart/entity-slot.ts";
import { base } from "../styles/base.styles.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** A bar: whose it is, how long, and its value as text. An `average` is the whole of which others are parts. */
export interface Bar {
  /** Whose colour it has: a country, or a region of one. */
  code: string;
  name: string;
  /** Null draws nothing; its text says why. */
  value: number | null;
  text: string;
  kind: "part" | "average" | "reference";
}

/**
 * Horizontal bars from zero, losses to its left, in the order given, with their values at their ends. Where there is no
 * room the name stands
 * above its bar. A list for assistive technology.
 */
@customElement("kurs-bar-list")
export class KursBarList extends KursElement {
  static override styles = [
    base,
    slotColors,
    css`
      :host {
        container-type: inline-size;
      }
      li {
        display: grid;
        grid-template-columns: minmax(8rem, 14rem) 1fr;
        gap: 0 var(--kurs-space-3);
        align-items: center;
        min-height: 36px;
        line-height: 1.25;
      }
      .track {
        /* Room for the longest value; it stands outside the box that is the scale. */
        padding-right: 5.5rem;
      }
      .below .track {
        padding-left: 5.5rem;
      }
      svg {
        display: block;
        overflow: visible;
      }
      rect {
        fill: currentColor;
      }
      text {
        fill: var(--kurs-ink);
        font-weight: 600;
        dominant-baseline: central;
      }
      text.negative {
        text-anchor: end;
      }
      line {
        stroke: var(--kurs-ink);
      }
      .average {
        font-weight: 600;
      }
      .average rect {
        fill: var(--kurs-ink);
      }
      .reference rect {
        fill: var(--kurs-ink-3);
      }
      @container (max-width: 479px) {
        li {
          grid-template-columns: 1fr;
          row-gap: var(--kurs-space-1);
          padding-bottom: var(--kurs-space-3);
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        rect,
        text {
          fill: CanvasText;
        }
        line {
          stroke: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) bars: readonly Bar[] = [];

  override render() {
    const values = this.bars.map(({ value }) => value ?? 0);
    const place = (value: number) => barPlace(value, values);
    return html`<ul class=${values.some((value) => value < 0) ? "below" : ""}>
      ${this.bars.map(
        (bar) =>
          html`<li class=${bar.kind}>
            <span>${bar.name}</span>
            <span class="track">${drawn(bar, place)}</span>
            <span class="spoken">${bar.text}</span>
          </li>`,
      )}
    </ul>`;
  }
}

/** Places and lengths are attributes: the content security policy takes no inline styles. */
function drawn({ code, text, value }: Bar, place: (value: number) => number) {
  const share = (part: number) => `${(part * 100).toFixed(3)}%`;
  const [zero, end] = [place(0), place(value ?? 0)];
  const isNegative = end < zero;
  // A true zero is not nothing.
  const length = value === 0 ? "2" : share(Math.abs(end - zero));
  return html`<svg width="100%" height="22" aria-hidden="true">
    ${value === null ? nothing : svg`<rect class="slot-${entitySlot(code) ?? 0}" x=${share(Math.min(zero, end))} width=${length} height="22"></rect>`}
    <line x1=${share(zero)} x2=${share(zero)} y1="0" y2="22"></line>
    <text
      class=${isNegative ? "number negative" : "number"}
      x=${share(end)}
      y="11"
      dx=${isNegative ? -8 : 8}
    >
      ${text}
    </text>
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-bar-list": KursBarList;
  }
}
