import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { isoDay } from "../../server/contract/period.ts";
import type { Source } from "../../server/contract/source.ts";
import type { Change } from "../api/changes.ts";
import { describePeriod } from "../format/period.ts";
import { hasChanged } from "./affected.ts";
import { asOfField, asOfQuery } from "./as-of.ts";
import { barFigure } from "./bar-figure.ts";
import { columnFigure } from "./column-figure.ts";
import { emptyHint } from "./empty-hint.ts";
import { type Figure, type FigureWish, renderFigure } from "./figure.ts";
import { measureControl, rankingControls } from "./indicator-controls.ts";
import { chooseFigure, type FigureKind, type Reading } from "./indicator-figure.ts";
import { indicatorFiles } from "./indicator-files.ts";
import { indicatorPageStyles } from "./indicator-page.styles.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { lineFigure } from "./line-figure.ts";
import { chooseMeasure, isSameMeasure, type Measure } from "./measures.ts";
import { openReceipt } from "./open-receipt.ts";
import { type IndicatorReading, readIndicator, readMeasure } from "./read-indicator.ts";
import type { Reader } from "./reader.ts";
import { staleMeasureChip } from "./stale-chip.ts";
import { sourceLine } from "./source-line.ts";
import type { View } from "./view.ts";
import "../components/kurs-tabs.ts";

/** One dataset of indicators: a measure of it as the chart that suits it, and as a table. */
@customElement("kurs-indicator-page")
export class KursIndicatorPage extends KursPage {
  static override styles = [KursPage.styles, indicatorPageStyles];

  readonly #dataset = new KeptTask(this, {
    args: () => [this.#code, this.route.language] as const,
    task: ([code, language], { signal }) => readIndicator(code, language, signal),
  });
  readonly #readings = new KeptTask(this, {
    args: () => [this.#measure, this.route.language, this.route.view.asof] as const,
    task: async ([measure, language, asof], { signal }) =>
      measure && {
        measure,
        readings: await readMeasure(measure, language, asOfQuery({ asof }), signal),
      },
  });
  /** Made once for each view of what was read: a new figure would take a chart's cursor back to its end. */
  #drawn: { of: readonly unknown[]; figure: Figure } | null = null;

  protected override get heading() {
    return this.#shown?.dataset.title ?? this.texts["indicators.title"];
  }

  get #code(): string {
    return this.route.page.name === "indicator" ? this.route.page.dataset : "";
  }

  /** What was read, unless it is of the dataset that was shown before. */
  get #shown(): IndicatorReading | undefined {
    const { kept } = this.#dataset;
    return kept?.dataset.code === this.#code ? kept : undefined;
  }

  get #measure(): Measure | undefined {
    return this.#shown && chooseMeasure(this.#shown.measures, this.route.view.m);
  }

  protected override affectedBy(changes: readonly Change[]) {
    return hasChanged(changes, (name) => name.startsWith(`${this.#code}/`)) ? [this.#dataset] : [];
  }

  override render() {
    const reading = this.#shown;
    return html`<div class="stack">
      ${reading ? this.#renderTabs(reading) : nothing} ${this.renderHeading()}
      ${this.renderProblem(this.#dataset.error, () => this.#dataset.run())}
      ${this.renderProblem(this.#readings.error, () => this.#readings.run())}
      ${
        this.#dataset.kept === null
          ? emptyHint(this, this.hrefOf({ name: "import" }))
          : reading
            ? this.#renderDataset(reading)
            : this.#renderWaiting()
      }
    </div>`;
  }

  #renderTabs({ beside }: IndicatorReading) {
    const tabs = beside.map(({ code, title }) => ({
      href: this.hrefOf({ name: "indicator", dataset: code }),
      text: title,
      current: code === this.#code,
    }));
    return html`<kurs-tabs .label=${this.texts["indicators.title"]} .tabs=${tabs}></kurs-tabs>`;
  }

  #renderDataset(reading: IndicatorReading) {
    const [measure, read] = [this.#measure, this.#readings.kept];
    if (!measure) return emptyHint(this, this.hrefOf({ name: "import" }));
    const readings = read && isSameMeasure(read.measure, measure) ? read.readings : undefined;
    const { view } = this.route;
    const choose = (changes: Partial<View>) => {
      this.choose(changes);
    };
    return html`<p>${reading.dataset.description} ${staleMeasureChip(measure.series, this)}</p>
      ${asOfField(this.route.view, this, (asof) => this.choose({ asof }))}
      <div class="row">
        ${measureControl(reading, measure, this, choose)}
        ${rankingControls(reading, measure, readings ?? [], view, this, choose)}
      </div>
      ${readings ? this.#renderFigure(reading, measure, readings) : this.#renderWaiting()}`;
  }

  #renderFigure(reading: IndicatorReading, measure: Measure, readings: readonly Reading[]) {
    const kind = chooseFigure(reading.dataset, measure);
    const figure = this.#figureOf(kind, reading, measure, readings);
    const { view } = this.route;
    const sources = reading.sources.filter(({ code }) => figure.sources.includes(code));
    if (figure.rows.length === 0) return html`<p>${this.texts["state.nothingInRange"]}</p>`;
    const png = kind === "bars" ? null : () => this.#png(figure, sources);
    return html`${renderFigure(figure, this, this.#readings.isRefetching)}
      <div>${sources.map((source) => sourceLine(source, this.texts))}</div>
      ${indicatorFiles({ measure, readings, shown: figure.shown, sources, view, png }, this)}`;
  }

  #figureOf(
    kind: FigureKind,
    { dataset }: IndicatorReading,
    measure: Measure,
    readings: readonly Reading[],
  ): Figure {
    const { view } = this.route;
    const of = [readings, this.texts, view.by, view.sort, view.year, view.geo];
    if (!this.#drawn || of.some((one, i) => one !== this.#drawn?.of[i])) {
      const wish = { dataset, measure, readings, view, openReceipt: this.#openReceipt };
      this.#drawn = { of, figure: figures[kind](wish, this) };
    }
    return this.#drawn.figure;
  }

  readonly #openReceipt = (series: string, period: string, told: string) => {
    openReceipt(this, { legs: [{ series, period }], told, asOf: this.route.view.asof });
  };

  async #png({ title, subtitle }: Figure, sources: readonly Source[]): Promise<Blob> {
    const drawn = this.renderRoot.querySelector("kurs-line-figure, kurs-chart");
    if (!isPicture(drawn)) throw new Error("nothing is drawn");
    const named = sources.map(({ name }) => name).join(", ");
    const source = this.fill("chart.source", { source: named });
    const date = describePeriod(isoDay(Date.now()), this.locale);
    return drawn.png({ title, subtitle, source, date });
  }

  #renderWaiting() {
    const failed = this.#dataset.error ?? this.#readings.error;
    return failed === undefined
      ? html`<div class="waiting">${this.renderLoading()}</div>`
      : nothing;
  }
}

type Picture = Pick<HTMLElementTagNameMap["kurs-line-figure"], "png">;
const isPicture = (element: Element | null): element is Element & Picture =>
  element !== null && "png" in element;

const figures: Record<FigureKind, (wish: FigureWish, reader: Reader) => Figure> = {
  columns: columnFigure,
  lines: lineFigure,
  bars: barFigure,
};

declare global {
  interface HTMLElementTagNameMap {
    "kurs-indicator-page": KursIndicatorPage;
  }
}
