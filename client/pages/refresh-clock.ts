import type { ReactiveController } from "lit";

const tenMinutes = 600_000;

/** Runs something every ten minutes while the page is in view, and when it comes back into view after as long. */
export class RefreshClock implements ReactiveController {
  readonly #run: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #ranAt = 0;

  constructor(run: () => void) {
    this.#run = run;
  }

  hostConnected(): void {
    this.#ranAt = Date.now();
    this.#timer = setInterval(this.#look, tenMinutes / 10);
    document.addEventListener("visibilitychange", this.#look);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener("visibilitychange", this.#look);
  }

  readonly #look = () => {
    if (document.visibilityState === "hidden" || Date.now() - this.#ranAt < tenMinutes) return;
    this.#ranAt = Date.now();
    this.#run();
  };
}
