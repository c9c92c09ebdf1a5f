import { Task, type TaskConfig } from "@lit/task";
import type { ReactiveControllerHost } from "lit";

/** A task that remembers: after a failure, and while it runs again, what came last is still at hand. */
export class KeptTask<Args extends readonly unknown[], Answer> extends Task<Args, Answer> {
  /** The last answer that came; undefined until the first. */
  kept: Answer | undefined = undefined;

  constructor(host: ReactiveControllerHost, config: TaskConfig<Args, Answer>) {
    super(host, {
      ...config,
      onComplete: (answer) => {
        this.kept = answer;
      },
    });
  }
}
