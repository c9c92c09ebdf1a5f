const mostMs = 700;

/** Keeps what a page's first view can do without from keeping that waiting. */
export class FirstView {
  #isOver = false;

  /** Resolves once the first view has had its time; at once ever after. Throws the signal's reason when that aborts. */
  async over(signal: AbortSignal): Promise<void> {
    if (!this.#isOver) await new Promise((resolve) => setTimeout(resolve, mostMs));
    signal.throwIfAborted();
    this.#isOver = true;
  }
}
