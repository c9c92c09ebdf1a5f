import { it } from "vitest";
import { crashRuns } from "./crash-runs.ts";

const runs = Number(process.env.CRASH_RUNS ?? 50);
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 32);
const print = (line: string) => process.stdout.write(`${line}\n`);

it(`kill -9 in the middle of imports, undos and reads, ${runs} times, loses nothing acknowledged, halves nothing, and shows nobody what never was (CRASH_SEED=${seed})`, async () => {
  print(`CRASH_SEED=${seed} CRASH_RUNS=${runs}`);
  await crashRuns({ runs, seed, days: 1_200, readers: 3, print });
});
