import { html, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { chartPng, type PictureWords } from "../chart/chart-png.ts";
import { resolveColors } from "../chart/colors.ts";
import { labelAt } from "../chart/end-labels.ts";
import type { Point } from "../chart/gaps.ts";
import { panelScale } from "../chart/panels.ts";
import type { Picture } from "../chart/picture.ts";
import { Chart } from "../chart/register.ts";
import { base } from "../styles/base.styles.ts";
import { chartStyles } from "./chart.styles.ts";
import { KursElement } from "./kurs-element.ts";

/** Where a cursor stands, in units of the axes, and in which of several panels. */
export interface ChartCursor extends Point {
  panel?: number;
}

/** A place that the pointer is at: in units of the x axis, and the id of the end label there. */
export interface ChartPlace {
  x: number;
  label: string | null;
}

/** What a finger may move by and still have tapped, in CSS pixels. */
const stillWithin = 8;

/**
 * Draws a picture on a canvas, in the theme's colours and for the width there is, and draws it again when either
 * changes. The canvas is hidden from assistive technology: whoever uses this element says in words what it shows.
 *
 * @fires kurs-chart-point - The pointer is over the plot, or over a label. Detail: `{ x, label }`.
 * @fires kurs-chart-width - It is drawn on another width. Detail: `{ width }`, in CSS pixels.
 * @fires kurs-chart-tap - A click or a tap there. Detail: `{ x, label }`.
 * @cssproperty --chart-height - Height of the plot.
 */
@customElement("kurs-chart")
export class KursChart extends KursElement {
  static override styles = [base, chartStyles];

  @property({ attribute: false }) picture: Picture | null = null;
  /** Where the cursor stands; null hides it. */
  @property({ attribute: false }) cursor: ChartCursor | null = null;

  #chart: Chart | null = null;
  #width = 0;
  #pressed: { x: number; y: number } | null = null;
  readonly #media = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"].map(
    (query) => matchMedia(query),
  );
  readonly #draw = () => this.#redraw();
  readonly #themed = new MutationObserver(this.#draw);
  readonly #resized = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width === this.#width) return;
    this.#width = width;
    this.dispatchEvent(new CustomEvent("kurs-chart-width", { detail: { width } }));
    this.#redraw();
  });

  /** The picture with these words in it, as a PNG; its plot is `height` high and 912 wide, in CSS pixels. */
  async png(words: PictureWords, height?: number): Promise<Blob> {
    const probe = this.#part(".probe");
    if (!probe || !this.picture) throw new Error("nothing is drawn yet");
    return chartPng(this.picture, words, probe, height);
  }

  override render() {
    return html`<div
        class="plot"
        @pointermove=${this.#point}
        @pointerdown=${this.#press}
        @pointerup=${this.#lift}
      >
        <canvas aria-hidden="true"></canvas>
        <div class="rule" hidden></div>
        <div class="dot" hidden></div>
      </div>
      <span class="probe" hidden></span>`;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    for (const query of this.#media) query.addEventListener("change", this.#draw);
    if (this.hasUpdated) this.#watchSize();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#themed.disconnect();
    this.#resized.disconnect();
    for (const query of this.#media) query.removeEventListener("change", this.#draw);
    this.#chart?.destroy();
    this.#chart = null;
    this.#width = 0;
  }

  override firstUpdated() {
    this.#watchSize();
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has("picture")) this.#redraw();
    else if (changed.has("cursor")) this.#placeCursor();
  }

  #part<Kind extends HTMLElement>(selector: string): Kind | null {
    return this.renderRoot.querySelector<Kind>(selector);
  }

  #watchSize() {
    const plot = this.#part(".plot");
    if (plot) this.#resized.observe(plot);
  }

  /** A chart is made anew: its labels and bridges are plugins, which Chart.js takes only at the start. */
  #redraw() {
    const [canvas, probe] = [this.#part<HTMLCanvasElement>("canvas"), this.#part(".probe")];
    this.#chart?.destroy();
    this.#chart = null;
    if (!canvas || !probe || !this.picture || this.#width === 0) return;
    const config = this.picture({ colors: resolveColors(probe), width: this.#width });
    const devicePixelRatio = Math.min(window.devicePixelRatio, 2);
    this.#chart = new Chart(canvas, {
      ...config,
      options: { ...config.options, devicePixelRatio },
    });
    this.#placeCursor();
  }

  #placeCursor() {
    const [rule, dot] = [this.#part(".rule"), this.#part(".dot")];
    if (!rule || !dot) return;
    const { scales = {}, chartArea } = this.#chart ?? {};
    const [x, y] = [scales.x, scales[panelScale(this.cursor?.panel ?? 0)]];
    rule.hidden = dot.hidden = !this.cursor || !x || !y;
    if (!this.cursor || !x || !y || !chartArea) return;
    const [left, top] = [x.getPixelForValue(this.cursor.x), y.getPixelForValue(this.cursor.y)];
    rule.style.height = `${chartArea.bottom - chartArea.top}px`;
    rule.style.transform = `translate(${left}px, ${chartArea.top}px)`;
    dot.style.transform = `translate(${left}px, ${top}px)`;
  }

  #press(event: PointerEvent) {
    this.#pressed = { x: event.clientX, y: event.clientY };
    this.#point(event);
  }

  #lift(event: PointerEvent) {
    const from = this.#pressed;
    this.#pressed = null;
    if (!from) return;
    const moved = Math.hypot(event.clientX - from.x, event.clientY - from.y);
    if (moved <= stillWithin) this.#tell("kurs-chart-tap", event);
  }

  #point(event: PointerEvent) {
    this.#tell("kurs-chart-point", event);
  }

  #tell(name: string, event: PointerEvent) {
    const box = this.#part(".plot")?.getBoundingClientRect();
    if (!this.#chart || !box) return;
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    const x = this.#chart.scales.x?.getValueForPixel(at.x);
    if (x === undefined) return;
    const detail: ChartPlace = { x, label: labelAt(this.#chart, at) };
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-chart": KursChart;
  }
  interface HTMLElementEventMap {
    "kurs-chart-point": CustomEvent<ChartPlace>;
    "kurs-chart-tap": CustomEvent<ChartPlace>;
    "kurs-chart-width": CustomEvent<{ width: number }>;
  }
}
