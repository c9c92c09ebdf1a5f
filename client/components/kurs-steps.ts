import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** A step of several: its words, and whether it lies behind the reader, is the present one, or is to come. */
export interface Step {
  text: string;
  state: "done" | "current" | "later";
}

/** Where the reader is among the steps of a task, as an ordered list. */
@customElement("kurs-steps")
export class KursSteps extends KursElement {
  static override styles = [
    base,
    css`
      ol {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-1) var(--kurs-space-5);
        font-size: var(--kurs-text-m);
        line-height: 1.43;
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--kurs-space-2);
        color: var(--kurs-ink-2);
      }
      .mark {
        display: inline-grid;
        place-items: center;
        inline-size: 1.5rem;
        block-size: 1.5rem;
        border: 1px solid var(--kurs-rule);
        border-radius: 50%;
        font-size: var(--kurs-text-xs);
        font-variant-numeric: tabular-nums;
      }
      .current {
        color: var(--kurs-ink);
        font-weight: 600;
      }
      .current .mark {
        color: var(--kurs-surface);
        background: var(--kurs-ink);
        border-color: var(--kurs-ink);
      }
      .done .mark {
        color: var(--kurs-ok);
        background: var(--kurs-ok-surface);
        border-color: var(--kurs-ok);
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property() label = "";
  @property({ attribute: false }) steps: readonly Step[] = [];

  override render() {
    return html`<ol aria-label=${this.label}>
      ${this.steps.map(
        ({ text, state }, i) =>
          html`<li class=${state} aria-current=${state === "current" ? "step" : "false"}>
            <span class="mark" aria-hidden="true">${state === "done" ? "✓" : i + 1}</span>
            <span
              >${text}${
                state === "done"
                  ? html`<span class="spoken"> ${this.texts["import.stepDone"]}</span>`
                  : ""
              }</span
            >
          </li>`,
      )}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-steps": KursSteps;
  }
}
