import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Change } from "../format/change.ts";
import { base } from "../styles/base.styles.ts";
import { KursElement } from "./kurs-element.ts";
import "./kurs-change.ts";

/**
 * One rate of the strip: `1 KGS` and `0.011436 USD`, where it leads, how it moved. Where items differ, `date` says of
 * when it
 * is, `kind` whose where that is not an authority, and `old` that it is stale.
 */
export interface TickerItem {
  href: string;
  one: string;
  other: string;
  change: Change;
  kind: string;
  date: string;
  old: boolean;
}

/**
 * The latest rates in a row that wraps. It stands still, and it is there once; a rate that changes is marked for a
 * second.
 */
@customElement("kurs-ticker")
export class KursTicker extends KursElement {
  static override styles = [
    base,
    css`
      .strip {
        display: flex;
        flex-wrap: wrap;
        gap: var(--kurs-space-1) var(--kurs-space-5);
        align-items: baseline;
      }
      ul {
        display: contents;
      }
      a {
        display: inline-block;
        padding: 2px 0;
        min-height: 24px;
        white-space: nowrap;
        text-decoration: none;
      }
      a:hover {
        text-decoration: underline;
      }
      .date,
      .shared {
        color: var(--kurs-ink-2);
        font-size: var(--kurs-text-s);
      }
      .old {
        color: var(--kurs-warn);
        background: var(--kurs-warn-surface);
        border-radius: var(--kurs-radius-control);
        padding: 0 var(--kurs-space-1);
      }
      @media (max-width: 599px) {
        ul {
          display: block;
          flex: 1 0 100%;
        }
        a {
          padding: 10px 0;
          min-height: 44px;
          /* With kind and date of its own a rate may be longer than the window. */
          white-space: normal;
        }
        .old {
          white-space: nowrap;
        }
      }
    `,
  ];

  @property({ attribute: false }) items: readonly TickerItem[] = [];
  /** What all items have in common: kind, date and source; and whether that is old. */
  @property() shared = "";
  @property({ type: Boolean }) old = false;

  override updated(changed: PropertyValues<this>) {
    const before = new Map(changed.get("items")?.map(({ href, other }) => [href, other]));
    if (before.size === 0 || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.renderRoot.querySelectorAll("a").forEach((link, i) => {
      const { href = "", other = "" } = this.items[i] ?? {};
      if (before.get(href) !== undefined && before.get(href) !== other) tint(link);
    });
  }

  override render() {
    return html`<div class="strip">
      <ul aria-label=${this.texts["ticker.label"]}>
        ${this.items.map((item) => this.#renderItem(item))}
      </ul>
      ${
        this.shared === ""
          ? nothing
          : html`<p class="shared">
              ${this.shared} ${this.old ? this.#renderOld(this.texts["ticker.old"]) : nothing}
            </p>`
      }
    </div>`;
  }

  #renderItem({ href, one, other, change, kind, date, old }: TickerItem) {
    return html`<li>
      <a class="number" href=${href}
        ><b>${one}</b> = ${other}
        <kurs-change .change=${change} .texts=${this.texts}></kurs-change>
        ${kind === "" ? nothing : html`<span class="date">${kind}</span>`}
        ${this.#renderDate(date, old)}</a
      >
    </li>`;
  }

  #renderDate(date: string, old: boolean) {
    if (old) return this.#renderOld(`${date} ${this.texts["ticker.old"]}`);
    return date === "" ? nothing : html`<span class="date">${date}</span>`;
  }

  #renderOld(text: string) {
    return html`<span class="old">${text}</span>`;
  }
}

/** What changed is marked for a second. */
function tint(link: HTMLElement) {
  const backgroundColor = getComputedStyle(link).getPropertyValue("--kurs-warn-surface");
  link.animate([{ backgroundColor }, { backgroundColor: "transparent" }], 1_000);
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-ticker": KursTicker;
  }
}
