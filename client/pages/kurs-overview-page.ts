import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Rate } from "../../server/contract/rate.ts";
import { get } from "../api/get.ts";
import { emptyHint } from "./empty-hint.ts";
import { headlineCard } from "./headline-card.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { openReceipt } from "./open-receipt.ts";
import { rateCards } from "./overview-cards.ts";
import { moversCard, panelsCard } from "./overview-parts.ts";
import { latestEvents, latestUpdates } from "./overview-news.ts";
import { overviewStyles } from "./overview-page.styles.ts";
import { ageText, asOfText, endsOf } from "./overview-text.ts";
import { tickerOf } from "./overview-ticker.ts";
import { readHeadlines } from "./read-headlines.ts";
import { type LatestReading, readIndex, readLatest, readYears } from "./read-overview.ts";
import { renderOnce } from "./render-once.ts";
import { staleRateChip } from "./stale-chip.ts";
import { RefreshClock } from "./refresh-clock.ts";
import { sourceLine } from "./source-line.ts";
import "../components/kurs-rate-card.ts";
import "../components/kurs-ticker.ts";

const newsCount = "5";

/** The overview: the latest rates, their year side by side, how they moved, indicators, events, and what came in last. */
@customElement("kurs-overview-page")
export class KursOverviewPage extends KursPage {
  static override styles = [KursPage.styles, overviewStyles];

