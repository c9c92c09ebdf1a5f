import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { findPostmaster } from "../../server/sql/embedded/lock-file.ts";
import { startKurs } from "../support/run-kurs.ts";
import { Outages, type Part } from "./outages.ts";
import { seededRandom } from "./random.ts";
import { type Attempt, RateModel } from "./rate-model.ts";
import { Readers } from "./readers.ts";
import { keptSha256, newestImport, storedValues, strayRows } from "./stored.ts";

/** How often to kill, and in the middle of how much. */
export interface CrashOptions {
  runs: number;
  /** The same seed draws the same attempts, victims and delays. */
  seed: number;
  /** Of each of the five series of a source, at first. */
  days: number;
  readers: number;
  print: (line: string) => void;
}

const victims: Readonly<Record<string, readonly Part[]>> = {
  server: ["server"],
  PostgreSQL: ["PostgreSQL"],
  both: ["server", "PostgreSQL"],
};
const backMs = 60_000;
/** Stored; the database is away; killed before it could answer. */
const acceptable: readonly (number | null)[] = [201, 503, null];

/** A server with an embedded database in a folder of its own, which is killed and comes back, and a model of what it has. */
class CrashRuns {
  readonly model: RateModel;
  readonly outages = new Outages();
  readonly #folder: string;
  #kurs!: Awaited<ReturnType<typeof startKurs>>;
  #token = "";
  /** The newest import that is sure to be stored. */
  #newestId = 0;
  /** The PostgreSQL that was killed last. */
  #deadPid = 0;

  constructor(folder: string, days: number) {
    this.#folder = folder;
    this.model = new RateModel(days);
  }

  get address(): string {
    return this.#kurs.address;
  }

  /** The end of what the server said, without its many answers to whether it is ready. */
  get lastSaid(): string {
    const lines = this.#kurs.said().split("\n");
    return lines
      .filter((line) => !line.includes("/readyz"))
      .slice(-10)
      .join("\n");
  }

  get #dataDir(): string {
    return join(this.#folder, "kept");
  }

