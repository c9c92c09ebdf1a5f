import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { KursCombobox } from "../components/kurs-combobox.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { compareControls } from "./compare-controls.ts";
import { comparePageStyles } from "./compare-page.styles.ts";
import { compareFigure } from "./compare-figure.ts";
import { apiAddresses, chosenSeries } from "./compare-parts.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { type Comparison, readComparison, readLineup } from "./read-comparison.ts";
import { searchSeries } from "./search-series.ts";
import { sourceLine } from "./source-line.ts";
import { mostSeries } from "./view-values.ts";
import "../components/kurs-combobox.ts";

/** Up to eight series of the reader's choice on one chart: as an index where their units differ. */
@customElement("kurs-compare-page")
export class KursComparePage extends KursPage {
  static override styles = [KursPage.styles, slotColors, comparePageStyles];

  @state() private words: string | null = null;
  @state() private isRefused = false;

  readonly #lineup = new KeptTask(this, {
    args: () => [this.route.view.s.join("~"), this.route.language] as const,
    task: async ([ids, language], { signal }) => ({
      ids,
      ...(await readLineup(ids === "" ? [] : ids.split("~"), language, signal)),
    }),
  });
  readonly #comparison = new KeptTask(this, {
    args: () => {
      const { range, from, to, as, base, dir, freq, agg, asof } = this.route.view;
      return [this.#current, range, from, to, as, base, dir, freq, agg, asof] as const;
    },
    task: async ([lineup], { signal }) =>
      lineup && lineup.series.length > 0
        ? readComparison(lineup, this.route.view, signal)
        : undefined,
  });
  readonly #found = new KeptTask(this, {
    args: () => [this.words, this.#lineup.kept, this.route.language] as const,
    task: async ([words, lineup, language], { signal }) =>
      words === null || !lineup ? [] : searchSeries(words, language, lineup.currencies, signal),
  });

  protected override get heading() {
    return this.texts["compare.title"];
  }

  /** The lineup of the address, once it is there. */
  get #current() {
    const { kept } = this.#lineup;
    return kept?.ids === this.route.view.s.join("~") ? kept : undefined;
  }

  override render() {
    const { view } = this.route;
    return html`<div class="stack">
      <div class="stack close">
        ${this.renderHeading()}
        <p class="quiet">${this.texts["compare.intro"]}</p>
      </div>
      ${this.#renderChoice()} ${this.renderProblem(this.#lineup.error, () => this.#lineup.run())}
      ${view.s.length === 0 ? this.#renderInvitation() : this.#renderComparison()}
    </div>`;
  }

  #renderChoice() {
    const chosen = this.route.view.s;
    const options = (this.#found.kept ?? []).filter(({ id }) => !chosen.includes(id));
    return html`<div class="stack close">
      <kurs-combobox
        .texts=${this.texts}
        .label=${this.texts["compare.add"]}
        .options=${options}
        .busy=${this.#found.status === 1}
        @kurs-search=${({ detail }: CustomEvent<{ value: string }>) => {
          this.words = detail.value;
        }}
        @kurs-choose=${({ detail }: CustomEvent<{ value: string }>) => this.#add(detail.value)}
      ></kurs-combobox>
      ${
        this.isRefused
          ? html`<p class="refused" role="alert">
              ${this.fill("compare.full", { most: String(mostSeries) })}
            </p>`
          : nothing
      }
      ${this.renderProblem(this.#found.error, () => this.#found.run())}
      ${chosenSeries(this.#lineup.kept, this.route.view, this, {
        focus: (focus) => this.adjust({ focus }),
        remove: (id) => this.#remove(id),
      })}
    </div>`;
  }

  #renderInvitation() {
    const s = ["usd-kgs", "usd-kzt", "usd-tjs", "usd-uzs", "usd-tmt"];
    return html`<p>
      <a class="button" href=${this.hrefWith({ s })}>${this.texts["compare.five"]}</a>
    </p>`;
  }

  #renderComparison() {
    const { kept, error } = this.#comparison;
    const failed = this.renderProblem(error, () => this.#comparison.run());
    if (!kept || !this.#current) {
      const isOver = error !== undefined || this.#current?.series.length === 0;
      return html`${failed}
        <div class="waiting">${isOver ? nothing : this.renderLoading()}</div>`;
    }
    const { view } = this.route;
    const actions = {
      choose: this.choose.bind(this),
      adjust: this.adjust.bind(this),
    };
    return html`<section class="card stack" aria-label=${this.heading}>
        ${compareControls(kept, view, this, actions)} ${failed}
        ${compareFigure(kept, view, this, { ...actions, hrefWith: (some) => this.hrefWith(some) })}
        ${this.#renderSources(kept)}
      </section>
      ${apiAddresses(kept, this.texts)}`;
  }

  #renderSources({ lineup }: Comparison) {
    const named = new Set(lineup.series.map(({ source }) => source));
    return html`<div>
      ${lineup.sources
        .filter(({ code }) => named.has(code))
        .map((source) => sourceLine(source, this.texts))}
    </div>`;
  }

  #add(id: string) {
    const { s } = this.route.view;
    this.isRefused = s.length >= mostSeries;
    if (!this.isRefused && !s.includes(id)) this.choose({ s: [...s, id] });
  }

  /** The focus goes where adding goes on, since the button that had it is gone. */
  #remove(id: string) {
    const { s, focus } = this.route.view;
    this.isRefused = false;
    const rest = s.filter((one) => one !== id);
    this.choose({ s: rest, ...(focus === id && { focus: null }) });
    this.renderRoot.querySelector<KursCombobox>("kurs-combobox")?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-compare-page": KursComparePage;
  }
}
