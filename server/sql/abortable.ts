import { setTimeout as delay } from "node:timers/promises";
import { cancelStatement, selectBackend } from "./cancel-statement.ts";
import type { Pool, Reader } from "./database.ts";

const againMs = 100;

/**
 * Runs `work` on a connection. When the signal aborts, the statement under way is cancelled in the database itself, so
 * that it holds no lock for longer, and so is each that follows; then the signal's reason is thrown.
 */
export async function abortable<T>(
  pool: Pool,
  db: Reader,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const backend = await selectBackend(db);
  const done = new AbortController();
  let cancelling: Promise<unknown> | undefined;
  const cancel = () => {
    // Should cancelling fail, the work only takes longer to stop.
    cancelling = Promise.allSettled([cancelUntil(pool, backend, done.signal)]);
  };
  signal.addEventListener("abort", cancel, { once: true });
  try {
    const result = await work();
    signal.throwIfAborted();
    return result;
  } catch (error) {
    // Why it was stopped says more than that a statement was cancelled.
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
    done.abort();
    // The connection goes back to the pool; nothing may be cancelled on it then.
    await cancelling;
  }
}

/** Between two statements there is nothing to cancel, so it asks again until the work has stopped. */
async function cancelUntil(
  pool: Pool,
  backend: number | undefined,
  done: AbortSignal,
): Promise<void> {
  while (!done.aborted) {
    await cancelStatement(pool, backend);
    await delay(againMs);
  }
}
