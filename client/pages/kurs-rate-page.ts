import { initialState, TaskStatus } from "@lit/task";
import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { Change } from "../api/changes.ts";
import { logRefused } from "../chart/log-axis.ts";
import type { KursLineFigure } from "../components/kurs-line-figure.ts";
import type { KursSeriesTable } from "../components/kurs-series-table.ts";
import { fields } from "../styles/controls.styles.ts";
import { areOf } from "./affected.ts";
import { asOfField } from "./as-of.ts";
import { currencies, dollar, localOf } from "./central-asia.ts";
import { FirstView } from "./first-view.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { openReceipt } from "./open-receipt.ts";
import { rateBelow } from "./rate-below.ts";
import { RateDrawing } from "./rate-drawing.ts";
import { todayOf, withoutUnfinished } from "./rate-figure.ts";
import { rateHead } from "./rate-head.ts";
import { rateHistory } from "./rate-history.ts";
import { ratePageStyles } from "./rate-page.styles.ts";
import { receiptOfNewest } from "./rate-receipt.ts";
import { rateTabs } from "./rate-tabs.ts";
import { countriesOf, readEvents } from "./read-events.ts";
import { isOf, type Pair, type RateReading, readRate, readRates } from "./read-rate.ts";
import type { View } from "./view.ts";

/** One pair of currencies: both directions now, its history, and where each number came from. */
@customElement("kurs-rate-page")
export class KursRatePage extends KursPage {
  static override styles = [KursPage.styles, fields, ratePageStyles];

  readonly #reading = new KeptTask(this, {
    args: () => {
      const { source, asof } = this.route.view;
      return [this.#pair.base, this.#pair.quote, source, asof, this.route.language] as const;
    },
    task: async ([base, quote, source, asof, language], { signal }) => {
      const reading = await readRate({ pair: { base, quote }, source, asof, language }, signal);
      if (reading) return { ...reading, source, asof };
      this.ignore("source");
      return initialState;
    },
  });
  readonly #rates = new KeptTask(this, {
    args: () => {
      const { range, from, to, dir, as, base, freq, agg } = this.route.view;
      return [this.#shown, range, from, to, dir, as, base, freq, agg] as const;
    },
    task: async ([reading], { signal }) => {
      const { view } = this.route;
      if (!reading) return undefined;
      const answer = await readRates(reading, view, signal);
      return { reading, view, ...withoutUnfinished(answer, todayOf(reading)) };
    },
  });
  /** Only after the rates: a chart can be read before its events are there. */
  readonly #events = new KeptTask(this, {
    args: () => [this.#current?.answer, this.route.view.ev === "0", this.route.language] as const,
    task: async ([answer, isHidden, language], { signal }) => {
      const [first, last] = [answer?.observations[0], answer?.observations.at(-1)];
      if (!first || !last || isHidden) return undefined;
      await this.#firstView.over(signal);
      const wish = {
        countries: countriesOf(this.#pair),
        start: first.period,
        end: last.period,
        language,
      };
      return { answer, listed: await readEvents(wish, signal) };
    },
  });
  readonly #drawing = new RateDrawing();
  readonly #firstView = new FirstView();
  /** The table was asked for: it takes the focus of the chart that it stands for. */
  #toTable = false;

  protected override get heading() {
    const code = localOf(this.#pair);
    const name = this.#shown?.currencies.find((currency) => currency.code === code)?.name;
    return name === undefined ? code : this.fill("rate.title", { code, name });
  }

  get #pair(): Pair {
    const { page } = this.route;
    return page.name === "rate" ? page : { base: dollar, quote: currencies[0] };
  }

  /** What was read, unless it is of another pair, source or day of knowledge. */
  get #shown() {
    const { kept } = this.#reading;
    return kept && isOf(kept, this.#pair, this.route.view) ? kept : undefined;
  }

  /** The rates that were read last, unless of another reading; they stay until those of a new choice come. */
  get #current() {
    const { kept } = this.#rates;
    const isShown = kept && this.#shown && isOf(kept.reading, this.#pair, this.route.view);
    return isShown ? kept : undefined;
  }

  protected override affectedBy(changes: readonly Change[]) {
    const { base, quote } = this.#pair;
    return areOf(changes, [base, quote]) ? [this.#reading] : [];
  }

  override render() {
    const reading = this.#shown;
    const { error } = this.#reading;
    const { view } = this.route;
    return html`<div class="stack">
      ${rateTabs(this.#pair, view, this, (quote, kept) => this.hrefOf({ name: "rate", base: dollar, quote }, kept))}
      <div class="stack close">
        ${this.renderHeading()}
        ${reading ? this.#renderHead(reading) : this.#renderWaiting("head", error)}
        ${
          // Only once something is known: below a place that is kept for a head, it would move.
          this.#reading.kept || error !== undefined
            ? asOfField(view, this, (asof) => this.choose({ asof, t: null }))
            : nothing
        }
      </div>
      ${this.renderProblem(error, () => this.#reading.run())}
      ${reading ? this.#renderHistory(reading) : nothing}
    </div>`;
  }

  #renderHead(reading: RateReading) {
    return rateHead(reading, this.route.view, this.#current, this, () => {
      openReceipt(this, receiptOfNewest(reading, this.route.view.asof, this));
    });
  }

  #renderHistory(reading: RateReading) {
    const { view } = this.route;
    const { error } = this.#rates;
    const read = this.#current;
    const listed = read && this.#events.kept?.answer === read.answer && this.#events.kept.listed;
    const drawn = read && this.#drawing.of(read.answer, reading, read.view, listed || undefined);
    const wish = {
      reading,
      view,
      drawn,
      leftOut: read?.leftOut === true,
      isBusy: this.#reading.isRefetching || this.#rates.status === TaskStatus.PENDING,
      isLogRefused: drawn ? logRefused(drawn.lines) : false,
      waiting: this.#renderWaiting("plot", error),
      problem: this.renderProblem(error, () => this.#rates.run()),
      label: this.heading,
    };
    return html`${rateHistory(wish, this, this.#actions)}
    ${drawn ? rateBelow(wish, drawn, this, this.#figure, this.#actions.hrefWith) : nothing}`;
  }

  override updated() {
    super.updated();
    const table = this.renderRoot.querySelector<KursSeriesTable>(
      ":not(.on-paper) > kurs-series-table",
    );
    if (!this.#toTable || !table) return;
    this.#toTable = false;
    void table.updateComplete.then(() => {
      if (document.activeElement === document.body) table.focus();
    });
  }

  #renderWaiting(part: "head" | "plot", error: unknown) {
    return error === undefined
      ? html`<div class="waiting-${part}">${this.renderLoading()}</div>`
      : nothing;
  }

  readonly #figure = () => this.renderRoot.querySelector<KursLineFigure>(figure);

  readonly #actions = {
    choose: (changes: Partial<View>) => {
      this.#toTable = changes.view === "table";
      this.choose(changes);
    },
    adjust: (changes: Partial<View>) => {
      this.adjust(changes);
    },
    hrefWith: (changes: Partial<View>) => this.hrefWith(changes),
    hrefOf: (name: "events") => this.hrefOf({ name }),
    openReceipt: (wish: Parameters<typeof openReceipt>[1]) => {
      openReceipt(this, wish);
    },
  };
}

const figure = "kurs-line-figure";

declare global {
  interface HTMLElementTagNameMap {
    "kurs-rate-page": KursRatePage;
  }
}
