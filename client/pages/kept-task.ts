import { Task, type TaskConfig, TaskStatus } from "@lit/task";
import type { ReactiveControllerHost } from "lit";
import { Recovery } from "./recovery.ts";

/**
 * A task that remembers: after a failure, and while it runs again, what came last is still at hand. What failed and may
 * pass, as when the server is away, is tried again by itself.
 */
export class KeptTask<Args extends readonly unknown[], Answer> extends Task<Args, Answer> {
  /** The last answer that came; undefined until the first. */
  kept: Answer | undefined = undefined;
  readonly #recovery = new Recovery(() => void this.run());

  constructor(host: ReactiveControllerHost, config: TaskConfig<Args, Answer>) {
    super(host, {
      ...config,
      onComplete: (answer) => {
        this.kept = answer;
        this.#recovery.settle();
      },
      onError: (error) => {
        this.#recovery.plan(error);
      },
    });
  }

  /** True while something newer than what is at hand is on its way. */
  get isRefetching(): boolean {
    return this.status === TaskStatus.PENDING && this.kept !== undefined;
  }

  override async run(args?: Args): Promise<void> {
    this.#recovery.cancel();
    return super.run(args);
  }

  /** A page that was left needs no further tries. */
  hostDisconnected(): void {
    this.#recovery.cancel();
  }
}
