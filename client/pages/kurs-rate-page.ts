import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { Observations } from "../../server/contract/observation.ts";
import type { Dated } from "../chart/gaps.ts";
import type { FigureLine } from "../components/line-picture.ts";
import { chooseNominal } from "../format/rate.ts";
import { currencies, dollar } from "./central-asia.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { rateControls } from "./rate-controls.ts";
import { rateHead } from "./rate-head.ts";
import { ratePageStyles } from "./rate-page.styles.ts";
import { rateFiles, rateStatistics, rateTable } from "./rate-parts.ts";
import { readOut, type ShownRates, summaryWords, unitWords } from "./rate-words.ts";
import { type Pair, type RateReading, readRate, readRates, turned } from "./read-rate.ts";
import { sourceLine } from "./source-line.ts";
import "../components/kurs-line-figure.ts";
import "../components/kurs-tabs.ts";

/** One pair of currencies: both directions now, and its history as a chart or a table. */
@customElement("kurs-rate-page")
export class KursRatePage extends KursPage {
  static override styles = [KursPage.styles, ratePageStyles];

  readonly #reading = new KeptTask(this, {
    args: () => [this.#pair.base, this.#pair.quote, this.route.language] as const,
    task: ([base, quote, language], { signal }) => readRate({ base, quote }, language, signal),
  });
  readonly #rates = new KeptTask(this, {
    args: () => {
      const { range, from, to, dir } = this.route.view;
      return [this.#shown, range, from, to, dir] as const;
    },
    task: async ([reading], { signal }) => {
      const { view } = this.route;
      return reading && { reading, view, answer: await readRates(reading, view, signal) };
    },
  });
  /** Made once for each answer: a new list of lines would take the cursor back to the end. */
  #lines: { answer: Observations; lines: FigureLine[] } | null = null;

  protected override get heading() {
    const { quote, base } = this.#pair;
    const code = quote === dollar ? base : quote;
    const name = this.#shown?.currencies.find((currency) => currency.code === code)?.name;
    return name === undefined ? code : this.fill("rate.title", { code, name });
  }

  get #pair(): Pair {
    const { page } = this.route;
    return page.name === "rate" ? page : { base: dollar, quote: currencies[0] };
  }

  /** What was read, unless it is of the pair that was shown before. */
  get #shown(): RateReading | undefined {
    const { kept } = this.#reading;
    const { base, quote } = this.#pair;
    return kept?.pair.base === base && kept.pair.quote === quote ? kept : undefined;
  }

  override render() {
    const reading = this.#shown;
    return html`<div class="stack">
      ${this.#renderTabs()}
      <div class="stack close">
        ${this.renderHeading()}
        ${
          reading
            ? rateHead(reading, this, this.route.view.dir === "inv")
            : this.#renderWaiting("head", this.#reading.error)
        }
      </div>
      ${this.renderProblem(this.#reading.error, () => this.#reading.run())}
      ${reading ? this.#renderHistory(reading) : nothing}
    </div>`;
  }

  #renderTabs() {
    const tabs = currencies.map((quote) => ({
      href: this.hrefOf({ name: "rate", base: dollar, quote }, this.route.view),
      text: quote,
      current: quote === this.#pair.quote,
    }));
    return html`<kurs-tabs .label=${this.texts["nav.rates"]} .tabs=${tabs}></kurs-tabs>`;
  }

  #renderHistory(reading: RateReading) {
    const { view } = this.route;
    const read = this.#rates.kept;
    const shown = read?.reading === reading && read.view.dir === view.dir ? read.answer : undefined;
    const controls = rateControls(view, turned(reading.pair, view), this, {
      swap: this.hrefWith({ dir: view.dir === "inv" ? "quote" : "inv" }),
      choose: (changes) => this.choose(changes),
    });
    return html`<section class="card stack" aria-label=${this.heading}>
        ${controls} ${this.renderProblem(this.#rates.error, () => this.#rates.run())}
        ${shown ? this.#renderRates(shown) : this.#renderWaiting("plot", this.#rates.error)}
        ${reading.sources
          .filter(({ code }) => code === reading.there.source)
          .map((source) => sourceLine(source, this.texts))}
      </section>
      ${shown ? rateStatistics(this.#asShown(shown), this) : nothing}
      ${rateFiles(reading, view, this.texts)}`;
  }

  #renderRates(answer: Observations) {
    const shown = this.#asShown(answer);
    if (answer.observations.length === 0)
      return html`<p>${this.texts["state.nothingInRange"]}</p>
        <a class="button" href=${this.hrefWith({ range: "max", from: null, to: null })}
          >${this.texts["state.showAll"]}</a
        >`;
    const { base, quote } = shown.pair;
    if (this.route.view.view === "table") return rateTable(shown, this);
    return html`<div class="stack close">
      <p class="quiet">${unitWords(shown, this)}</p>
      <kurs-line-figure
        .texts=${this.texts}
        .locale=${this.locale}
        .label=${`${base}/${quote}`}
        .lines=${this.#linesOf(answer)}
        .nominal=${shown.nominal}
        .summary=${summaryWords(shown, this)}
        .describe=${(_: FigureLine, observation: Dated) => readOut(observation, shown, this)}
      ></kurs-line-figure>
    </div>`;
  }

  #asShown(answer: Observations): ShownRates {
    const { nom } = this.route.view;
    const largest = Math.max(...answer.observations.map(({ value }) => value ?? 0), 0);
    const nominal = nom === "auto" ? chooseNominal(largest || 1) : Number(nom);
    return { answer, pair: turned(this.#pair, this.route.view), nominal };
  }

  #linesOf(answer: Observations): FigureLine[] {
    if (this.#lines?.answer !== answer) {
      const { base, quote } = this.#pair;
      const code = quote === dollar ? base : quote;
      const { frequency, observations } = answer;
      this.#lines = {
        answer,
        lines: [{ code, name: code, label: code, latest: "", frequency, observations }],
      };
    }
    return this.#lines.lines;
  }

  #renderWaiting(part: "head" | "plot", error: unknown) {
    return error === undefined
      ? html`<div class="waiting-${part}">${this.renderLoading()}</div>`
      : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-rate-page": KursRatePage;
  }
}
