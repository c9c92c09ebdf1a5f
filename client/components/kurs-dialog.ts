import { KursElement } from "./kurs-element.ts";

/**
 * A dialog over its page: shown as soon as it is there, gone when it is closed. What extends it renders a `<dialog>`
 * whose
 * `close` event calls `leave`, and says what it came to.
 */
export abstract class KursDialog<Answer> extends KursElement {
  #settle: (answer: Answer) => void = () => undefined;
  /** Resolves when the dialog has gone, to what it came to. */
  readonly closed = new Promise<Answer>((resolve) => {
    this.#settle = resolve;
  });

  /** What the dialog came to, asked once it is closed and still there. */
  protected abstract get answer(): Answer;

  /** What has the focus first; the browser chooses where there is none. */
  protected get first(): HTMLElement | null {
    return null;
  }

  override firstUpdated() {
    this.dialog?.showModal();
    this.first?.focus();
  }

  protected get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }

  protected readonly close = () => this.dialog?.close();

  protected readonly leave = () => {
    const { answer } = this;
    this.remove();
    this.#settle(answer);
  };
}