  readonly #latest = new KeptTask(this, {
    args: () => [this.route.language] as const,
    task: ([language], { signal }) => readLatest(language, signal),
  });
  readonly #years = new KeptTask(this, {
    args: () => [this.#latest.kept] as const,
    task: async ([latest], { signal }) =>
      latest ? readYears(latest.perDollar, signal) : undefined,
  });
  readonly #index = new KeptTask(this, {
    args: () => [this.#latest.kept, this.#years.kept] as const,
    task: async ([latest, years], { signal }) =>
      latest && years ? readIndex(latest.perDollar, years, signal) : undefined,
  });
  readonly #headlines = new KeptTask(this, {
    args: () => [this.route.language] as const,
    task: ([language], { signal }) => readHeadlines(language, signal),
  });
  readonly #events = new KeptTask(this, {
    args: () => [this.route.language] as const,
    task: ([lang], { signal }) => get("events", {}, { lang, limit: newsCount }, signal),
  });
  readonly #imports = new KeptTask(this, {
    args: () => [],
    task: (_, { signal }) => get("imports", {}, { limit: newsCount }, signal),
  });

  constructor() {
    super();
    // The strip of rates; what has not changed the browser knows by its ETag.
    this.addController(new RefreshClock(() => void this.#latest.run()));
  }

  protected override get heading() {
    return this.texts["overview.title"];
  }

  protected override affectedBy() {
    return [this.#latest, this.#headlines, this.#imports];
  }

  override render() {
    const latest = this.#latest.kept;
    return html`<div class="stack">
      <div class="stack close">${this.renderHeading()} ${this.#renderAsOf()}</div>
      ${this.renderProblem(this.#latest.error, () => this.#latest.run())}
      ${
        latest
          ? renderOnce(this, [this.#latest, this.#years, this.#index], () =>
              this.#renderRates(latest),
            )
          : this.#waiting(this.#latest, "first")
      }
      ${this.#renderPart("overview.indicators", this.#headlines, (headlines) =>
        headlines.map((one) =>
          headlineCard(one, this, this.hrefOf({ name: "indicator", dataset: one.dataset.code })),
        ),
      )}
      <div class="beside">
        ${this.#renderPart("overview.events", this.#events, ({ events }) =>
          events.length > 0 ? [latestEvents(events, this, this.hrefOf({ name: "events" }))] : [],
        )}
        ${this.#renderPart("overview.updates", this.#imports, ({ imports }) =>
          imports.length > 0
            ? [
                latestUpdates(imports, this, (dataset, key) =>
                  this.hrefOf({ name: "series", dataset, key }),
                ),
              ]
            : [],
        )}
      </div>
    </div>`;
  }

  #renderAsOf() {
    const ends = endsOf(this.#latest.kept?.perDollar ?? []);
    // The line keeps its height while nothing is known.
    if (!ends) return html`<p class="quiet">&nbsp;</p>`;
    return html`<p class="quiet">
      ${asOfText(ends, this)} ${staleRateChip(ends.oldest, this, ageText(ends.oldest, this))}
    </p>`;
  }

  #renderRates(latest: LatestReading) {
    if (latest.perDollar.length === 0) return emptyHint(this, this.hrefOf({ name: "import" }));
    const { items, shared, old } = tickerOf(latest, this, this.#hrefOfRate);
    const cards = rateCards(latest, this.#years.kept ?? {}, this, this.#hrefOfRate);
    return html`<kurs-ticker
        class="card"
        .texts=${this.texts}
        .items=${items}
        .shared=${shared}
        .old=${old}
      ></kurs-ticker>
      <h2>${this.texts["overview.rates"]}</h2>
      ${this.renderProblem(this.#years.error, () => this.#years.run())}
      <div class="cards" aria-busy=${this.#latest.isRefetching ? "true" : "false"}>
        ${cards.map(
          (card) => html`<kurs-rate-card .texts=${this.texts} .card=${card}></kurs-rate-card>`,
        )}
      </div>
      ${this.renderProblem(this.#index.error, () => this.#index.run())}
      ${
        this.#index.kept === undefined
          ? this.#waiting(this.#years.error === undefined ? this.#index : this.#years, "panels")
          : panelsCard(latest, this.#index.kept, this.route.view, this, {
              hrefOf: this.#hrefOfRate,
              choose: (changes) => {
                this.choose(changes);
              },
            })
      }
      ${moversCard(latest, this.#years.kept ?? {}, this, {
        hrefOf: this.#hrefOfRate,
        openReceipt: this.#openReceipt,
      })}
      ${latest.sources
        .filter(({ code }) => latest.perDollar.some(({ source }) => source === code))
        .map((source) => sourceLine(source, this.texts))}`;
  }

  readonly #openReceipt = ({ base, quote, legs }: Rate, text: string) => {
    openReceipt(this, {
      legs: legs.map(({ series, date }) => ({ series, period: date })),
      told: `1 ${base} = ${text} ${quote}`,
      asOf: null,
    });
  };

  /** A part that comes by itself: its failure and its emptiness leave the others alone. */
  #renderPart<Answer>(
    title: "overview.indicators" | "overview.events" | "overview.updates",
    task: KeptTask<readonly unknown[], Answer>,
    render: (answer: Answer) => readonly unknown[],
  ) {
    return renderOnce(this, [task], () => this.#renderSection(title, task, render));
  }

  #renderSection<Answer>(
    title: "overview.indicators" | "overview.events" | "overview.updates",
    task: KeptTask<readonly unknown[], Answer>,
    render: (answer: Answer) => readonly unknown[],
  ): TemplateResult {
    const parts = task.kept === undefined ? null : render(task.kept);
    const cards = title === "overview.indicators" ? "cards wide" : "";
    return html`<section class="stack part" aria-busy=${task.isRefetching ? "true" : "false"}>
      <h2>${this.texts[title]}</h2>
      ${this.renderProblem(task.error, () => task.run())}
      ${parts?.length === 0 ? html`<p>${this.texts["state.emptyAll"]}</p>` : nothing}
      ${parts ? html`<div class=${cards}>${parts}</div>` : this.#waiting(task)}
    </section>`;
  }

  #waiting({ error }: { error: unknown }, part = "") {
    return error === undefined
      ? html`<div class="waiting ${part}">${this.renderLoading()}</div>`
      : nothing;
  }

  readonly #hrefOfRate = (quote: string) => this.hrefOf({ name: "rate", base: "USD", quote });
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-overview-page": KursOverviewPage;
  }
}
