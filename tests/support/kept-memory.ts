import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What this process keeps after full collections, in bytes: objects, and the buffers outside of the heap. */
export async function keptMemory(): Promise<number> {
  // Buffers are let go in the turns after the collection that found them.
  for (let n = 0; n < 3; n += 1) {
    collect();
    await turn();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
