const settleMs = 300;

/** The browser's address: a choice is a step that Back undoes; dragging and typing change the step that they began on. */
export class AddressBar {
  #awaited: { href: string; timer: ReturnType<typeof setTimeout> } | null = null;

  /** Makes a step. What was typed before it is kept in the step before. */
  push(href: string) {
    this.#settle();
    history.pushState(null, "", href);
  }

  /** Changes the address of this step when nothing follows for 300 ms. */
  replaceSoon(href: string) {
    this.forget();
    this.#awaited = { href, timer: setTimeout(() => this.#settle(), settleMs) };
  }

  /** Leaves what was typed and has not settled, as after Back. */
  forget() {
    clearTimeout(this.#awaited?.timer);
    this.#awaited = null;
  }

  #settle() {
    if (this.#awaited) history.replaceState(null, "", this.#awaited.href);
    this.forget();
  }
}
