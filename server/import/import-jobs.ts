import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { writeJson } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { type Pool, writing } from "../sql/database.ts";
import { deleteOldJobs, failLeftJobs, insertJob, requestJobEnd } from "../sql/import-job.ts";
import { ServerLock } from "../sql/server-lock.ts";
import type { Seat } from "./import-turns.ts";
import type { ImportRequest } from "./import-file.ts";
import { ImportJobRun } from "./import-job-run.ts";
import { problemOf } from "./import-job-ending.ts";
import { cancelled, serverStopped } from "./job-stopped.ts";
import type { HearEnd } from "./watch-import.ts";

const keptDays = 30;
/** The files of those that wait lie on the disk. */
const mostJobs = 64;
const retryAfterSeconds = 30;
const anySeat: Seat = { come: () => Promise.resolve() };

/** The imports that this server goes on with after their requests were answered, one after another. */
export class ImportJobs {
  readonly #pool: Pool;
  readonly #lock: ServerLock;
  readonly #onError: (error: unknown) => void;
  readonly #running = new Map<string, ImportJobRun>();
  #last = Promise.resolve();
  #isClosed = false;

  /** `onError` hears of faults of ours that no request can be answered with. Opens nothing yet. */
  constructor(pool: Pool, onError: (error: unknown) => void) {
    this.#pool = pool;
    this.#lock = new ServerLock(pool);
    this.#onError = onError;
  }

  /**
   * Ends as failed the jobs of servers that are gone, and forgets those that ended long ago. Returns how many were
   * left.
   */
  async recover(): Promise<number> {
    return writing(this.#pool, async (db) => {
      await deleteOldJobs(db, keptDays);
      return failLeftJobs(db, writeJson(problemOf(serverStopped())));
    });
  }

  /**
   * Begins an import, in the seat's turn among those of its token; `hear` is told what it came to. `ended` resolves when
   * the job is over, whatever it came to; until then the file must stay. Throws "too-many-requests" when too many wait.
   */
  async start(
    request: ImportRequest,
    hear: HearEnd = () => undefined,
    seat: Seat = anySeat,
  ): Promise<{ job: string; ended: Promise<void> }> {
    if (this.#isClosed) throw new KursError("unavailable", "The server is stopping.");
    if (this.#running.size >= mostJobs) {
      const detail = `${mostJobs} import jobs run or wait already.`;
      throw new KursError("too-many-requests", detail, { retryAfterSeconds });
    }
    const { size: totalBytes } = await stat(request.path);
    const job = randomBytes(16).toString("base64url");
    const { server } = this.#lock;
    // Before the row is there, so that no other server takes it for one left behind.
    await this.#lock.hold();
    await writing(this.#pool, (db) => insertJob(db, { job, server, totalBytes, by: request.by }));
    const run = new ImportJobRun(this.#pool, this.#lock, job, this.#onError);
    this.#running.set(job, run);
    // One after another: several at once would leave the readers no connection, and wait for each other at their ends.
    const turn = this.#last.then(() => seat.come());
    const ended = run.start(request, turn, hear).finally(() => this.#running.delete(job));
    this.#last = ended;
    return { job, ended };
  }

  /** Asks for the end of a job, wherever it runs, and waits for it where it runs here. What has committed stays. */
  async cancel(job: string): Promise<void> {
    await writing(this.#pool, (db) => requestJobEnd(db, job));
    const run = this.#running.get(job);
    run?.stop(cancelled());
    await run?.ended;
  }

  /** Takes no new jobs, lets those that run go on for so long, then stops them as failed. */
  async close(graceMs: number): Promise<void> {
    this.#isClosed = true;
    const runs = [...this.#running.values()];
    const allEnded = Promise.all(runs.map(({ ended }) => ended));
    const grace = new AbortController();
    await Promise.race([allEnded, delay(graceMs, null, { signal: grace.signal })]);
    grace.abort();
    for (const run of runs) run.stop(serverStopped());
    await allEnded;
    await this.#lock.release();
  }
}
