import { setTimeout as delay } from "node:timers/promises";
import { KursError } from "../domain/kurs-error.ts";

/** What `work` comes to, if it does within so long; else throws "unavailable" with `detail`, and nobody hears of the work any more. */
export async function within<T>(mostMs: number, work: Promise<T>, detail: string): Promise<T> {
  const timer = new AbortController();
  const late = delay(mostMs, null, { signal: timer.signal }).then(() => {
    throw new KursError("unavailable", detail);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    // What loses the race may fail later, and nobody waits for it.
    late.catch(() => undefined);
    work.catch(() => undefined);
    timer.abort();
  }
}
