import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findPostmaster } from "../../server/sql/embedded/lock-file.ts";
import { startKurs } from "../support/run-kurs.ts";
import { type Attempt, RateModel } from "./rate-model.ts";
import { seededRandom } from "./random.ts";
import { keptSha256, newestImport, storedValues, strayRows } from "./stored.ts";

const runs = Number(process.env.CRASH_RUNS ?? 50);
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 2 ** 32);
const victims = ["server", "PostgreSQL", "both"] as const;
const backMs = 60_000;
/** Stored; the database is away; killed before it could answer. */
const acceptable: readonly (number | null)[] = [201, 503, null];

const random = seededRandom(seed);
const model = new RateModel();
const print = (line: string) => process.stdout.write(`${line}\n`);
let folder: string;
let kurs: Awaited<ReturnType<typeof startKurs>>;
let token: string;
/** The newest import that is sure to be stored. */
let newestId: number;

const dataDir = () => join(folder, "kept");
// What a killed server was receiving stays in its temporary folder: here it goes with ours.
const start = () => startKurs({ DATA_DIR: dataDir(), TMPDIR: join(folder, "temporary") });

beforeAll(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), "kurs-crash-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
  await mkdir(join(folder, "temporary"));
  kurs = await start();
  token = (await readFile(join(dataDir(), "token"), "utf8")).trim();
  newestId = (await newestImport(kurs.address)).id!;
});
afterAll(async () => {
  const ended = once(kurs.child, "exit");
  if (kurs.child.exitCode === null && kurs.child.signalCode === null) {
    kurs.child.kill("SIGTERM");
    await ended;
  }
  const orphan = await findPostmaster(join(dataDir(), "database"));
  if (orphan) process.kill(orphan.pid, "SIGQUIT");
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

/** The end of what the server said, without its many answers to whether it is ready. */
function lastSaid(): string {
  const lines = kurs.said().split("\n");
  return lines
    .filter((line) => !line.includes("/readyz"))
    .slice(-10)
    .join("\n");
}

/** The status that the server answers; null when it was killed first. */
async function upload({ source, text }: Attempt): Promise<number | null> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" };
  const init = { method: "POST", headers, body: text };
  return fetch(`${kurs.address}/api/v1/imports?source=${source}`, init).then(
    ({ status }) => status,
    () => null,
  );
}

async function kill(victim: (typeof victims)[number]): Promise<void> {
  const postmaster = await findPostmaster(join(dataDir(), "database"));
  const ended = once(kurs.child, "exit");
  if (victim !== "server") process.kill(postmaster!.pid, "SIGKILL");
  if (victim === "PostgreSQL") return;
  kurs.child.kill("SIGKILL");
  await ended;
}

/** A killed server is started again; one that only lost its database must come back by itself. */
async function comeBack(victim: (typeof victims)[number]): Promise<number> {
  const begin = performance.now();
  if (victim !== "PostgreSQL") kurs = await start();
  for (;;) {
    const { status } = await fetch(`${kurs.address}/readyz`);
    const tookMs = performance.now() - begin;
    if (status === 200) return tookMs;
    if (tookMs > backMs) throw new Error(`not ready after ${backMs} ms`);
    await sleep(50);
  }
}

/** Holds what is stored to be all of the attempt or nothing of it; true when it is all. */
async function judge(attempt: Attempt, status: number | null): Promise<boolean> {
  const { source, sha256, added, revised, before, after } = attempt;
  const newest = await newestImport(kurs.address);
  const isStored = newest.id !== newestId;
  expect(acceptable, "an answer that tells the truth").toContain(status);
  if (status === 201) expect(isStored, "an acknowledged import is stored").toBe(true);
  const stray = await strayRows(dataDir());
  const nothing = { rowsWithoutImport: 0, importsWithoutRows: 0, seriesWithoutRows: 0 };
  expect(stray).toMatchObject(nothing);
  if (isStored) {
    expect(newest).toMatchObject({ id: newestId + 1, state: "committed", file: { sha256 } });
    expect(newest.counts).toMatchObject({ added, revised });
    expect(stray.rowsOfNewest).toBe(added + revised);
    expect(await keptSha256(kurs.address, newestId + 1)).toBe(sha256);
    newestId += 1;
    model.keep(attempt);
  }
  expect(await storedValues(kurs.address, source)).toEqual(isStored ? after : before);
  return isStored;
}

it(`kill -9 in the middle of an import, ${runs} times, loses nothing acknowledged and halves nothing (CRASH_SEED=${seed})`, async () => {
  print(`CRASH_SEED=${seed} CRASH_RUNS=${runs}`);
  // The first is left in peace: it tells how long one takes, and gives the rest something to lose.
  const undisturbed = model.nextAttempt(random);
  const begin = performance.now();
  expect(await upload(undisturbed)).toBe(201);
  const usualMs = performance.now() - begin;
  await judge(undisturbed, 201);

  const tally = { acknowledged: 0, "stored unacknowledged": 0, absent: 0 };
  let slowestMs = 0;
  for (let run = 1; run <= runs; run++) {
    const attempt = model.nextAttempt(random);
    const victim = random.pick(victims);
    const delayMs = random.below(usualMs * 1.4);
    const witness = random.pick(model.sources);
    const what = `run ${run}: ${victim} killed after ${delayMs} ms of ${attempt.before ? "revising" : "adding"} ${attempt.source}`;
    try {
      const answer = upload(attempt);
      await sleep(delayMs);
      await kill(victim);
      const status = await answer;
      const backAfterMs = await comeBack(victim);
      slowestMs = Math.max(slowestMs, backAfterMs);
      const isStored = await judge(attempt, status);
      expect(await storedValues(kurs.address, witness)).toEqual(model.valuesOf(witness));
      const outcome =
        status === 201 ? "acknowledged" : isStored ? "stored unacknowledged" : "absent";
      tally[outcome] += 1;
      print(`${what}: ${status ?? "no answer"}, ${outcome}; back in ${backAfterMs.toFixed(0)} ms`);
    } catch (cause) {
      throw new Error(`${what} (CRASH_SEED=${seed}); the server said: ${lastSaid()}`, { cause });
    }
  }
  for (const source of model.sources) {
    expect(await storedValues(kurs.address, source)).toEqual(model.valuesOf(source));
  }
  print(`${runs} kills: ${JSON.stringify(tally)}; slowest return ${slowestMs.toFixed(0)} ms`);
});
