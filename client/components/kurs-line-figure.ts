import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { cursorKeys, moveCursor, nearestIndex } from "../chart/cursor.ts";
import { entitySlot } from "../chart/entity-slot.ts";
import { type Dated, periodMs } from "../chart/gaps.ts";
import type { Picture } from "../chart/picture.ts";
import { base } from "../styles/base.styles.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { KursElement } from "./kurs-element.ts";
import { lineFigureStyles } from "./line-figure.styles.ts";
import { type FigureLine, linePicture } from "./line-picture.ts";
import "./kurs-chart.ts";

/** An observation in words: for the eye, and for a screen reader. */
export interface Reading {
  text: string;
  spoken: string;
}

/**
 * Lines of one unit over time with a read-out above and a cursor: one tab stop, moved by arrow keys, Home, End and Page
 * keys, or by the pointer. The read-out and the summary say everything that the canvas shows.
 */
@customElement("kurs-line-figure")
export class KursLineFigure extends KursElement {
  static override styles = [base, slotColors, lineFigureStyles];

  @property({ attribute: false }) lines: readonly FigureLine[] = [];
  /** Values are multiplied by it before they are drawn. */
  @property({ type: Number }) nominal = 1;
  /** The read-out for one observation of a line. */
  @property({ attribute: false }) describe: (line: FigureLine, observation: Dated) => Reading =
    () => ({ text: "", spoken: "" });
  @property() label = "";
  @property() summary = "";

  @state() private line = 0;
  /** The observation under the cursor; null while the reader has not moved it, and the last one is read out. */
  @state() private at: number | null = null;
  #picture: Picture | null = null;

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("lines") || changed.has("nominal")) [this.line, this.at] = [0, null];
    if (changed.has("lines") || changed.has("nominal") || changed.has("locale"))
      this.#picture = linePicture(this.lines, this.nominal, this.locale);
  }

  override render() {
    const line = this.lines[this.line];
    const seen = observed(line);
    const at = this.at ?? seen.length - 1;
    const observation = seen[at];
    if (!line || !observation) return nothing;
    const { text, spoken } = this.describe(line, observation);
    const moved = this.at !== null && observation.value !== null;
    return html`<p class="reading number" aria-hidden="true">${text}</p>
      ${this.lines.length > 1 ? this.#renderKeys() : nothing}
      <div
        role="slider"
        tabindex="0"
        aria-label=${this.label}
        aria-describedby="hint summary"
        aria-orientation="horizontal"
        aria-valuemin="0"
        aria-valuemax=${seen.length - 1}
        aria-valuenow=${at}
        aria-valuetext=${spoken}
        @keydown=${this.#press}
        @pointerleave=${this.#leave}
      >
        <kurs-chart
          .picture=${this.#picture}
          .cursor=${
            moved
              ? { x: periodMs(observation.period), y: (observation.value ?? 0) * this.nominal }
              : null
          }
          @kurs-chart-point=${this.#point}
        ></kurs-chart>
      </div>
      <p id="hint" class="spoken">${this.texts["chart.hint"]}</p>
      <p id="summary" class="summary quiet number">${this.summary}</p>`;
  }

  /** In the order of the lines' ends, as the labels beside a wide chart. */
  #renderKeys() {
    const end = (line: FigureLine) => observed(line).at(-1)?.value ?? -Infinity;
    const lines = [...this.lines].sort((a, b) => end(b) - end(a));
    return html`<ul class="keys number">
      ${lines.map(
        ({ code, name, latest }) =>
          html`<li>
            <span class="dot slot-${entitySlot(code) ?? 0}"></span>${name} <b>${latest}</b>
          </li>`,
      )}
    </ul>`;
  }

  #press(event: KeyboardEvent) {
    const line = this.lines[this.line];
    const move = cursorKeys[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || !line) return;
    const moments = observed(line).map(({ period }) => periodMs(period));
    const at = this.at ?? moments.length - 1;
    if (move) this.at = moveCursor(moments, at, move, line.frequency);
    else if (event.key === "ArrowUp" || event.key === "ArrowDown")
      this.#changeLine(event.key === "ArrowUp" ? -1 : 1, moments[at] ?? 0);
    else if (event.key === "Escape") this.at = null;
    else return;
    event.preventDefault();
  }

  #changeLine(step: number, moment: number) {
    this.line = (this.line + step + this.lines.length) % this.lines.length;
    this.at = nearest(this.lines[this.line], moment);
  }

  #point({ detail: { x } }: CustomEvent<{ x: number }>) {
    this.at = nearest(this.lines[this.line], x);
  }

  #leave() {
    this.at = null;
  }
}

/** The observations that have a value; a missing one cannot be stood upon. */
const observed = (line: FigureLine | undefined) =>
  line?.observations.filter(({ value }) => value !== null) ?? [];

const nearest = (line: FigureLine | undefined, moment: number) =>
  nearestIndex(
    observed(line).map(({ period }) => periodMs(period)),
    moment,
  );

declare global {
  interface HTMLElementTagNameMap {
    "kurs-line-figure": KursLineFigure;
  }
}
