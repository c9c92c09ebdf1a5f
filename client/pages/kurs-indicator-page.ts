import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { barFigure } from "./bar-figure.ts";
import { columnFigure } from "./column-figure.ts";
import { type Figure, type FigureWish, renderFigure } from "./figure.ts";
import { barKinds, chooseFigure, type FigureKind, type Reading } from "./indicator-figure.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { lineFigure } from "./line-figure.ts";
import { chooseMeasure, type Measure } from "./measures.ts";
import { type IndicatorReading, readIndicator, readMeasure } from "./read-indicator.ts";
import type { Reader } from "./reader.ts";
import { sourceLine } from "./source-line.ts";
import "../components/kurs-choice.ts";
import "../components/kurs-tabs.ts";

/** One dataset of indicators: a measure of it as the chart that suits it, and as a table. */
@customElement("kurs-indicator-page")
export class KursIndicatorPage extends KursPage {
  static override styles = [
    KursPage.styles,
    css`
      .waiting {
        min-height: 28rem;
      }
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--kurs-space-2);
        max-width: 100%;
        font-size: var(--kurs-text-m);
      }
      select {
        max-width: 100%;
      }
      .figures {
        display: grid;
        gap: var(--kurs-space-4);
        align-items: start;
      }
      .figures kurs-series-table {
        --table-height: 32rem;
      }
      @container (min-width: 68rem) {
        .figures.beside {
          grid-template-columns: 1fr 26rem;
        }
      }
    `,
  ];

  readonly #dataset = new KeptTask(this, {
    args: () => [this.#code, this.route.language] as const,
    task: ([code, language], { signal }) => readIndicator(code, language, signal),
  });
  readonly #readings = new KeptTask(this, {
    args: () => [this.#measure, this.route.language] as const,
    task: async ([measure, language], { signal }) =>
      measure && { measure, readings: await readMeasure(measure, language, signal) },
  });

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

  override render() {
    const reading = this.#shown;
    return html`<div class="stack">
      ${reading ? this.#renderTabs(reading) : nothing} ${this.renderHeading()}
      ${this.renderProblem(this.#dataset.error, () => this.#dataset.run())}
      ${this.renderProblem(this.#readings.error, () => this.#readings.run())}
      ${reading ? this.#renderDataset(reading) : this.#renderWaiting()}
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
    if (!measure) return html`<p>${this.texts["state.emptyAll"]}</p>`;
    const readings = read?.measure === measure ? read.readings : undefined;
    return html`<p>${reading.dataset.description}</p>
      <div class="row">
        ${this.#renderMeasures(reading.measures, measure)} ${this.#renderBy(measure)}
      </div>
      ${readings ? this.#renderFigure(reading, measure, readings) : this.#renderWaiting()}`;
  }

  #renderMeasures(measures: readonly Measure[], measure: Measure) {
    if (measures.length < 2) return nothing;
    const several = (one: Measure) => one.code.endsWith(`.${one.unit}`);
    return html`<label
      >${this.texts["indicator.measure"]}
      <select @change=${this.#chooseMeasure}>
        ${measures.map(
          (one) =>
            html`<option value=${one.code} ?selected=${one.code === measure.code}>
              ${several(one) ? `${one.title}, ${one.unitTitle}` : one.title}
            </option>`,
        )}
      </select>
    </label>`;
  }

  #renderBy(measure: Measure) {
    const kinds = this.#shown ? barKinds(this.#shown.dataset, measure) : [];
    if (kinds.length < 2) return nothing;
    return html`<kurs-choice
      .label=${this.texts["indicator.sort"]}
      .value=${this.route.view.by}
      .choices=${[
        { value: "region", text: this.texts["indicator.byRegion"] },
        { value: "age", text: this.texts["indicator.byAge"] },
      ]}
      @kurs-choose=${(event: CustomEvent<{ value: string }>) =>
        this.choose({ by: event.detail.value === "age" ? "age" : "region" })}
    ></kurs-choice>`;
  }

  #renderFigure(
    { dataset, sources }: IndicatorReading,
    measure: Measure,
    readings: readonly Reading[],
  ) {
    const draw = figures[chooseFigure(dataset, measure)];
    const figure = draw({ dataset, measure, readings, view: this.route.view }, this);
    return html`${renderFigure(figure, this)}
      <div>
        ${sources
          .filter(({ code }) => figure.sources.includes(code))
          .map((source) => sourceLine(source, this.texts))}
      </div>`;
  }

  #renderWaiting() {
    const failed = this.#dataset.error ?? this.#readings.error;
    return failed === undefined
      ? html`<div class="waiting">${this.renderLoading()}</div>`
      : nothing;
  }

  #chooseMeasure(event: Event) {
    const code = (event.target as HTMLSelectElement).value;
    const first = this.#shown?.measures[0]?.code;
    this.choose({ m: code === first ? null : code, by: "region" });
  }
}

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
