import { it } from "vitest";
import { crashRuns } from "../crash/crash-runs.ts";

it("kill -9 of server, PostgreSQL or both in the middle of imports and reads loses and halves nothing, and all comes back by itself", async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  try {
    await crashRuns({ runs: 3, seed, days: 600, readers: 2, print: () => undefined });
  } catch (cause) {
    throw new Error(`with CRASH_SEED=${seed}`, { cause });
  }
}, 120_000);
