import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Conversion } from "../../server/contract/rate.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import { LaterElement } from "../components/later-element.ts";
import { decimalsOf } from "../format/digits.ts";
import { formatNumber } from "../format/number.ts";
import { describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { controls, fields } from "../styles/controls.styles.ts";
import { asOfQuery } from "./as-of.ts";
import { converterStyles } from "./converter.styles.ts";
import { KeptTask } from "./kept-task.ts";
import { failureOf } from "./kurs-page.ts";
import { openReceipt } from "./open-receipt.ts";
import { otherSourceLinks } from "./other-sources.ts";
import { receiptOfRate } from "./rate-receipt.ts";
import { quoteHalves } from "./rate-text.ts";
import { readAmount } from "./read-amount.ts";
import { type Pair, publisherOf, type RateReading } from "./read-rate.ts";
import { plainView, type View } from "./view.ts";
import "../components/kurs-problem.ts";

interface Wish {
  amount: string;
  from: string;
  to: string;
  date: string;
}

interface Converted {
  wish: Wish;
  reading: RateReading;
  /** Null where there is no rate. */
  answer: Conversion | null;
}

/** An amount in another currency, at the rate of a day, by the API's reckoning. */
@customElement("kurs-rate-converter")
export class KursRateConverter extends LaterElement {
  static override styles = [base, controls, fields, converterStyles];

  @property({ attribute: false }) reading: RateReading | null = null;
  @property({ attribute: false }) view: View = plainView;
  /** The address of the page as another source tells it. */
  @property({ attribute: false }) hrefOf: (source: string) => string = () => "";
  @state() private wish: Wish | null = null;
  @state() private isRefused = false;

  readonly #conversion = new KeptTask(this, {
    args: () => [this.reading, this.wish, this.view.asof] as const,
    task: async ([reading, wish], { signal }) =>
      reading && wish
        ? { wish, reading, answer: await convert(reading, wish, this.view, signal) }
        : undefined,
  });

  override render() {
    const { texts, reading } = this;
    if (!reading) return nothing;
    const { kept, error } = this.#conversion;
    const isNow = kept !== undefined && kept.wish === this.wish && kept.reading === reading;
    return html`<form @submit=${this.#submit}>
        <label class="field"
          >${texts["convert.amount"]}
          <input
            name="amount"
            inputmode="decimal"
            size="10"
            value="100"
            autocomplete="off"
            aria-describedby="refused"
        /></label>
        ${this.#select("from", reading.pair.base)} ${this.#select("to", reading.pair.quote)}
        <label class="field">${texts["convert.date"]} <input type="date" name="date" /></label>
        <button>${texts["convert.convert"]}</button>
      </form>
      <p id="refused" role="alert">${this.isRefused ? texts["convert.badAmount"] : ""}</p>
      <div role="status" class="number">${isNow ? this.#renderResult(kept) : nothing}</div>
      ${
        error === undefined
          ? nothing
          : html`<kurs-problem
              .texts=${texts}
              .failure=${failureOf(error)}
              @kurs-retry=${() => this.#conversion.run()}
            ></kurs-problem>`
      }
      <p class="quiet">${this.#kindWords(kept?.answer ?? reading.there)}</p>`;
  }

  #select(name: "from" | "to", chosen: string) {
    return html`<label class="field"
      >${this.texts[`convert.${name}`]}
      <select name=${name}>
        ${this.reading?.currencies.map(
          ({ code, name: title }) =>
            html`<option value=${code} ?selected=${code === chosen}>${code} – ${title}</option>`,
        )}
      </select></label
    >`;
  }

  #kindWords({ method, source: code }: Pick<Conversion, "method" | "source">): string {
    if (method === "cross") return this.texts["rate.computed"];
    const source = this.reading?.sources.find((one) => one.code === code);
    return this.texts[`convert.${source?.kind ?? "other"}`];
  }

  #renderResult({ answer, wish, reading }: Converted) {
    const { texts, locale, hrefOf } = this;
    if (!answer && isOwn(reading.pair, wish)) {
      const source = publisherOf(reading).name;
      return html`${fillText(texts["convert.noneAt"], { source })}
      ${otherSourceLinks(reading, wish.date, hrefOf, this)}`;
    }
    if (!answer) return texts["convert.none"];
    const { from, to, amount, result, resultDecimals, decimals, method, date } = answer;
    const quoted = { ...answer, base: from, quote: to, previous: null };
    const { one, other } = quoteHalves({ ...quoted, change: null, changePercent: null }, locale);
    const quote = `${one} = ${other}`;
    const open = () => {
      openReceipt(
        this,
        receiptOfRate({ legs: answer.legs, method, decimals }, quote, this.view.asof),
      );
    };
    return html`<output
        >${fillText(texts["convert.result"], {
          amount: formatNumber(amount, locale, decimalsOf(amount)),
          from,
          result: formatNumber(result, locale, resultDecimals),
          to,
        })}</output
      >
      ${fillText(texts["convert.rateOf"], { quote, date: describePeriod(date, locale) })}
      <button type="button" class="link" @click=${open}>${texts["receipt.open"]}</button>`;
  }

  #submit(event: SubmitEvent) {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const amount = readAmount(text("amount"), this.locale);
    this.isRefused = amount === null;
    if (amount !== null)
      this.wish = { amount, from: text("from"), to: text("to"), date: text("date") };
  }
}

const isOwn = ({ base, quote }: Pair, { from, to }: Pick<Wish, "from" | "to">) =>
  [base, quote].includes(from) && [base, quote].includes(to);

/** Null where there is no rate. The page's own pair is told by the page's own source. */
async function convert(
  { pair, there }: RateReading,
  { amount, from, to, date }: Wish,
  view: View,
  signal: AbortSignal,
): Promise<Conversion | null> {
  const query = {
    ...{ from, to, amount },
    ...(date !== "" && { date }),
    ...(isOwn(pair, { from, to }) && { source: there.source }),
    ...asOfQuery(view),
  };
  try {
    return await get("convert", {}, query, signal);
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === "no-rate") return null;
    throw error;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-rate-converter": KursRateConverter;
  }
}
