import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Mapping } from "../../server/contract/mapping.ts";
import { send } from "../api/send.ts";
import { askConfirmation } from "./ask-confirmation.ts";
import { type DialogHost, withToken } from "./ask-token.ts";
import { type ImportEvent, type ImportFlow, nextFlow, startFlow } from "./import-flow.ts";
import { ImportRun } from "./import-run.ts";
import { failureOf } from "./kurs-page.ts";
import { isStoring, keepStoring } from "./storing-job.ts";
import { undoConfirmation } from "./undo-words.ts";

/** What is known of the last runs, by their jobs: Back finds the file again. A reload does not. */
const known = new Map<string, ImportFlow>();
const mostKnown = 5;

type DeskHost = DialogHost & ReactiveControllerHost;

/** Where a desk leads: each run has an address of its own, and so has what it made. */
interface DeskPaths {
  toJob: (job: string | null) => void;
  toImport: (id: number) => void;
}

/** Does what the reader of the import page asks for, and knows how far it is. */
export class ImportDesk implements ReactiveController {
  flow: ImportFlow = startFlow;
  isCancelling = false;
  /** The name under which the mapping was stored. */
  saved: string | null = null;
  readonly #host: DeskHost;
  readonly #paths: DeskPaths;
  readonly #run: ImportRun;

  constructor(host: DeskHost, paths: DeskPaths) {
    this.#host = host;
    this.#paths = paths;
    this.#run = new ImportRun(host, (event) => {
      this.#happen(event);
    });
    host.addController(this);
  }

  hostDisconnected() {
    this.#run.leave();
  }

  /** Shows the run that the address names: after Back, or a reload, another one. */
  reopen(job: string | null): void {
    if (job === (this.flow.job?.job ?? null)) return;
    this.#run.leave();
    const from = job === null ? null : (known.get(job) ?? null);
    const purpose = job !== null && isStoring(job) ? "store" : "check";
    this.#happen({ type: "reopened", from, purpose });
    if (job !== null) void this.#run.follow(job);
  }

  /** Takes a file, and looks at it. */
  take(file: File): void {
    this.#happen({ type: "chosen", file });
    void this.#send("check");
  }

  /** Looks at the file again, read otherwise. */
  readAgain(told: { source?: string; dataset?: string; mapping: Mapping | null }): void {
    this.saved = null;
    this.#happen({ type: "told", told });
    void this.#send("check");
  }

  /** Takes note of what the reader has ticked. */
  judge(judged: Pick<Extract<ImportEvent, { type: "judged" }>, "accepted" | "skips">): void {
    this.#happen({ type: "judged", ...judged });
  }

  /** Imports the file. */
  apply(): void {
    void this.#send("store");
  }

  /** Ends what goes on. */
  async cancel(): Promise<void> {
    this.isCancelling = true;
    this.#host.requestUpdate();
    await this.#run.cancel(this.flow.phase === "reading" ? this.flow.job : null);
    this.isCancelling = false;
    this.#host.requestUpdate();
  }

  /** Tries again what failed. */
  async retry(asked: string | null): Promise<void> {
    const { job, file, purpose } = this.flow;
    if (job?.state === "running") await this.#run.follow(job.job);
    else if (file) await this.#send(purpose);
    else if (asked !== null) await this.#run.follow(asked);
  }

  /** Keeps the mapping under a name, for the next file of its kind. */
  async save(name: string): Promise<void> {
    const mapping = this.flow.report?.mapping;
    if (!mapping) return;
    await this.#write(async () => {
      const sent = await withToken(this.#host, () =>
        send("putMapping", { name }, {}, { json: mapping }),
      );
      if (sent) this.saved = name;
    });
  }

  /** Takes the import back, where the reader is sure. */
  async undo(): Promise<void> {
    const { made } = this.flow;
    if (!made || !(await askConfirmation(this.#host, undoConfirmation(made, this.#host)))) return;
    await this.#write(async () => {
      const sent = await withToken(this.#host, () => send("postUndo", { id: String(made.id) }, {}));
      const id = sent?.answer.id ?? null;
      if (id !== null) this.#paths.toImport(id);
    });
  }

  async #write(write: () => Promise<void>): Promise<void> {
    try {
      await write();
      this.#host.requestUpdate();
    } catch (error) {
      this.#happen({ type: "failed", failure: failureOf(error) });
    }
  }

  async #send(purpose: ImportFlow["purpose"]): Promise<void> {
    const job = await this.#run.send(this.flow, purpose);
    if (job === null) return;
    if (purpose === "store") keepStoring(job);
    this.#paths.toJob(job);
    await this.#run.follow(job);
  }

  #happen(event: ImportEvent): void {
    this.flow = nextFlow(this.flow, event);
    this.#host.requestUpdate();
    const { job } = this.flow;
    if (!job) return;
    known.delete(job.job);
    known.set(job.job, this.flow);
    for (const old of [...known.keys()].slice(0, -mostKnown)) known.delete(old);
  }
}
