import { html, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Change } from "../api/changes.ts";
import { KursElement } from "../components/kurs-element.ts";
import { describeInstant } from "../format/period.ts";
import { fillText } from "../strings/fill-text.ts";
import type { KursPage } from "./kurs-page.ts";
import { LiveChanges } from "./live-changes.ts";
import type { Route } from "./route.ts";
import "../components/kurs-notice.ts";

/**
 * Hears of imports, has the page read again what they changed, and says so.
 *
 * @fires kurs-changed - The figures changed. Detail: `{ at }`, when, as ISO text.
 */
@customElement("kurs-live-notice")
export class KursLiveNotice extends KursElement {
  /** The page on show; null while there is none. */
  @property({ attribute: false }) page: () => KursPage | null = () => null;
  /** With another page the notice goes. */
  @property({ attribute: false }) route: Route | null = null;
  @state() private change: Change | null = null;

  readonly #changes = new LiveChanges((changes) => void this.#follow(changes));

  override connectedCallback() {
    super.connectedCallback();
    this.#changes.start();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#changes.stop();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.get("route") && changed.get("route")?.page !== this.route?.page) this.change = null;
  }

  override render() {
    return html`<kurs-notice
      .texts=${this.texts}
      .text=${this.change ? this.#words(this.change) : ""}
      @kurs-dismiss=${() => {
        this.change = null;
      }}
    ></kurs-notice>`;
  }

  #words({ at, undoes }: Change): string {
    const key = undoes === null ? "live.added" : "live.undone";
    return fillText(this.texts[key], { moment: describeInstant(at, this.locale) });
  }

  async #follow(changes: readonly Change[]) {
    const last = changes.at(-1);
    if (!last) return;
    this.dispatchEvent(new CustomEvent("kurs-changed", { detail: { at: last.at } }));
    if (await this.page()?.readAgain(changes)) this.change = last;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-live-notice": KursLiveNotice;
  }
  interface HTMLElementEventMap {
    "kurs-changed": CustomEvent<{ at: string }>;
  }
}
