import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { type Approach, isLost, type Reached, reachPostmaster } from "./connection.ts";
import { trimLog } from "./log.ts";
import { enter, leave, type Role } from "./presence.ts";
import { ensureDatabase } from "./role.ts";

const againMs = 1_000;
const trimMs = 60_000;

/** What a process wants of an embedded database. */
export interface Stay {
  cluster: Cluster;
  role: Role;
  onLog: (line: string) => void;
}

/** One process's stay at an embedded database. A server keeps it running; the last one out stops it. */
export class EmbeddedSession {
  /** Where the database listens, the same for the whole stay. */
  readonly port: number;
  readonly #stay: Stay;
  readonly #closing = new AbortController();
  readonly #trimming: NodeJS.Timeout;
  #reached: Reached | undefined;
  #recovering: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  /** Begins a stay. Throws a StartError when the database cannot be had or another server has it. */
  static async open(stay: Stay): Promise<EmbeddedSession> {
    return new EmbeddedSession(stay, await arrive(stay, {}));
  }

  private constructor(stay: Stay, reached: Reached) {
    this.#stay = stay;
    this.port = reached.port;
    this.#settle(reached);
    this.#trimming = setInterval(() => {
      trimLog(stay.cluster.log).catch((error: Error) => stay.onLog(error.message));
    }, trimMs).unref();
  }

  /** Ends the stay, once; stops the database, and waits until it is gone, when nobody else stays. */
  close(): Promise<void> {
    return (this.#closed ??= this.#leave());
  }

  async #leave(): Promise<void> {
    clearInterval(this.#trimming);
    this.#closing.abort();
    await this.#recovering;
    if (this.#reached) await leave(this.#reached.client, this.#stay.cluster);
  }

  #settle(reached: Reached): void {
    this.#reached = reached;
    void reached.ended.then(() => {
      this.#reached = undefined;
      // A command's work is lost with its connections; only a server has a reason to go on.
      if (this.#stay.role === "serve") this.#recovering = this.#recover();
    });
  }

  /** Brings the database back to the same port, where the pool looks for it, however long that takes. */
  async #recover(): Promise<void> {
    const { signal } = this.#closing;
    const closing = () => signal.aborted;
    if (!closing()) this.#stay.onLog("The database is gone: starting it again.");
    while (!closing()) {
      try {
        this.#settle(await arrive(this.#stay, { port: this.port, signal }));
        return this.#stay.onLog("The database is back.");
      } catch (error) {
        // Without its database the server still answers, with 503; ending it would help nobody.
        if (!closing()) this.#stay.onLog(error instanceof Error ? error.message : String(error));
        await sleep(againMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}

async function arrive(
  { cluster, role, onLog }: Stay,
  how: Pick<Approach, "port" | "signal">,
): Promise<Reached> {
  for (;;) {
    const reached = await reachPostmaster(cluster, {
      ...how,
      onLog,
      name: `kurs ${role} ${process.pid}`,
    });
    try {
      await enter(reached.client, cluster, role);
      await ensureDatabase(reached.client, cluster.password);
      return reached;
    } catch (error) {
      if (isLost(error)) continue; // the last one out was just stopping it
      await leave(reached.client, cluster);
      throw error;
    }
  }
}
