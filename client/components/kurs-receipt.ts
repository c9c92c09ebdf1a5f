import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { fillPath, paths } from "../../server/contract/paths.ts";
import type { Receipt, Version } from "../../server/contract/receipt.ts";
import { decimalsOf } from "../format/digits.ts";
import { formatNumber } from "../format/number.ts";
import { describeInstant, describePeriod } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import { base } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";
import { receiptStyles } from "./receipt.styles.ts";

/** Where one published number came from: source, day, import, file, line, and every version of it. */
@customElement("kurs-receipt")
export class KursReceipt extends KursElement {
  static override styles = [base, receiptStyles];

  @property({ attribute: false }) receipt: Receipt | null = null;
  /** What the series is called, and whose it is. */
  @property() heading = "";
  @property() source = "";
  /** The address of the page of an import, by its number. */
  @property({ attribute: false }) importHref: (id: number) => string = (id) =>
    fillPath(paths.import, { id: String(id) });
  /** The address of the receipt in the API. */
  @property() address = "";
  /** The decimals that the number is shown with elsewhere; it is never cut to them. */
  @property({ type: Number }) decimals = 0;

  override render() {
    if (!this.receipt) return nothing;
    const { receipt, texts, locale } = this;
    const { import: said, period, line, text } = receipt;
    return html`<h3>${this.heading}</h3>
      <dl>
        ${row(texts["receipt.source"], this.source)}
        ${row(
          texts["receipt.date"],
          html`<time datetime=${period}>${describePeriod(period, locale)}</time>`,
        )}
        ${row(texts["receipt.value"], html`<b class="number">${this.#valueOf(receipt)}</b>`)}
        ${row(
          texts["receipt.import"],
          html`${fillText(texts["receipt.imported"], this.#saying(said))} ·
            <a href=${this.importHref(said.id)}>${texts["receipt.report"]}</a>`,
        )}
        ${row(texts["receipt.file"], this.#file(said))}
        ${
          line !== null && text !== null
            ? row(
                fillText(texts["receipt.line"], { line: String(line) }),
                html`<code role="region" tabindex="0" aria-label=${texts["receipt.lineLabel"]}
                  >${text}</code
                >`,
              )
            : nothing
        }
      </dl>
      ${this.#renderVersions(receipt.versions)}
      <p><a href=${this.address}>${texts["receipt.api"]}</a></p>`;
  }

  #file({ id, file, sha256 }: Version["import"]) {
    if (file === null) return this.texts["receipt.noFile"];
    const address = fillPath(paths.importFile, { id: String(id) });
    return html`<a href=${address} download=${file}>${file}</a>${
        sha256 === null
          ? nothing
          : html`<br /><span class="quiet"
                >${this.texts["receipt.checksum"]} <code>${sha256}</code></span
              >`
      }`;
  }

  #renderVersions(versions: readonly Version[]) {
    const { texts } = this;
    if (versions.length < 2) return html`<p class="quiet">${texts["receipt.onlyVersion"]}</p>`;
    return html`<h4>${texts["receipt.versions"]}</h4>
      <ol>
        ${versions.map((version, i) => html`<li>${this.#versionText(version, i === 0)}</li>`)}
      </ol>`;
  }

  #versionText(version: Version, isCurrent: boolean): string {
    const { texts } = this;
    const { withdrawn, restoredBy, line, import: said } = version;
    const value = withdrawn ? texts["receipt.withdrawn"] : this.#valueOf(version);
    return [
      fillText(texts["receipt.version"], { value, ...this.#saying(said) }),
      line === null ? "" : fillText(texts["receipt.line"], { line: String(line) }),
      restoredBy === null ? "" : fillText(texts["receipt.restored"], { id: String(restoredBy) }),
      isCurrent ? texts["receipt.current"] : "",
    ]
      .filter((part) => part !== "")
      .join(" · ");
  }

  #saying({ id, at, by }: Version["import"]) {
    return { id: String(id), moment: describeInstant(at, this.locale), by };
  }

  #valueOf({ value, decimals, status }: Pick<Version, "value" | "decimals" | "status">): string {
    const number =
      value === null
        ? "–"
        : formatNumber(value, this.locale, decimals ?? Math.max(this.decimals, decimalsOf(value)));
    return status === "A" ? number : `${number} (${this.texts[`status.${status}`]})`;
  }
}

const row = (term: string, told: unknown) =>
  html`<dt>${term}</dt>
    <dd>${told}</dd>`;

declare global {
  interface HTMLElementTagNameMap {
    "kurs-receipt": KursReceipt;
  }
}
