import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { readHeadlines } from "./read-headlines.ts";
import { readLatest, readYears } from "./read-overview.ts";
import { headlineCard } from "./headline-card.ts";
import { ageText, asOfText, isOld, newestOf, rateCards, tickerItems } from "./overview-text.ts";
import { sourceLine } from "./source-line.ts";
import "../components/kurs-rate-card.ts";
import "../components/kurs-ticker.ts";

/** The overview: latest rates in both directions, their year, and the indicators. */
@customElement("kurs-overview-page")
export class KursOverviewPage extends KursPage {
  static override styles = [
    KursPage.styles,
    css`
      .cards {
        display: grid;
        gap: var(--kurs-space-4);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 13.25rem), 1fr));
      }
      .waiting {
        min-height: 20rem;
      }
      .headline {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-1);
        text-decoration: none;
        height: 100%;
      }
      .headline:hover {
        background: var(--kurs-surface-2);
        border-color: var(--kurs-rule);
      }
      .value {
        font-size: var(--kurs-text-2xl);
        font-weight: 600;
      }
    `,
  ];

  readonly #latest = new KeptTask(this, {
    args: () => [this.route.language] as const,
    task: ([language], { signal }) => readLatest(language, signal),
  });
  readonly #years = new KeptTask(this, {
    args: () => [this.#latest.kept] as const,
    task: ([latest], { signal }) => readYears(latest?.perDollar ?? [], signal),
  });
  readonly #headlines = new KeptTask(this, {
    args: () => [this.route.language] as const,
    task: ([language], { signal }) => readHeadlines(language, signal),
  });

  protected override get heading() {
    return this.texts["overview.title"];
  }

  override render() {
    return html`<div class="stack">
      <div class="stack close">${this.renderHeading()} ${this.#renderAsOf()}</div>
      ${this.renderProblem(this.#latest.error, () => this.#latest.run())} ${this.#renderRates()}
      <h2>${this.texts["overview.indicators"]}</h2>
      ${this.renderProblem(this.#headlines.error, () => this.#headlines.run())}
      ${this.#renderHeadlines()}
    </div>`;
  }

  #renderAsOf() {
    const newest = newestOf(this.#latest.kept?.perDollar ?? []);
    // The line keeps its height while nothing is known.
    if (!newest) return html`<p class="quiet">&nbsp;</p>`;
    return html`<p class="quiet">
      ${asOfText(newest, this)}
      ${isOld(newest) ? html`<span class="old">${ageText(newest, this)}</span>` : nothing}
    </p>`;
  }

  #renderRates() {
    const latest = this.#latest.kept;
    if (!latest) return html`<div class="waiting">${this.#waiting(this.#latest.error)}</div>`;
    const { items, shared } = tickerItems(latest, this, (quote) => this.#hrefOfRate(quote));
    const cards = rateCards(latest, this.#years.kept ?? {}, this, (quote) =>
      this.#hrefOfRate(quote),
    );
    return html`<kurs-ticker
        class="card"
        .texts=${this.texts}
        .items=${items}
        .shared=${shared}
      ></kurs-ticker>
      <h2>${this.texts["overview.rates"]}</h2>
      ${this.renderProblem(this.#years.error, () => this.#years.run())}
      <div class="cards">
        ${cards.map(
          (card) => html`<kurs-rate-card .texts=${this.texts} .card=${card}></kurs-rate-card>`,
        )}
      </div>
      ${latest.sources
        .filter(({ code }) => latest.perDollar.some(({ source }) => source === code))
        .map((source) => sourceLine(source, this.texts))}`;
  }

  #renderHeadlines() {
    const headlines = this.#headlines.kept;
    if (!headlines) return this.#waiting(this.#headlines.error);
    return html`<div class="cards">
      ${headlines.map((headline) =>
        headlineCard(
          headline,
          this,
          this.hrefOf({ name: "indicator", dataset: headline.dataset.code }),
        ),
      )}
    </div>`;
  }

  #waiting(error: unknown) {
    return error === undefined ? this.renderLoading() : nothing;
  }

  #hrefOfRate(quote: string): string {
    return this.hrefOf({ name: "rate", base: "USD", quote });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-overview-page": KursOverviewPage;
  }
}
