import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { allEn, type AllStrings } from "../strings/desk/en.ts";
import { base } from "../styles/base.styles.ts";
import { controls } from "../styles/controls.styles.ts";
import { dialogs } from "../styles/dialog.styles.ts";
import { KursDialog } from "./kurs-dialog.ts";

/** What is about to happen, in words: the question, what follows from it, and what the button does. */
export interface Confirmation {
  title: string;
  text: string;
  action: string;
}

/** Asks before something is done; it comes to true where that was confirmed. */
@customElement("kurs-confirm-dialog")
export class KursConfirmDialog extends KursDialog<boolean> {
  static override styles = [
    base,
    controls,
    dialogs,
    css`
      p {
        line-height: 1.5;
      }
    `,
  ];

  @property({ attribute: false }) override texts: AllStrings = allEn;
  @property({ attribute: false }) words: Confirmation = { title: "", text: "", action: "" };

  protected override get answer() {
    return this.dialog?.returnValue === "yes";
  }

  override render() {
    const { title, text, action } = this.words;
    return html`<dialog
      role="alertdialog"
      aria-labelledby="title"
      aria-describedby="text"
      @close=${this.leave}
    >
      <form method="dialog">
        <h2 id="title">${title}</h2>
        <p id="text">${text}</p>
        <div class="buttons">
          <button class="first" value="yes">${action}</button>
          <button value="">${this.texts["dialog.cancel"]}</button>
        </div>
      </form>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kurs-confirm-dialog": KursConfirmDialog;
  }
}
