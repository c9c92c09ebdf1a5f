import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Change } from "../api/changes.ts";
import type { KursCombobox } from "../components/kurs-combobox.ts";
import { slotColors } from "../styles/slot.styles.ts";
import { areOf, hasChanged } from "./affected.ts";
import { asOfField } from "./as-of.ts";
import { compareControls } from "./compare-controls.ts";
import { comparePageStyles } from "./compare-page.styles.ts";
import { compareFigure } from "./compare-figure.ts";
import { apiAddresses, chosenSeries } from "./compare-parts.ts";
import { readComparisonEvents } from "./comparison-events.ts";
import { comparisonFiles } from "./comparison-files.ts";
import { emptyHint } from "./empty-hint.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { type Comparison, readComparison, readLineup } from "./read-comparison.ts";
import { shownEvents } from "./read-events.ts";
import { searchSeries } from "./search-series.ts";
import { sourceLine } from "./source-line.ts";
import type { View } from "./view.ts";
import { mostSeries } from "./view-values.ts";
import "../components/kurs-combobox.ts";

/** Up to eight series of the reader's choice on one chart: as an index where their units differ. */
@customElement("kurs-compare-page")
export class KursComparePage extends KursPage {
  static override styles = [KursPage.styles, slotColors, comparePageStyles];

  @state() private words: string | null = null;
  @state() private isRefused = false;

  readonly #lineup = new KeptTask(this, {
    args: () => [this.route.view.s.join("~"), this.route.view.asof, this.route.language] as const,
    task: async ([ids, asof, language], { signal }) => {
      const wish = { ids: ids === "" ? [] : ids.split("~"), asof, language };
      return { ids, asof, ...(await readLineup(wish, signal)) };
    },
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
  /** Only after the values: a chart can be read before its events are there. */
  readonly #events = new KeptTask(this, {
    args: () => [this.#comparison.kept, this.route.view.ev === "0", this.route.language] as const,
    task: async ([comparison, isHidden, language], { signal }) =>
      comparison && !isHidden
        ? { comparison, listed: await readComparisonEvents(comparison, language, signal) }
        : undefined,
  });
  readonly #found = new KeptTask(this, {
    args: () => [this.words, this.#lineup.kept, this.route.language] as const,
    task: async ([words, lineup, language], { signal }) =>
      words === null || !lineup
        ? undefined
        : { words, options: await searchSeries(words, language, lineup.currencies, signal) },
  });

  protected override get heading() {
    return this.texts["compare.title"];
  }

  /** The lineup of the address, once it is there. */
  get #current() {
    const { kept } = this.#lineup;
    const { s, asof } = this.route.view;
    return kept?.ids === s.join("~") && kept.asof === asof ? kept : undefined;
  }

  /** The events of this comparison that the view lets be seen; null until they came. */
  #eventsOf(comparison: Comparison) {
    const { kept } = this.#events;
    return kept?.comparison === comparison ? shownEvents(this.route.view, kept.listed) : null;
  }

  protected override affectedBy(changes: readonly Change[]) {
    const { s } = this.route.view;
    const codes = s.flatMap((id) => (id.includes("/") ? [] : id.toUpperCase().split("-")));
    const isShown = areOf(changes, codes) || hasChanged(changes, (name) => s.includes(name));
    return isShown ? [this.#lineup] : [];
  }

  override render() {
    const { view } = this.route;
    const isEmpty = this.#lineup.kept?.sources.every(({ seriesCount }) => seriesCount === 0);
    return html`<div class="stack">
      <div class="stack close">
        ${this.renderHeading()}
        <p class="quiet">${this.texts["compare.intro"]}</p>
        ${asOfField(this.route.view, this, (asof) => this.choose({ asof, t: null }))}
      </div>
      ${this.#renderChoice()} ${this.renderProblem(this.#lineup.error, () => this.#lineup.run())}
      ${isEmpty ? emptyHint(this, this.hrefOf({ name: "import" })) : nothing}
      ${view.s.length === 0 ? this.#renderInvitation() : this.#renderComparison()}
    </div>`;
  }

  #renderChoice() {
    const { words = "", options = [] } = this.#found.kept ?? {};
    return html`<div class="stack close">
      <kurs-combobox
        .texts=${this.texts}
        .label=${this.texts["compare.add"]}
        .options=${options.filter(({ id }) => !this.route.view.s.includes(id))}
        .answered=${words}
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
      const failure = error ?? this.#lineup.error;
      const isOver = failure !== undefined || this.#current?.series.length === 0;
      return html`${failed}
        <div class="waiting">${isOver ? nothing : this.renderLoading()}</div>`;
    }
    const { view } = this.route;
    const events = this.#eventsOf(kept);
    const actions = {
      choose: this.choose.bind(this),
      adjust: this.adjust.bind(this),
      hrefWith: (some: Partial<View>) => this.hrefWith(some),
      hrefOf: (name: "events") => this.hrefOf({ name }),
    };
    const isBusy = this.#lineup.isRefetching || this.#comparison.isRefetching;
    return html`<section
        class="card stack"
        aria-label=${this.heading}
        aria-busy=${isBusy ? "true" : "false"}
      >
        ${compareControls(kept, view, this, actions)} ${failed}
        ${compareFigure(kept, { view, events }, this, actions)} ${this.#renderSources(kept)}
      </section>
      ${comparisonFiles(kept, view, events ?? [], this, () => this.renderRoot.querySelector("kurs-line-figure"))}
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
