import { ApiProblem } from "../api/api-problem.ts";

/** Failures that pass by themselves; the others stay until something else is asked for. */
const passing: readonly string[] = ["network", "too-many-requests", "unavailable", "internal"];
/** Seconds before each further try; the last stands for all after it. */
const pauses = [2, 4, 8, 16, 30, 60];
/** A reader who is back online, or looks again, is not kept waiting; but tries are never closer together than this. */
const leastMs = 1_000;

const moments = new WeakMap<object, number>();

/** When what failed is tried again by itself, in milliseconds UTC; null where it is not. */
export function retryMoment(error: unknown): number | null {
  return error instanceof ApiProblem ? (moments.get(error) ?? null) : null;
}

/** How long to wait before the next try, in milliseconds: what the server asks for, else longer each time. `chance` is in [0, 1). */
export function pauseBefore(attempt: number, error: ApiProblem, chance: number): number {
  const [longest = 60] = pauses.slice(-1);
  const own = pauses[attempt] ?? longest;
  const seconds = Math.max(own, error.retryAfterSeconds ?? 0);
  // Readers whose requests failed at the same moment must not all try again at the same moment.
  return error.retryAfterSeconds === null ? own * 1_000 * (0.8 + chance * 0.4) : seconds * 1_000;
}

/**
 * Tries again what failed and may pass: after growing pauses, at once when the reader is back on line or looks again, never
 * before a moment that the server named, and never while nobody looks.
 */
export class Recovery {
  readonly #retry: () => void;
  #attempts = 0;
  #failedAt = 0;
  #soonest = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(retry: () => void) {
    this.#retry = retry;
  }

  /** Something failed: it is tried again, where that can help. */
  plan(error: unknown): void {
    this.cancel();
    if (!(error instanceof ApiProblem) || !passing.includes(error.kind)) return;
    const pause = pauseBefore(this.#attempts, error, Math.random());
    this.#attempts += 1;
    this.#failedAt = Date.now();
    const asked = (error.retryAfterSeconds ?? 0) * 1_000;
    this.#soonest = this.#failedAt + Math.max(leastMs, asked);
    moments.set(error, this.#failedAt + pause);
    this.#timer = setTimeout(this.#try, pause);
    addEventListener("online", this.#hurry);
    document.addEventListener("visibilitychange", this.#hurry);
  }

  /** It went well: the next failure begins with a short pause. */
  settle(): void {
    this.cancel();
    this.#attempts = 0;
  }

  /** Nothing is tried any more, until the next failure. */
  cancel(): void {
    clearTimeout(this.#timer);
    removeEventListener("online", this.#hurry);
    document.removeEventListener("visibilitychange", this.#hurry);
  }

  readonly #try = () => {
    // Nobody looks: it is tried when somebody does.
    if (document.visibilityState === "hidden") return;
    this.cancel();
    this.#retry();
  };

  readonly #hurry = () => {
    if (Date.now() >= this.#soonest) this.#try();
  };
}
