import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ImportReport } from "../../server/contract/import-report.ts";
import { type Frequency, readPeriod } from "../../server/contract/period.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import type { Dated } from "../chart/gaps.ts";
import { KursElement } from "../components/kurs-element.ts";
import type { FigureLine } from "../components/line-picture.ts";
import { decimalsOf } from "../format/digits.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { overlay } from "./import-overlay.ts";
import { KeptTask } from "./kept-task.ts";
import { failureOf } from "./kurs-page.ts";
import "../components/kurs-line-figure.ts";
import "../components/kurs-problem.ts";

/** The most series to choose from. */
const most = 200;

/** One of the series that an import would change, as it stands and as it would stand, over each other. */
@customElement("kurs-import-chart")
export class KursImportChart extends KursElement {
  static override styles = [base, controls, fields];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) report: ImportReport | null = null;
  @state() private chosen = "";
  #drawn: { key: unknown; lines: FigureLine[]; isWhole: boolean } | null = null;

  readonly #stored = new KeptTask(this, {
    args: () => [this.#series] as const,
    task: async ([series], { signal }) => ({
      series,
      observations: await readStored(series, signal),
    }),
  });

  get #series(): string {
    const names = this.report?.series.map(({ series }) => series) ?? [];
    return names.includes(this.chosen) ? this.chosen : (names[0] ?? "");
  }

  override render() {
    const { texts, report } = this;
    const { kept, error } = this.#stored;
    if (!report || this.#series === "") return nothing;
    return html`<h3>${texts["import.chart"]}</h3>
      ${this.#renderChoice(report)}
      ${
        error === undefined
          ? nothing
          : html`<kurs-problem
              .texts=${texts}
              .failure=${failureOf(error)}
              @kurs-retry=${() => this.#stored.run()}
            ></kurs-problem>`
      }
      ${kept?.series === this.#series ? this.#renderFigure(report, kept.observations) : nothing}`;
  }

  #renderChoice({ series }: ImportReport) {
    if (series.length < 2) return html`<p class="quiet">${this.#series}</p>`;
    return html`<label class="field"
      >${this.texts["import.chartOf"]}
      <select
        @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}
      >
        ${series
          .slice(0, most)
          .map(
            (one) =>
              html`<option value=${one.series} ?selected=${one.series === this.#series}>
                ${one.series}
              </option>`,
          )}
      </select></label
    >`;
  }

  #renderFigure(report: ImportReport, stored: readonly Dated[]) {
    const { texts, locale } = this;
    const { lines, isWhole } = this.#drawing(report, stored);
    const describe = (line: FigureLine, { period, value }: Dated) => {
      const parts = [line.name, describePeriod(period, locale), this.#figure(value)];
      return { text: parts.join(" · "), spoken: parts.join(", ") };
    };
    return html`<kurs-line-figure
        .texts=${texts}
        .locale=${locale}
        .label=${fillText(texts["import.chartLabel"], { series: this.#series })}
        .summary=${texts["import.chartSummary"]}
        .lines=${lines}
        .describe=${describe}
        .focused=${"after"}
      ></kurs-line-figure>
      ${isWhole ? nothing : html`<p class="quiet">${texts["import.chartPart"]}</p>`}`;
  }

  /** Made once for each series: new lines would take the cursor back to the end. */
  #drawing(report: ImportReport, stored: readonly Dated[]) {
    if (this.#drawn?.key === stored) return this.#drawn;
    const { before, after, isWhole } = overlay(this.#series, stored, report);
    const lines = [this.#line("before", before), this.#line("after", after)].filter(
      ({ observations }) => observations.some(({ value }) => value !== null),
    );
    this.#drawn = { key: stored, lines, isWhole };
    return this.#drawn;
  }

  #line(id: "before" | "after", observations: readonly Dated[]): FigureLine {
    const name = this.texts[`import.${id}`];
    const last = observations.findLast(({ value }) => value !== null);
    return {
      id,
      code: id === "after" ? codeOf(this.#series) : "",
      label: name,
      name,
      latest: last ? this.#figure(last.value) : "",
      frequency: frequencyOf(observations),
      observations,
    };
  }

  #figure(value: number | null): string {
    return value === null ? "—" : formatNumber(value, this.locale, decimalsOf(value));
  }
}

/** What is stored of a series; nothing of one that the import would bring. */
async function readStored(series: string, signal: AbortSignal): Promise<readonly Dated[]> {
  const [dataset = "", key = ""] = series.split("/");
  try {
    return (await get("observations", { dataset, key }, {}, signal)).observations;
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === "unknown-series") return [];
    throw error;
  }
}

/** The currency or the country whose colour the line has. */
function codeOf(series: string): string {
  const [, first = "", second = ""] = series.slice(series.indexOf("/") + 1).split(".");
  return second.length === 3 && first === "USD" ? second : first;
}

function frequencyOf(observations: readonly Dated[]): Frequency {
  return readPeriod(observations[0]?.period ?? "")?.frequency ?? "D";
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-import-chart": KursImportChart;
  }
}
