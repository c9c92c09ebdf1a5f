import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Receipt } from "../../server/contract/receipt.ts";
import type { Series } from "../../server/contract/series.ts";
import { addressOf, get } from "../api/get.ts";
import { KursDialog } from "../components/kurs-dialog.ts";
import type { KursElement } from "../components/kurs-element.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { dialogs } from "../styles/dialog.styles.ts";
import { hrefOfImport } from "./import-words.ts";
import { inAppHref } from "./in-app-link.ts";
import { KeptTask } from "./kept-task.ts";
import { failureOf } from "./kurs-page.ts";
import type { ReceiptLeg, ReceiptWish } from "./open-receipt.ts";
import "../components/kurs-loading.ts";
import "../components/kurs-problem.ts";
import "../components/kurs-receipt.ts";

/** One receipt, as it was read. */
interface ReadLeg {
  leg: ReceiptLeg;
  series: Series;
  receipt: Receipt;
  address: string;
}

/** The receipt of a number over its page. */
@customElement("kurs-receipt-dialog")
export class KursReceiptDialog extends KursDialog<undefined> {
  static override styles = [
    base,
    controls,
    dialogs,
    css`
      dialog {
        --dialog-width: 44rem;
      }
      .inside {
        display: flex;
        flex-direction: column;
        gap: var(--kurs-space-4);
        padding: var(--kurs-space-4);
      }
      header {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--kurs-space-4);
      }
      kurs-receipt + kurs-receipt {
        border-top: 1px solid var(--kurs-border);
        padding-top: var(--kurs-space-4);
      }
    `,
  ];

  @property({ attribute: false }) wish: ReceiptWish = { legs: [], told: "", asOf: null };

  readonly #reading = new KeptTask(this, {
    args: () => [this.wish, this.locale.language] as const,
    task: ([{ legs, asOf }, lang], { signal }) =>
      Promise.all(
        legs.map((leg) => readLeg(leg, { lang, ...(asOf !== null && { asOf }) }, signal)),
      ),
  });

  protected override get answer() {
    return undefined;
  }

  protected override get first() {
    return this.renderRoot.querySelector("h2");
  }

  override connectedCallback() {
    super.connectedCallback();
    this.addEventListener("click", this.#follow);
  }

  override render() {
    const { texts, wish } = this;
    const { kept, error } = this.#reading;
    return html`<dialog aria-labelledby="title" closedby="any" @close=${this.leave}>
      <div class="inside">
        <header>
          <h2 id="title" tabindex="-1">${texts["receipt.open"]}</h2>
          <button type="button" @click=${this.close}>${texts["receipt.close"]}</button>
        </header>
        ${
          wish.told === "" && !wish.derived
            ? nothing
            : html`<div>
                <p class="number">${wish.told}</p>
                ${wish.derived ? html`<p class="quiet">${texts[`receipt.${wish.derived}`]}</p>` : nothing}
              </div>`
        }
        ${kept?.map((leg) => this.#renderLeg(leg))}
        ${
          error === undefined
            ? kept
              ? nothing
              : html`<kurs-loading .texts=${texts}></kurs-loading>`
            : html`<kurs-problem
                .texts=${texts}
                .failure=${failureOf(error)}
                @kurs-retry=${() => this.#reading.run()}
              ></kurs-problem>`
        }
      </div>
    </dialog>`;
  }

  #renderLeg({ leg, series, receipt, address }: ReadLeg) {
    return html`<kurs-receipt
      .texts=${this.texts}
      .locale=${this.locale}
      .receipt=${receipt}
      .heading=${series.title}
      .source=${series.source.name}
      .importHref=${(id: number) => hrefOfImport(this.locale.language, id)}
      .address=${address}
      .decimals=${leg.decimals ?? 0}
    ></kurs-receipt>`;
  }

  /** The page below may stay where a link leads to another of its kind. */
  readonly #follow = (event: MouseEvent) => {
    if (inAppHref(event) !== null) this.close();
  };
}

async function readLeg(
  leg: ReceiptLeg,
  query: { lang: KursElement["locale"]["language"]; asOf?: string },
  signal: AbortSignal,
): Promise<ReadLeg> {
  const [dataset = "", key = ""] = leg.series.split("/");
  const parts = { dataset, key, period: leg.period };
  const [receipt, series] = await Promise.all([
    get("receipt", parts, query, signal),
    get("series", { dataset, key }, { lang: query.lang }, signal),
  ]);
  return { leg, receipt, series, address: addressOf("receipt", parts, query) };
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-receipt-dialog": KursReceiptDialog;
  }
}
