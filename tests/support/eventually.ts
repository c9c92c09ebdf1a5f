import { setTimeout as delay } from "node:timers/promises";

const mostMs = 30_000;

/** Tries until it holds; after half a minute it fails as it failed last. */
export async function eventually<T>(holds: () => T | Promise<T>): Promise<T> {
  const end = performance.now() + mostMs;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > end) throw error;
      await delay(5);
    }
  }
}
