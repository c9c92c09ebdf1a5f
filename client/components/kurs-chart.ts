import { css, html, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { resolveColors } from "../chart/colors.ts";
import type { Picture } from "../chart/picture.ts";
import { Chart } from "../chart/register.ts";
import type { Point } from "../chart/gaps.ts";
import { base } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";

/**
 * Draws a picture on a canvas, in the theme's colours and for the width there is, and draws it again when either
 * changes. The canvas is hidden from assistive technology: whoever uses this element says in words what it shows.
 *
 * @fires kurs-chart-point - The pointer is over the plot. Detail: `{ x }`, in units of the x axis.
 * @cssproperty --chart-height - Height of the plot.
 */
@customElement("kurs-chart")
export class KursChart extends KursElement {
  static override styles = [
    base,
    css`
      .plot {
        position: relative;
        height: var(--chart-height, clamp(220px, 42cqi, 480px));
        touch-action: pan-y;
      }
      canvas {
        position: absolute;
        inset: 0;
      }
      .rule,
      .dot {
        position: absolute;
        left: 0;
        top: 0;
        pointer-events: none;
      }
      .rule {
        border-left: 1px solid var(--kurs-rule);
      }
      .dot {
        width: 10px;
        height: 10px;
        margin: -5px 0 0 -5px;
        border-radius: 50%;
        background: var(--kurs-surface);
        border: 2px solid var(--kurs-ink);
      }
      @media print {
        .rule,
        .dot {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) picture: Picture | null = null;
  /** Where the cursor stands, in units of the axes; null hides it. */
  @property({ attribute: false }) cursor: Point | null = null;

  #chart: Chart | null = null;
  #width = 0;
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  readonly #draw = () => this.#redraw();
  readonly #themed = new MutationObserver(this.#draw);
  readonly #resized = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width === this.#width) return;
    this.#width = width;
    this.#redraw();
  });

  override render() {
    return html`<div class="plot" @pointermove=${this.#point} @pointerdown=${this.#point}>
        <canvas aria-hidden="true"></canvas>
        <div class="rule" hidden></div>
        <div class="dot" hidden></div>
      </div>
      <span class="probe" hidden></span>`;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#themed.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    this.#dark.addEventListener("change", this.#draw);
    if (this.hasUpdated) this.#watchSize();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#themed.disconnect();
    this.#resized.disconnect();
    this.#dark.removeEventListener("change", this.#draw);
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
    const { x, y } = this.#chart?.scales ?? {};
    const [rule, dot] = [this.#part(".rule"), this.#part(".dot")];
    if (!rule || !dot) return;
    rule.hidden = dot.hidden = !this.cursor || !x || !y;
    if (!this.cursor || !x || !y) return;
    const [left, top] = [x.getPixelForValue(this.cursor.x), y.getPixelForValue(this.cursor.y)];
    rule.style.height = `${y.height}px`;
    rule.style.transform = `translate(${left}px, ${y.top}px)`;
    dot.style.transform = `translate(${left}px, ${top}px)`;
  }

  #point(event: PointerEvent) {
    const plot = this.#part(".plot");
    const value = this.#chart?.scales.x?.getValueForPixel(
      event.clientX - (plot?.getBoundingClientRect().left ?? 0),
    );
    if (value === undefined) return;
    this.dispatchEvent(new CustomEvent("kurs-chart-point", { detail: { x: value } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-chart": KursChart;
  }
  interface HTMLElementEventMap {
    "kurs-chart-point": CustomEvent<{ x: number }>;
  }
}
