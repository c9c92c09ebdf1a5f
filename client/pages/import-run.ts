import type { ImportJob } from "../../server/contract/import-job.ts";
import { ApiProblem } from "../api/api-problem.ts";
import { get } from "../api/get.ts";
import { readImportLimit, send } from "../api/send.ts";
import { upload } from "../api/upload.ts";
import { formatNumber } from "../format/number.ts";
import { fillText } from "../strings/fill-text.ts";
import { type DialogHost, withToken } from "./ask-token.ts";
import type { ImportEvent, ImportFlow } from "./import-flow.ts";
import { failureOf } from "./kurs-page.ts";
import { Recovery } from "./recovery.ts";

/** A job tells how far it is once a second; small ones are over sooner. */
const looksMs = [100, 200, 400, 700, 1_000] as const;

/** Sends a file, follows the job that reads it, and ends either; tells what happens as events. */
export class ImportRun {
  readonly #host: DialogHost;
  readonly #tell: (event: ImportEvent) => void;
  #sending = new AbortController();
  #following = new AbortController();
  #followed = "";
  readonly #recovery = new Recovery(() => void this.follow(this.#followed));

  constructor(host: DialogHost, tell: (event: ImportEvent) => void) {
    this.#host = host;
    this.#tell = tell;
  }

  /** Sends the file of an import, to be looked at or stored. The job's name; null where none came to be, which is told. */
  async send({ file, told, accepted, skips }: ImportFlow, purpose: ImportFlow["purpose"]) {
    if (!file) return null;
    const { source, dataset, mapping } = told;
    const query = {
      ...(purpose === "check" && { dryRun: "true" }),
      ...(source !== "" && { source }),
      ...(dataset !== "" && { dataset }),
      ...(skips && { onError: "skip" }),
      ...(accepted.length > 0 && { accept: accepted.join(",") }),
    };
    return this.#upload({ file, mapping, query }, purpose);
  }

  async #upload(wish: Parameters<typeof upload>[0], purpose: ImportFlow["purpose"]) {
    this.leave();
    const { signal } = (this.#sending = new AbortController());
    const onSent = (bytes: number) => {
      this.#tell({ type: "sent", bytes });
    };
    try {
      const job = await withToken(this.#host, async () => {
        await this.#refuseTooLarge(wish.file, signal);
        this.#tell({ type: "sending", purpose });
        return upload(wish, { signal, onSent });
      });
      if (job) this.#tell({ type: "heard", job });
      return job?.job ?? null;
    } catch (error) {
      if (!signal.aborted) this.#tell({ type: "failed", failure: failureOf(error) });
      return null;
    }
  }

  /** A server that refuses a file while it comes can end the connection only, which tells a reader nothing. */
  async #refuseTooLarge(file: File, signal: AbortSignal): Promise<void> {
    const most = await readImportLimit(signal);
    if (file.size <= most) return;
    const { texts, locale } = this.#host;
    const megabytes = (bytes: number) => formatNumber(bytes / 1_000_000, locale, 1);
    const sizes = { size: megabytes(file.size), most: megabytes(most) };
    throw new ApiProblem("too-large", fillText(texts["import.overLimit"], sizes));
  }

  /** Looks at a job until it is over; where the server is away meanwhile, again when it is back. */
  async follow(name: string): Promise<void> {
    this.#recovery.cancel();
    this.#followed = name;
    this.#following.abort();
    const { signal } = (this.#following = new AbortController());
    try {
      for (let looked = 0; !signal.aborted; looked += 1) {
        const job = await get("importJob", { job: name }, {}, signal);
        this.#recovery.settle();
        this.#tell({ type: "heard", job });
        if (job.state !== "running") return;
        await pause(looksMs[Math.min(looked, looksMs.length - 1)] ?? 1_000, signal);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#recovery.plan(error);
      this.#tell({ type: "failed", failure: failureOf(error) });
    }
  }

  /** Ends what goes on: the sending, or the job; of either nothing is stored then. */
  async cancel(job: ImportJob | null): Promise<void> {
    if (!job) {
      this.#sending.abort();
      this.#tell({ type: "stopped" });
      return;
    }
    try {
      await withToken(this.#host, () => send("deleteImportJob", { job: job.job }, {}));
    } catch (error) {
      // It was over before it could be ended: what it came to is told by whoever follows it.
      if (failureOf(error).kind !== "conflict")
        this.#tell({ type: "failed", failure: failureOf(error) });
    }
  }

  /** Stops sending and looking; a job goes on. */
  leave(): void {
    this.#recovery.cancel();
    this.#sending.abort();
    this.#following.abort();
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
