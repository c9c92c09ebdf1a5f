import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Rate } from "../../server/contract/rate.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import { LaterElement } from "../components/later-element.ts";
import { describeWeekday } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { asOfQuery } from "./as-of.ts";
import { KeptTask } from "./kept-task.ts";
import { failureOf } from "./kurs-page.ts";
import { openReceipt } from "./open-receipt.ts";
import { otherSourceLinks } from "./other-sources.ts";
import { receiptOfRate } from "./rate-receipt.ts";
import { quoteHalves } from "./rate-text.ts";
import { publisherOf, type RateReading, turned } from "./read-rate.ts";
import { plainView, type View } from "./view.ts";
import "../components/kurs-problem.ts";

/** What a pair was on a day, and where nothing was published, the last before it. */
@customElement("kurs-rate-on-date")
export class KursRateOnDate extends LaterElement {
  static override styles = [
    base,
    controls,
    fields,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--kurs-space-2) var(--kurs-space-3);
      }
      [role="status"]:not(:empty) {
        margin-top: var(--kurs-space-2);
      }
    `,
  ];

  @property({ attribute: false }) reading: RateReading | null = null;
  @property({ attribute: false }) view: View = plainView;
  /** The address of the page as another source tells it. */
  @property({ attribute: false }) hrefOf: (source: string) => string = () => "";
  @state() private date: string | null = null;

  readonly #found = new KeptTask(this, {
    args: () => [this.reading, this.date, this.view.dir] as const,
    task: async ([reading, date], { signal }) =>
      reading && date !== null
        ? { date, reading, rate: await readOnDate(reading, date, this.view, signal) }
        : undefined,
  });

  override render() {
    const { texts } = this;
    const { kept, error } = this.#found;
    return html`<form @submit=${this.#submit}>
        <label class="field"
          >${texts["onDate.date"]} <input type="date" name="date" required
        /></label>
        <button>${texts["onDate.show"]}</button>
      </form>
      <div role="status" class="number">
        ${kept && kept.date === this.date && kept.reading === this.reading ? this.#renderRate(kept) : nothing}
      </div>
      ${
        error === undefined
          ? nothing
          : html`<kurs-problem
              .texts=${texts}
              .failure=${failureOf(error)}
              @kurs-retry=${() => this.#found.run()}
            ></kurs-problem>`
      }`;
  }

  #renderRate({ date, rate }: { date: string; rate: Rate | null }) {
    const { texts, locale } = this;
    const day = describeWeekday(date, locale);
    if (!rate) return this.#renderNone(date, day);
    const { one, other } = quoteHalves(rate, locale);
    const quote = `${one} = ${other}`;
    const told = () => {
      openReceipt(this, receiptOfRate(rate, quote, this.view.asof));
    };
    return html`${this.#words(date, day, rate, quote)}
      <button type="button" class="link" @click=${told}>${texts["receipt.open"]}</button>`;
  }

  #renderNone(date: string, day: string) {
    const { texts, reading, hrefOf } = this;
    if (!reading) return nothing;
    const source = publisherOf(reading).name;
    return html`${fillText(texts["onDate.none"], { source, date: day })}
    ${otherSourceLinks(reading, date, hrefOf, this)}`;
  }

  #words(date: string, day: string, rate: Rate, quote: string): string {
    const { texts, locale } = this;
    if (rate.date === date) return fillText(texts["onDate.published"], { date: day, quote });
    const source = this.reading?.sources.find(({ code }) => code === rate.source);
    const key = source?.kind === "official" ? "onDate.official" : "onDate.market";
    const earlier = describeWeekday(rate.date, locale);
    return fillText(texts[key], { date: day, earlier, quote });
  }

  #submit(event: SubmitEvent) {
    event.preventDefault();
    const { date } = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    this.date = typeof date === "string" ? date : null;
  }
}

/** Null where there is no rate of the day, nor of the days before that may stand in. */
async function readOnDate(
  { pair, there }: RateReading,
  date: string,
  view: View,
  signal: AbortSignal,
): Promise<Rate | null> {
  const { base, quote } = turned(pair, view);
  const query = { base, quotes: quote, source: there.source, date, ...asOfQuery(view) };
  try {
    return (await get("latestRates", {}, query, signal)).rates[0] ?? null;
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === "no-rate") return null;
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-rate-on-date": KursRateOnDate;
  }
}
