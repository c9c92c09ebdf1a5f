import { setTimeout as delay } from "node:timers/promises";
import { KursError } from "../domain/kurs-error.ts";

/**
 * What `work` resolves to, where it does so within `mostMs`; else throws "unavailable" with `detail`, and what becomes
 * of the work is ignored.
 */
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
