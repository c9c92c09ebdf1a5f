import { KursError } from "../domain/kurs-error.ts";

const mostWaiting = 8;
const retryAfterSeconds = 30;

/** A place in the line of a token, from before its file is received until its import is over. */
export interface Seat {
  /** Resolves when the imports of the token are over that came to this before. */
  come: () => Promise<void>;
}

/** The line of one token. */
interface Line {
  seats: number;
  last: Promise<void>;
}

/** Lets each token bring in one import at a time, and a few more wait for their turns. */
export class ImportTurns {
  readonly #lines = new Map<string, Line>();

  /**
   * Holds a seat for a token while `work` lasts; once its turn has come, no other seat of the token has its turn before
   * `work` ends. Throws "too-many-requests" where too many wait already.
   */
  async seated<T>(label: string, work: (seat: Seat) => Promise<T>): Promise<T> {
    const line = this.#lines.get(label) ?? { seats: 0, last: Promise.resolve() };
    if (line.seats > mostWaiting) {
      const detail = `${line.seats} imports with this token run or wait already.`;
      throw new KursError("too-many-requests", detail, { retryAfterSeconds });
    }
    this.#lines.set(label, line);
    line.seats += 1;
    const { seat, leave } = take(line);
    try {
      return await work(seat);
    } finally {
      leave();
      line.seats -= 1;
      if (line.seats === 0) this.#lines.delete(label);
    }
  }
}

function take(line: Line): { seat: Seat; leave: () => void } {
  let leave = (): void => undefined;
  const left = new Promise<void>((resolve) => (leave = resolve));
  const come = () => {
    const before = line.last;
    // A seat that is left before its turn lets nobody pass those before it.
    line.last = before.then(() => left);
    return before;
  };
  return { seat: { come }, leave };
}

/** Waits for the turn of a seat. Throws the signal's reason when it aborts before. */
export async function turnOf(seat: Seat, signal: AbortSignal): Promise<void> {
  await Promise.race([seat.come(), aborted(signal)]);
  signal.throwIfAborted();
}

/** Resolves when a signal aborts, and never before. */
export async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}
