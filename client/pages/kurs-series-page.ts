import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Change } from "../api/changes.ts";
import type { Observations } from "../../server/contract/observation.ts";
import { isoDay } from "../../server/contract/period.ts";
import { hasChanged } from "./affected.ts";
import { asOfField, asOfQuery } from "./as-of.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { nothingShown } from "./nothing-shown.ts";
import { openReceipt } from "./open-receipt.ts";
import {
  type ImportLog,
  readAllOf,
  readImports,
  readSeries,
  type SeriesName,
  type SeriesReading,
} from "./read-series.ts";
import { seriesControls } from "./series-controls.ts";
import { SeriesDrawing } from "./series-drawing.ts";
import { regimeList, seriesFacts } from "./series-facts.ts";
import { seriesFigure, seriesPictureWords, seriesSpan, seriesTable } from "./series-figure.ts";
import { seriesFiles } from "./series-files.ts";
import { gapsOf } from "./series-gaps.ts";
import { seriesPageStyles } from "./series-page.styles.ts";
import { seriesHistory } from "./series-history.ts";
import { apiAddresses, extentOf, gapList } from "./series-parts.ts";
import { staleSeriesChip } from "./stale-chip.ts";
import { partialNotes } from "./partial-notes.ts";
import { sourceLine } from "./source-line.ts";

/** One series: its figures, whose they are and on which terms, how they came in, and how to cite them. */
@customElement("kurs-series-page")
export class KursSeriesPage extends KursPage {
  static override styles = [KursPage.styles, seriesPageStyles];

  /** Where in the log of imports the reader goes on; null is its beginning. */
  @state() private cursor: string | null = null;

  readonly #reading = new KeptTask(this, {
    args: () => [this.#name.dataset, this.#name.key, this.route.language] as const,
    task: ([dataset, key, language], { signal }) => readSeries({ dataset, key }, language, signal),
  });
  readonly #answer = new KeptTask(this, {
    args: () => [this.#name.dataset, this.#name.key, this.route.view.asof] as const,
    task: ([dataset, key, asof], { signal }) =>
      readAllOf({ dataset, key }, asOfQuery({ asof }), signal),
  });
  readonly #log: KeptTask<readonly [string | null], ImportLog> = new KeptTask(this, {
    args: () => [this.cursor] as const,
    task: async ([cursor], { signal }) => {
      const { imports, next } = await readImports(cursor, signal);
      const before = cursor === null ? [] : (this.#log.kept?.imports ?? []);
      return { imports: [...before, ...imports], next };
    },
  });
  readonly #drawing = new SeriesDrawing();

  protected override get heading() {
    return this.#shown?.series.title ?? `${this.#name.dataset}/${this.#name.key}`;
  }

  get #name(): SeriesName {
    const { page } = this.route;
    return page.name === "series" ? page : { dataset: "", key: "" };
  }

  /** What was read, unless it is of the series that was shown before. */
  get #shown(): SeriesReading | undefined {
    const { kept } = this.#reading;
    const { dataset, key } = this.#name;
    return kept?.series.dataset === dataset && kept.series.key === key ? kept : undefined;
  }

  protected override affectedBy(changes: readonly Change[]) {
    const { dataset, key } = this.#name;
    const isOwn = hasChanged(changes, (name) => name === `${dataset}/${key}`);
    return isOwn ? [this.#reading, this.#answer, this.#log] : [];
  }

  override render() {
    const reading = this.#shown;
    return html`<div class="stack">
      <div class="stack close">
        <p class="quiet">
          <a href=${this.hrefOf({ name: "sources" })}>${this.texts["sources.title"]}</a>
        </p>
        ${this.renderHeading()}
        <p class="quiet name">${`${this.#name.dataset}/${this.#name.key}`}</p>
        ${reading ? html`<p>${staleSeriesChip(reading.series, this)}</p>` : nothing}
      </div>
      ${asOfField(this.route.view, this, (asof) => this.choose({ asof }))}
      ${this.renderProblem(this.#reading.error, () => this.#reading.run())}
      ${reading ? this.#renderSeries(reading) : this.#waiting(this.#reading)}
    </div>`;
  }

  #renderSeries(reading: SeriesReading) {
    const answer = this.#answer.kept;
    const own = answer?.series === `${this.#name.dataset}/${this.#name.key}` ? answer : undefined;
    return html`${this.renderProblem(this.#answer.error, () => this.#answer.run())}
      ${own ? this.#renderFigures(reading, own) : this.#waiting(this.#answer)}
      <div class="beside">
        <section class="card stack close">
          <h2>${this.texts["series.about"]}</h2>
          ${seriesFacts(reading, this)}
        </section>
        <div class="stack">
          ${regimeList(reading, this)} ${own ? gapList(gapsOf(own), own.frequency, this) : nothing}
        </div>
      </div>
      ${this.#renderHistory(reading)}
      ${seriesFiles(reading, this.route.view, this, () => this.#png(reading))}
      <section class="card stack close on-screen">
        <h2>${this.texts["series.api"]}</h2>
        ${apiAddresses(this.#name, reading.series.lastPeriod, this)}
      </section>`;
  }

  #renderFigures(reading: SeriesReading, answer: Observations) {
    const { shown, line } = this.#drawing.of(reading, answer, this);
    const empty = shown.observations.length === 0;
    return html`<section
        class="card stack"
        aria-label=${this.heading}
        aria-busy=${this.#answer.isRefetching ? "true" : "false"}
      >
        <div class="row">
          ${seriesControls(reading, this.route.view, this, {
            choose: (changes) => {
              this.choose(changes);
            },
            adjust: (changes) => {
              this.adjust(changes);
            },
          })}
        </div>
        ${
          empty
            ? nothingShown(
                this.route.view,
                extentOf(answer),
                answer.observations.length === 0
                  ? null
                  : this.hrefWith({ range: "max", from: null, to: null }),
                this,
              )
            : html`${seriesFigure(reading, shown, line, isoDay(Date.now()), this)}
                <p class="quiet">
                  ${partialNotes([line], seriesSpan(reading, this.route.view), this).join(" ")}
                </p>`
        }
        ${sourceLine(reading.source, this.texts)}
      </section>
      ${
        empty
          ? nothing
          : html`<section class="card">${seriesTable(reading, shown, this.#open, this)}</section>`
      }`;
  }

  #renderHistory({ series }: SeriesReading) {
    const { kept, error } = this.#log;
    return html`${this.renderProblem(error, () => this.#log.run())}
    ${
      kept
        ? seriesHistory(series, kept, this, {
            open: this.#open,
            readFurther: (cursor) => {
              this.cursor = cursor;
            },
          })
        : nothing
    }`;
  }

  readonly #open = (period: string, told = "") => {
    const series = `${this.#name.dataset}/${this.#name.key}`;
    openReceipt(this, { legs: [{ series, period }], told, asOf: this.route.view.asof });
  };

  async #png(reading: SeriesReading): Promise<Blob> {
    const figure = this.renderRoot.querySelector("kurs-line-figure");
    if (!figure) throw new Error("nothing is drawn");
    return figure.png(seriesPictureWords(reading, isoDay(Date.now()), this));
  }

  #waiting({ error }: { error: unknown }) {
    return error === undefined ? html`<div class="waiting">${this.renderLoading()}</div>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-series-page": KursSeriesPage;
  }
}