  async open(): Promise<void> {
    await mkdir(join(this.#folder, "temporary"));
    await this.#start();
    this.#token = (await readFile(join(this.#dataDir, "token"), "utf8")).trim();
    this.#newestId = (await newestImport(this.address)).id!;
  }

  async close(): Promise<void> {
    const { child } = this.#kurs;
    const ended = once(child, "exit");
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await ended;
    }
    const orphan = await findPostmaster(join(this.#dataDir, "database"));
    if (orphan) process.kill(orphan.pid, "SIGQUIT");
  }

  /** The status that the server answers; null when it was killed first. */
  async send({ source, undoes, text }: Attempt): Promise<number | null> {
    const headers = { Authorization: `Bearer ${this.#token}`, "Content-Type": "text/csv" };
    const path = undoes === null ? `imports?source=${source}` : `imports/${undoes}/undo`;
    const body = undoes === null ? { body: text } : {};
    return fetch(`${this.address}/api/v1/${path}`, { method: "POST", headers, ...body }).then(
      ({ status }) => status,
      () => null,
    );
  }

  async kill(parts: readonly Part[]): Promise<void> {
    const postmaster = await findPostmaster(join(this.#dataDir, "database"));
    const ended = once(this.#kurs.child, "exit");
    this.outages.begin(parts);
    if (parts.includes("PostgreSQL")) {
      this.#deadPid = postmaster!.pid;
      process.kill(this.#deadPid, "SIGKILL");
    }
    if (!parts.includes("server")) return;
    this.#kurs.child.kill("SIGKILL");
    await ended;
  }

  /** A killed server is started again; one that only lost its database must come back by itself. */
  async comeBack(parts: readonly Part[]): Promise<number> {
    const begin = performance.now();
    if (parts.includes("server")) await this.#start();
    for (;;) {
      const postmaster = await findPostmaster(join(this.#dataDir, "database"));
      const { status } = await fetch(`${this.address}/readyz`);
      const tookMs = performance.now() - begin;
      // Connections outlive their postmaster for a moment, and answer.
      if (status === 200 && postmaster && postmaster.pid !== this.#deadPid) {
        this.outages.end();
        return tookMs;
      }
      if (tookMs > backMs) throw new Error(`not ready after ${backMs} ms`);
      await sleep(20);
    }
  }

  /** Holds what is stored to be all of the attempt or nothing of it; true when it is all. */
  async judge(attempt: Attempt, status: number | null): Promise<boolean> {
    const { source, sha256, undoes, counts, before, after } = attempt;
    const newest = await newestImport(this.address);
    const isStored = newest.id !== this.#newestId;
    expect(acceptable, "an answer that tells the truth").toContain(status);
    if (status === 201) expect(isStored, "an acknowledged import is stored").toBe(true);
    const stray = await strayRows(this.#dataDir);
    const nothing = { rowsWithoutImport: 0, importsWithoutRows: 0, seriesWithoutRows: 0 };
    expect(stray).toMatchObject(nothing);
    if (isStored) {
      const id = ++this.#newestId;
      expect(newest).toMatchObject({ id, state: "committed", undoes, counts });
      expect(stray["rowsOfNewest"]).toBe(Object.values(counts).reduce((sum, n) => sum + n));
      if (undoes === null) expect(await keptSha256(this.address, id)).toBe(sha256);
    }
    this.model.settle(isStored ? newest.id : null);
    expect(await storedValues(this.address, source)).toEqual(isStored ? after : before);
    return isStored;
  }

  /** What is stored of these sources is what the model has. */
  async compare(sources: readonly string[]): Promise<void> {
    for (const source of sources) {
      const stored = await storedValues(this.address, source);
      expect(stored).toEqual(this.model.valuesOf(source));
    }
  }

  // What a killed server was receiving stays in its temporary folder: here it goes with ours.
  async #start(): Promise<void> {
    const TMPDIR = join(this.#folder, "temporary");
    this.#kurs = await startKurs({ DATA_DIR: this.#dataDir, TMPDIR, RATE_LIMIT: "0" });
  }
}

/**
 * Kills the server, its PostgreSQL or both with `kill -9` in the middle of imports and undos, while readers read, and
 * holds what is stored, and every answer, against a model of what was acknowledged.
 */
export async function crashRuns({ runs, seed, days, readers: count, print }: CrashOptions) {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "kurs-crash-"));
  // As root, PostgreSQL runs as a user who must be able to enter.
  await chmod(folder, 0o755);
  const scene = new CrashRuns(folder, days);
  try {
    await scene.open();
    const random = seededRandom(seed);
    const usualMs = await bringInPeace(scene, random);
    const { model, outages } = scene;
    const address = () => scene.address;
    const readers = new Readers({ address, model, outages, random: seededRandom(seed + 1) });
    readers.start(count);
    await killAgain({ scene, readers, random, usualMs, runs, print }).finally(() => readers.stop());
    expect(readers.faults).toEqual([]);
    await scene.compare(model.sources);
    print(`what readers were answered: ${JSON.stringify(readers.answers)}`);
  } finally {
    await scene.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

/** The first is left in peace: it tells how long one takes, and gives the rest something to lose. */
async function bringInPeace(scene: CrashRuns, random: ReturnType<typeof seededRandom>) {
  const undisturbed = scene.model.nextAttempt(random);
  const begin = performance.now();
  expect(await scene.send(undisturbed)).toBe(201);
  const usualMs = performance.now() - begin;
  await scene.judge(undisturbed, 201);
  return usualMs;
}

interface Killing {
  scene: CrashRuns;
  readers: Readers;
  random: ReturnType<typeof seededRandom>;
  usualMs: number;
  runs: number;
  print: (line: string) => void;
}

async function killAgain({ scene, readers, random, usualMs, runs, print }: Killing) {
  const tally = { acknowledged: 0, "stored unacknowledged": 0, absent: 0 };
  let slowestMs = 0;
  let spreadMs = usualMs;
  for (let run = 1; run <= runs; run++) {
    const attempt = scene.model.nextAttempt(random);
    const victim = random.pick(Object.keys(victims));
    const delayMs = Math.floor((random.below(1_000) * spreadMs) / 1_000);
    const witness = random.pick(scene.model.sources);
    const verb = attempt.undoes === null ? (attempt.before ? "revising" : "adding") : "undoing";
    const what = `run ${run}: ${victim} killed after ${delayMs} ms of ${verb} ${attempt.source}`;
    try {
      const answer = scene.send(attempt);
      await sleep(delayMs);
      await scene.kill(victims[victim]!);
      const status = await answer;
      const backAfterMs = await scene.comeBack(victims[victim]!);
      slowestMs = Math.max(slowestMs, backAfterMs);
      const isStored = await scene.judge(attempt, status);
      await scene.compare([witness]);
      expect(readers.faults).toEqual([]);
      const stored = isStored ? "stored unacknowledged" : "absent";
      const outcome = status === 201 ? "acknowledged" : stored;
      tally[outcome] += 1;
      // So that kills come before, amid and after the commit, whatever else the machine has to do.
      spreadMs *= status === 201 ? 0.8 : 1.2;
      print(`${what}: ${status ?? "no answer"}, ${outcome}; back in ${backAfterMs.toFixed(0)} ms`);
    } catch (cause) {
      throw new Error(`${what}; the server said: ${scene.lastSaid}`, { cause });
    }
  }
  print(`${runs} kills: ${JSON.stringify(tally)}; slowest return ${slowestMs.toFixed(0)} ms`);
}
