import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { KursPage } from "./kurs-page.ts";

/** Says that an address leads nowhere, and the way home. */
@customElement("kurs-not-found-page")
export class KursNotFoundPage extends KursPage {
  protected override get heading() {
    return this.texts["state.notFound"];
  }

  override render() {
    return html`<div class="stack">
      ${this.renderHeading()}
      <p><a href=${this.hrefOf({ name: "overview" })}>${this.texts["state.home"]}</a></p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-not-found-page": KursNotFoundPage;
  }
}
