import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Says with the attributes `more-before` and `more-after` on which sides of an element's row there is more than is seen,
 * as a row that just ends looks whole. `row` finds it once the element has rendered.
 */
export class RowEnds implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #row: () => HTMLElement | null;
  readonly #sizes = new ResizeObserver(() => this.look());

  constructor(host: ReactiveControllerHost & HTMLElement, row: () => HTMLElement | null) {
    this.#host = host;
    this.#row = row;
    host.addController(this);
  }

  hostConnected() {
    this.#sizes.observe(this.#host);
  }

  hostDisconnected() {
    this.#sizes.disconnect();
  }

  hostUpdated() {
    this.look();
  }

  /** Looks again: after the row was scrolled. */
  look() {
    const row = this.#row();
    if (!row) return;
    // Places between pixels leave a rest.
    const after = row.scrollWidth - row.clientWidth - row.scrollLeft;
    this.#host.toggleAttribute("more-before", row.scrollLeft > 1);
    this.#host.toggleAttribute("more-after", after > 1);
  }
}
