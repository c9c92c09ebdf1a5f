import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Fetches the code that draws charts, after the words; where it does not come, its host can say so and ask again. */
export class ChartCode implements ReactiveController {
  /** True while it could not be fetched. */
  isMissing = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("online", this.#again);
    void this.load();
  }

  hostDisconnected(): void {
    removeEventListener("online", this.#again);
  }

  readonly #again = () => void this.load();

  readonly load = async (): Promise<void> => {
    const before = this.isMissing;
    this.isMissing = await import("./kurs-chart.ts").then(
      () => false,
      () => true,
    );
    if (this.isMissing !== before) this.#host.requestUpdate();
  };
}
