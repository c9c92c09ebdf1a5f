import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { barShare } from "../chart/bar-share.ts";
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
 * Horizontal bars from zero, in the order given, with their values at their ends. Where there is no room the name stands
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
        border-left: 1px solid var(--kurs-ink);
        /* Room for the longest value; it stands outside the box that is the scale. */
        padding-right: 5.5rem;
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
          padding-bottom: var(--kurs-space-3);
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        rect,
        text {
          fill: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) bars: readonly Bar[] = [];

  override render() {
    const values = this.bars.map(({ value }) => value ?? 0);
    return html`<ul>
      ${this.bars.map(
        (bar) =>
          html`<li class=${bar.kind}>
            <span>${bar.name}</span>
            <span class="track">${drawn(bar, barShare(bar.value ?? 0, values))}</span>
            <span class="spoken">${bar.text}</span>
          </li>`,
      )}
    </ul>`;
  }
}

/** Lengths are attributes: the content security policy takes no inline styles. */
function drawn({ code, text }: Bar, share: number) {
  // A true zero is not nothing.
  const end = share === 0 ? "2" : `${(share * 100).toFixed(3)}%`;
  return html`<svg width="100%" height="22" aria-hidden="true">
    <rect class="slot-${entitySlot(code) ?? 0}" width=${end} height="22"></rect>
    <text class="number" x=${end} y="11" dx="8">${text}</text>
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-bar-list": KursBarList;
  }
}
