import { html, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { PictureWords } from "../chart/chart-png.ts";
import type { FigureEvent } from "../chart/event-marks.ts";
import type { Dated } from "../chart/gaps.ts";
import type { Picture } from "../chart/picture.ts";
import { isTooMany } from "../chart/thin.ts";
import { base } from "../styles/base.styles.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { ChartCode } from "./chart-code.ts";
import { chartMissing } from "./chart-missing.ts";
import type { KursChart } from "./kurs-chart.ts";
import { KursElement } from "./kurs-element.ts";
import { type CursorHost, LineCursor } from "./line-cursor.ts";
import { lineFigureStyles } from "./line-figure.styles.ts";
import { lineKeys } from "./line-keys.ts";
import { lineNames } from "./line-names.ts";
import { type FigureLine, linePicture, type Track, tracksOf } from "./line-picture.ts";
import { markNotes, type Reading, readTrack } from "./line-reading.ts";

/** Keys that follow faster than this, in milliseconds, are not read out one by one. */
const quick = 150;

/**
 * Lines over time with a read-out above and a cursor: one tab stop, moved by keys (`?` lists them) or by the pointer.
 * The
 * read-out and the summary say everything that the canvas shows. Lists are compared by identity: give the same one
 * while
 * nothing in it has changed.
 *
 * @fires kurs-figure-pin - The reader pins the cursor or lets it go. Detail: `{ period }`, null when let go.
 * @fires kurs-figure-range - A narrower or wider range is wanted. Detail: `{ span }`, null for the usual one.
 * @fires kurs-figure-choice - The table, the other direction or the other scale is wanted. Detail: `{ choice }`.
 * @fires kurs-figure-focus - Another line stands out. Detail: `{ id }`, null when all are alike.
 */
@customElement("kurs-line-figure")
export class KursLineFigure extends KursElement implements CursorHost {
  static override styles = [base, slotColors, lineFigureStyles];

  @property({ attribute: false }) lines: readonly FigureLine[] = [];
  /** Values are multiplied by it before they are drawn. */
  @property({ type: Number }) nominal = 1;
  /** The read-out for one observation of a line, without what `readTrack` adds. */
  @property({ attribute: false }) describe: (line: FigureLine, observation: Dated) => Reading =
    () => ({ text: "", spoken: "" });
  @property() label = "";
  @property() summary = "";
  /** Oldest first; their circles have the numbers 1, 2, 3 …, and their words stand in a list of the page. */
  @property({ attribute: false }) events: readonly FigureEvent[] = [];
  /** Linear wherever a value is not above zero. */
  @property() scale: "lin" | "log" = "lin";
  /** The period at which an index is 100; null where the lines are none. */
  @property({ attribute: false }) base: string | null = null;
  /** The reader's day, for forecasts and periods that are not over; null says nothing of either. */
  @property({ attribute: false }) today: string | null = null;
  /** The id (or code) of the line that stands out; null while all are alike. */
  @property({ attribute: false }) focused: string | null = null;
  /** The period that the cursor comes back to; null for none. */
  @property({ attribute: false }) pinned: string | null = null;

  tracks: readonly Track[] = [];
  readonly #cursor = new LineCursor(this);
  readonly #code = new ChartCode(this);
  #picture: Picture | null = null;
  #hovered: string | null = null;
  /** Of the chart, in CSS pixels; 0 until it is drawn. */
  #width = 0;
  #said = { at: 0, spoken: "" };
  #pressed = { at: -Infinity, quickly: false };
  #waiting: ReturnType<typeof setTimeout> | undefined;

  get keys(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>("#keys");
  }

  /** The picture with these words in it, and with those of its events, as a PNG. */
  async png(words: PictureWords): Promise<Blob> {
    await customElements.whenDefined("kurs-chart");
    const chart = this.renderRoot.querySelector<KursChart>("kurs-chart");
    if (!chart) throw new Error("nothing is drawn yet");
    return chart.png(words, this.#panels > 1 ? this.#panels * 240 : 480);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#waiting);
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has("lines")) this.tracks = tracksOf(this.lines);
    if (changed.has("focused")) this.#cursor.follow(this.focused);
    const kept = ["pinned", "describe", "summary", "label", "texts"];
    const isDrawn = [...changed.keys()].some((name) => !kept.includes(String(name)));
    if (isDrawn || this.#hovered !== this.#cursor.hovered) this.#picture = this.#drawn();
  }

  override render() {
    const { track, at, place } = this.#cursor;
    const observation = track?.seen[at];
    if (!track || !observation) return nothing;
    const said = this.describe(track.line, observation);
    const { text, spoken } = readTrack(track, at, said, this);
    this.#say(at, spoken);
    const pinned = this.pinned === observation.period ? ` · ${this.texts["chart.pinned"]}` : "";
    return html`<p class="reading number" aria-hidden="true">${text}${pinned}</p>
      ${lineNames(this.tracks, (id) => {
        this.#cursor.hover(id);
      })}
      <div
        role="slider"
        tabindex="0"
        aria-label=${this.label}
        aria-describedby="hint summary"
        aria-orientation="horizontal"
        aria-valuemin="0"
        aria-valuemax=${track.seen.length - 1}
        aria-valuenow=${this.#said.at}
        aria-valuetext=${this.#said.spoken}
        @keydown=${this.#press}
        @pointerleave=${({ pointerType }: PointerEvent) => {
          this.#cursor.leave(pointerType);
        }}
      >
        <kurs-chart
          class=${`panels-${Math.min(4, this.#panels)}`}
          .picture=${this.#picture}
          .cursor=${place}
          @kurs-chart-width=${({ detail }: HTMLElementEventMap["kurs-chart-width"]) => {
            this.#width = detail.width;
            this.requestUpdate();
          }}
          @kurs-chart-point=${({ detail }: HTMLElementEventMap["kurs-chart-point"]) => {
            this.#cursor.point(detail.x, detail.label);
          }}
          @kurs-chart-tap=${({ detail }: HTMLElementEventMap["kurs-chart-tap"]) => {
            this.#cursor.tap(detail.x, detail.label);
          }}
        ></kurs-chart>
      </div>
      ${this.#code.isMissing ? chartMissing(this.texts, this.#code) : nothing}
      ${lineKeys(this.texts)}
      <p id="hint" class="spoken">${this.texts["chart.hint"]}</p>
      ${markNotes(this.tracks, track, this).map((note) => html`<p class="quiet">${note}</p>`)}
      ${this.#isThinned ? html`<p class="quiet">${this.texts["chart.thinned"]}</p>` : nothing}
      <p id="summary" class="summary quiet number">${this.summary}</p>`;
  }

  get #isThinned(): boolean {
    const counts = this.tracks.map(({ seen }) => seen.length);
    return this.#width > 0 && isTooMany(counts, this.#width);
  }

  get #panels(): number {
    return new Set(this.tracks.map(({ panel }) => panel)).size;
  }

  #drawn(): Picture {
    const { lines, nominal, events, scale, base, today } = this;
    this.#hovered = this.#cursor.hovered;
    const focused = this.#hovered ?? this.focused;
    const figure = { lines, nominal, events, scale, base, today, focused };
    return linePicture(figure, this.tracks, this.locale);
  }

  /** While keys come quickly, only the last of them is said. */
  #say(at: number, spoken: string) {
    clearTimeout(this.#waiting);
    if (!this.#pressed.quickly) this.#said = { at, spoken };
    else
      this.#waiting = setTimeout(() => {
        this.#pressed.quickly = false;
        this.requestUpdate();
      }, quick);
  }

  #press(event: KeyboardEvent) {
    if (!this.#cursor.press(event)) return;
    event.preventDefault();
    const quickly = event.repeat || event.timeStamp - this.#pressed.at < quick;
    this.#pressed = { at: event.timeStamp, quickly };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-line-figure": KursLineFigure;
  }
}
