import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Conversion } from "../../server/contract/rate.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import { KursElement } from "../components/kurs-element.ts";
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
import { receiptOfRate } from "./rate-receipt.ts";
import { quoteHalves } from "./rate-text.ts";
import { readAmount } from "./read-amount.ts";
import type { RateReading } from "./read-rate.ts";
import { plainView, type View } from "./view.ts";
import "../components/kurs-problem.ts";

interface Wish {
  amount: string;
  from: string;
  to: string;
  date: string;
}

/** An amount in another currency, at the rate of a day, by the API's reckoning. */
@customElement("kurs-rate-converter")
export class KursRateConverter extends KursElement {
  static override styles = [base, controls, fields, converterStyles];

  @property({ attribute: false }) reading: RateReading | null = null;
  @property({ attribute: false }) view: View = plainView;
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
      <div role="status" class="number">${isNow ? this.#renderResult(kept.answer) : nothing}</div>
      ${
        error === undefined
          ? nothing
          : html`<kurs-problem
              .texts=${texts}
              .failure=${failureOf(error)}
              @kurs-retry=${() => this.#conversion.run()}
            ></kurs-problem>`
      }
      <p class="quiet">${texts[`convert.${this.#kind(kept?.answer)}`]}</p>`;
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

  #kind(answer: Conversion | null | undefined) {
    const code = answer?.source ?? this.reading?.there.source;
    return this.reading?.sources.find((source) => source.code === code)?.kind ?? "other";
  }

  #renderResult(answer: Conversion | null) {
    const { texts, locale } = this;
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

/** Null where there is no rate. The page's own pair is told by the page's own source. */
async function convert(
  { pair, there }: RateReading,
  { amount, from, to, date }: Wish,
  view: View,
  signal: AbortSignal,
): Promise<Conversion | null> {
  const isOwn = [pair.base, pair.quote].includes(from) && [pair.base, pair.quote].includes(to);
  const query = {
    ...{ from, to, amount },
    ...(date !== "" && { date }),
    ...(isOwn && { source: there.source }),
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
