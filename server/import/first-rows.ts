import type { Draft, Reading } from "../domain/draft.ts";

const most = 20;

/** The first observations of a file as they were read, whether or not they pass the rules. */
export class FirstRows {
  readonly rows: Draft[] = [];

  /** Takes what it lacks from the next batch; costs nothing once it has enough. */
  take(batch: readonly Reading[]): void {
    for (const reading of batch) {
      if (this.rows.length === most) return;
      if ("draft" in reading) this.rows.push(reading.draft);
    }
  }
}
