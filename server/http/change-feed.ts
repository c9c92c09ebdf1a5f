import { formatPeriod } from "../contract/period.ts";
import { isUnavailable } from "../sql/error-codes.ts";
import { type Pool, reading } from "../sql/database.ts";
import type { Listening } from "../sql/listen.ts";
import { type CommittedRow, selectCommitted } from "../sql/select-committed.ts";
import { selectState } from "../sql/select-state.ts";

/** How many imports are read at once, and how many series of each are named. */
const [pageSize, toldSeries] = [20, 1_000];

/** An import as the stream of changes tells it. */
export interface ChangeEvent {
  id: number;
  text: string;
}

/**
 * What was committed, for any number of streams. It is read from the table by number, which follow the order of commits;
 * what is heard only says when to look. So nothing is lost or told twice, however the listening went.
 */
export class ChangeFeed {
  readonly #pool: Pool;
  readonly #reads = new Map<number, Promise<ChangeEvent[]>>();
  readonly #waiting = new Set<() => void>();
  #looks = 0;
  #isClosed = false;

  /** Wakes its streams by what is heard. */
  constructor(pool: Pool, listening: Listening) {
    this.#pool = pool;
    listening.hear(({ kind }) => {
      this.#isClosed ||= kind === "closed";
      if (kind !== "catalogue" && kind !== "down") this.#wake();
    });
  }

  /** True when no more will come. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** A number that changes whenever something is heard. */
  get looks(): number {
    return this.#looks;
  }

  /** The number of the last import, 0 before the first. */
  async last(): Promise<number> {
    const { lastImport } = await reading(this.#pool, selectState);
    return lastImport;
  }

  /** The next imports after a number, in order; none when there are none yet, or the database is away just now. */
  async after(id: number): Promise<ChangeEvent[]> {
    // Streams stand at the same number as a rule, so one read serves them all.
    const before = this.#reads.get(id);
    if (before) return before;
    const read = this.#read(id).finally(() => {
      if (this.#reads.get(id) === read) this.#reads.delete(id);
    });
    this.#reads.set(id, read);
    return read;
  }

  /**
   * Waits until something is heard after `looks` was this number, for `mostMs` at most, or until the signal aborts.
   * True when something was heard.
   */
  async heardSince(looks: number, signal: AbortSignal, mostMs: number): Promise<boolean> {
    if (looks === this.#looks && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.#waiting.delete(done);
          signal.removeEventListener("abort", done);
          resolve();
        };
        const timer = setTimeout(done, mostMs);
        this.#waiting.add(done);
        signal.addEventListener("abort", done);
      });
    }
    return looks !== this.#looks;
  }

  async #read(id: number): Promise<ChangeEvent[]> {
    const limits = { limit: pageSize, seriesLimit: toldSeries };
    try {
      const rows = await reading(this.#pool, (db) => selectCommitted(db, id, limits));
      return rows.map(toEvent);
    } catch (error) {
      // It is heard when the database is back, and then read; a stream that ended here would be given up by browsers.
      if (isUnavailable(error)) return [];
      throw error;
    }
  }

  #wake(): void {
    this.#looks += 1;
    // A read that began before may not see what was heard now.
    this.#reads.clear();
    for (const done of [...this.#waiting]) done();
  }
}

function toEvent({ id, at, undoes, series, seriesCount }: CommittedRow): ChangeEvent {
  const changed = series.map(({ series: name, frequency, first, last }) => ({
    series: name,
    first: formatPeriod(first, frequency),
    last: formatPeriod(last, frequency),
  }));
  const told = JSON.stringify({ id, at, undoes, seriesCount, series: changed });
  return { id, text: `id: ${id}\nevent: import\ndata: ${told}\n\n` };
}
