import { setTimeout as delay } from "node:timers/promises";
import type { Pool, Reader } from "../sql/database.ts";
import { isUnavailable } from "../sql/error-codes.ts";
import { endJob, type JobEnding, type JobProgress, updateJobProgress } from "../sql/import-job.ts";
import type { ServerLock } from "../sql/server-lock.ts";
import { importFile, type ImportRequest, type Report } from "./import-file.ts";
import { endingOfError, endingOfReport } from "./import-job-ending.ts";
import { type HearEnd, watched } from "./watch-import.ts";
import { aborted } from "./import-turns.ts";
import { cancelled, JobStopped, serverStopped } from "./job-stopped.ts";

const beatMs = 1_000;
/** How often it is tried to write the end of a job while the database is away. */
const attempts = 10;

/** One job on the server that runs it: the import, its progress, and its ending. */
export class ImportJobRun {
  readonly #pool: Pool;
  readonly #lock: ServerLock;
  readonly #job: string;
  readonly #onError: (error: unknown) => void;
  readonly #stopping = new AbortController();
  readonly #read: JobProgress = { rows: 0, bytes: 0 };
  /** Resolves when the job is over; never rejects. */
  ended = Promise.resolve();

  constructor(pool: Pool, lock: ServerLock, job: string, onError: (error: unknown) => void) {
    this.#pool = pool;
    this.#lock = lock;
    this.#job = job;
    this.#onError = onError;
  }

  /** Imports when `turn` has come; `hear` is told what it came to. */
  start(request: ImportRequest, turn: Promise<void>, hear: HearEnd): Promise<void> {
    this.ended = this.#run(request, turn, hear);
    return this.ended;
  }

  /** Stops the import wherever it is, unless it has committed. */
  stop(reason: JobStopped): void {
    this.#stopping.abort(reason);
  }

  async #run(request: ImportRequest, turn: Promise<void>, hear: HearEnd): Promise<void> {
    const beats = this.#beat();
    try {
      const report = await watched(hear, () => this.#import(request, turn));
      if (report.id === null) await this.#end(endingOfReport(report, this.#read));
    } catch (error) {
      await this.#end(endingOfError(this.#told(error), this.#read));
    } finally {
      beats.stop();
      await beats.stopped;
    }
  }

  /** An import that is made ends its job in its own transaction, so that never one is stored without the other. */
  async #import(request: ImportRequest, turn: Promise<void>): Promise<Report> {
    const { signal } = this.#stopping;
    await Promise.race([turn, aborted(signal)]);
    signal.throwIfAborted();
    return importFile(this.#pool, {
      ...request,
      signal,
      onRows: (rows) => (this.#read.rows = rows),
      onBytes: (bytes) => (this.#read.bytes = bytes),
      beforeCommit: async (db, stored) => {
        await request.beforeCommit?.(db, stored);
        if (!(await endJob(db, this.#job, endingOfReport(stored, this.#read)))) throw cancelled();
      },
    });
  }

  /** A fault of ours is logged; the others are the caller's, or wanted. */
  #told(error: unknown): unknown {
    const ending = endingOfError(error, this.#read);
    if (ending.state === "failed" && !(error instanceof JobStopped)) this.#onError(error);
    return error;
  }

  /** While the database is away, which may be why the job ended, writing its end is tried again. */
  async #end(ending: JobEnding): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await endJob(await this.#lock.hold(), this.#job, ending);
        return;
      } catch (error) {
        this.#onError(error);
        if (!isUnavailable(error) || attempt === attempts) return;
        await delay(beatMs);
      }
    }
  }

  /** Writes the progress each second, and hears whether another server was asked for the job's end. */
  #beat(): { stop: () => void; stopped: Promise<void> } {
    const done = new AbortController();
    const pause = () => delay(beatMs, true, { signal: done.signal }).catch(() => false);
    const beat = async () => {
      while (await pause()) {
        // The next beat tries again; a job must not end because its progress could not be written.
        await this.#lock
          .hold()
          .then((db) => this.#tell(db))
          .catch(this.#onError);
      }
    };
    return { stop: () => done.abort(), stopped: beat() };
  }

  async #tell(db: Reader): Promise<void> {
    const told = await updateJobProgress(db, this.#job, this.#read);
    if (told?.isCancelled) this.stop(cancelled());
    // Another server took this one for dead, so the job has an ending already.
    if (!told) this.stop(serverStopped());
  }
}
