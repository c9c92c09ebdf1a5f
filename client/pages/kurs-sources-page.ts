import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import type { Source } from "../../server/contract/source.ts";
import { get } from "../api/get.ts";
import { formatNumber } from "../format/number.ts";
import { describeInstant } from "../format/period.ts";
import { terms } from "../styles/term.styles.ts";
import { KeptTask } from "./kept-task.ts";
import { KursPage } from "./kurs-page.ts";
import { emptyHint } from "./empty-hint.ts";
import { linked } from "./source-line.ts";
import "./kurs-source-series.ts";

/** Who publishes the figures, in which capacity, and on which terms. */
@customElement("kurs-sources-page")
export class KursSourcesPage extends KursPage {
  static override styles = [
    KursPage.styles,
    terms,
    css`
      .sources {
        display: grid;
        gap: var(--kurs-space-4);
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr));
      }
      .waiting {
        min-height: 24rem;
      }
    `,
  ];

  readonly #sources = new KeptTask(this, {
    args: () => [this.route.language] as const,
    task: ([lang], { signal }) => get("sources", {}, { lang }, signal),
  });

  protected override get heading() {
    return this.texts["sources.title"];
  }

  protected override affectedBy() {
    return [this.#sources];
  }

  override render() {
    const { kept, error } = this.#sources;
    return html`<div class="stack">
      ${this.renderHeading()} ${this.renderProblem(error, () => this.#sources.run())}
      ${
        kept
          ? html`${kept.sources.every(({ seriesCount }) => seriesCount === 0) ? emptyHint(this, this.hrefOf({ name: "import" })) : nothing}
              <div class="sources" aria-busy=${this.#sources.isRefetching ? "true" : "false"}>
                ${inUseFirst(kept.sources).map((source) => this.#renderSource(source))}
              </div>`
          : html`<div class="waiting">${error === undefined ? this.renderLoading() : nothing}</div>`
      }
    </div>`;
  }

  #renderSource(source: Source) {
    const { name, kind, homepage, licence, licenceUrl, attribution } = source;
    const { seriesCount, lastImport, rank } = source;
    const { texts, locale } = this;
    return html`<section class="card stack close" id=${source.code}>
      <h2>${name}</h2>
      <dl>
        <dt>${texts["sources.kind"]}</dt>
        <dd>${texts[`sourceKind.${kind}`]}</dd>
        ${
          homepage === null
            ? nothing
            : html`<dt>${texts["sources.homepage"]}</dt>
                <dd><a href=${homepage}>${homepage}</a></dd>`
        }
        <dt>${texts["sources.licence"]}</dt>
        <dd>
          ${linked(licence ?? texts["sources.notStated"], licence === null ? null : licenceUrl)}
        </dd>
        ${
          attribution === null
            ? nothing
            : html`<dt>${texts["sources.attribution"]}</dt>
                <dd>${attribution}</dd>`
        }
        <dt>${texts["sources.rank"]}</dt>
        <dd class="number">${formatNumber(rank, locale, 0)}</dd>
        <dt>${texts["sources.series"]}</dt>
        <dd class="number">${formatNumber(seriesCount, locale, 0)}</dd>
        <dt>${texts["sources.lastImport"]}</dt>
        <dd class="number">
          ${
            lastImport === null
              ? texts["sources.never"]
              : html`<a href=${this.hrefOf({ name: "import-report", id: lastImport.id })}
                  ><time datetime=${lastImport.at}
                    >${describeInstant(lastImport.at, locale)}</time
                  ></a
                >`
          }
        </dd>
      </dl>
      ${
        seriesCount === 0
          ? nothing
          : html`<kurs-source-series
              .texts=${texts}
              .locale=${locale}
              .language=${this.route.language}
              .source=${source.code}
            ></kurs-source-series>`
      }
    </section>`;
  }
}

/** Those with figures before those that only could have some. */
const inUseFirst = (sources: readonly Source[]) =>
  [...sources].sort((a, b) => Number(b.seriesCount > 0) - Number(a.seriesCount > 0));

declare global {
  interface HTMLElementTagNameMap {
    "kurs-sources-page": KursSourcesPage;
  }
}
