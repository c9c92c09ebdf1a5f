import { readChanges, type Change } from "../api/changes.ts";
import { isQuiet } from "../api/get.ts";

/** The stream is opened after the page is there and nothing was asked for during so many looks, a second apart. */
const quietLooks = 3;
const lookMs = 1_000;
/** What comes within this time is told together; readers do not all ask again in the same moment. */
const [gatherMs, scatterMs] = [300, 700];
const [leastPauseMs, longestPauseMs] = [3_000, 60_000];

/**
 * Hears of imports while the reader looks: one connection a tab, none while it is hidden, since browsers have few for each
 * host. Whoever comes back is told what was missed.
 */
export class LiveChanges {
  readonly #tell: (changes: Change[]) => void;
  #heard: Change[] = [];
  #last: number | null = null;
  #open: AbortController | null = null;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (changes: Change[]) => void) {
    this.#tell = tell;
  }

  /** Begins to listen, as soon as the page has what it needs. */
  start(): void {
    document.addEventListener("visibilitychange", this.#look);
    this.#look();
  }

  stop(): void {
    document.removeEventListener("visibilitychange", this.#look);
    clearTimeout(this.#telling);
    this.#close();
  }

  readonly #look = () => {
    if (document.visibilityState === "hidden") this.#close();
    else if (!this.#open) void this.#listen((this.#open = new AbortController()).signal);
  };

  #close() {
    this.#open?.abort();
    this.#open = null;
  }

  async #listen(signal: AbortSignal) {
    await untilQuiet(signal);
    for (let pause = leastPauseMs; !signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        for await (const { id, change } of readChanges(this.#last, signal)) {
          pause = leastPauseMs;
          this.#last = id;
          if (change) this.#hear(change);
        }
      } catch {
        // The figures on the page say themselves what is the matter; this only comes back later.
      }
      await passed(pause, signal);
    }
  }

  #hear(change: Change) {
    this.#heard.push(change);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(
      () => {
        this.#tell(this.#heard.splice(0));
      },
      gatherMs + Math.random() * scatterMs,
    );
  }
}

/** A first view has all connections for itself. */
async function untilQuiet(signal: AbortSignal) {
  for (let looks = 0; looks < quietLooks && !signal.aborted;) {
    await passed(lookMs, signal);
    looks = isQuiet() && document.readyState === "complete" ? looks + 1 : 0;
  }
}

/** So much time, or less where the signal aborts. */
function passed(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
