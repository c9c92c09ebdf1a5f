import { randomBytes } from "node:crypto";
import pg from "pg";
import type { Pool } from "./database.ts";

/**
 * What is heard of the database: an import or a change of the catalogue that was committed, and how listening itself
 * goes. At `up` anything may have been missed before; after `closed` nothing comes any more.
 */
export type Heard =
  | { kind: "import"; id: number }
  | { kind: "catalogue" }
  | { kind: "up" }
  | { kind: "down" }
  | { kind: "closed" };

/** A beat goes out so often, and is to be back before the connection counts as dead. */
const [beatMs, deadMs] = [500, 1_500];
const pause = { firstMs: 50, mostMs: 2_000 } as const;

/**
 * Hears what any process commits to this database, on a connection of its own that is opened again whenever it is lost.
 * It is up only while its own beats come back by the same way as the news: a pooler that swallows them, or a network
 * that went silent, is noticed. It does not keep the process from ending.
 */
export class Listening {
  readonly #pool: Pool;
  readonly #listeners = new Set<(heard: Heard) => void>();
  readonly #beats = `kurs_${randomBytes(8).toString("hex")}`;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastBeat = -Infinity;
  #state: "down" | "up" | "closed" = "down";
  #pauseMs: number = pause.firstMs;

  /** Opens nothing yet; it listens where the pool connects to. */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** True while nothing that was committed more than a moment ago can have gone unheard. */
  get isUp(): boolean {
    return this.#state === "up" && performance.now() - this.#lastBeat < deadMs;
  }

  /** Calls `listener` with all that is heard from now on. Returns how to stop that. */
  hear(listener: (heard: Heard) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins. Resolves when it is up for the first time, which takes as long as the database is away. */
  async open(): Promise<void> {
    const up = new Promise<void>((resolve) => {
      const stop = this.hear(({ kind }) => {
        if (kind !== "up" && kind !== "closed") return;
        stop();
        resolve();
      });
    });
    this.#connect();
    // Nothing else may hold the process while it waits.
    const hold = setInterval(() => undefined, pause.mostMs);
    await up.finally(() => clearInterval(hold));
  }

  /** Ends for good. */
  async close(): Promise<void> {
    if (this.#state === "closed") return;
    this.#state = "closed";
    clearTimeout(this.#timer);
    this.#tell({ kind: "closed" });
    await this.#client?.end();
  }

  #connect(): void {
    const client = new pg.Client(this.#pool.options);
    this.#client = client;
    const onLost = () => this.#lose(client);
    client.on("error", onLost);
    client.on("end", onLost);
    client.on("notification", ({ channel, payload = "" }) => this.#receive(channel, payload));
    this.#listen(client).catch(onLost);
  }

  async #listen(client: pg.Client): Promise<void> {
    await client.connect();
    // Missing from its types.
    (client as pg.Client & { unref: () => void }).unref();
    await client.query(
      `listen kurs; listen ${this.#beats}; set application_name to 'kurs listening'`,
    );
    this.#lastBeat = performance.now();
    this.#beat(client);
  }

  /** Sends a beat, unless the one before is overdue. */
  #beat(client: pg.Client): void {
    if (this.#state === "closed") return;
    if (performance.now() - this.#lastBeat > deadMs) return this.#lose(client);
    client.query("select pg_notify($1, '')", [this.#beats]).catch(() => this.#lose(client));
    this.#timer = setTimeout(() => this.#beat(client), beatMs).unref();
  }

  #receive(channel: string, payload: string): void {
    if (channel === this.#beats) return this.#confirm();
    const [kind, id] = payload.split(" ");
    if (kind === "import") this.#tell({ kind, id: Number(id) });
    if (kind === "catalogue") this.#tell({ kind });
  }

  #confirm(): void {
    this.#lastBeat = performance.now();
    if (this.#state !== "down") return;
    this.#state = "up";
    this.#pauseMs = pause.firstMs;
    this.#tell({ kind: "up" });
  }

  #lose(client: pg.Client): void {
    if (client !== this.#client || this.#state === "closed") return;
    this.#client = undefined;
    clearTimeout(this.#timer);
    // Not `end`, which would wait for an answer from a peer that may be gone.
    client.connection.stream.destroy();
    if (this.#state === "up") {
      this.#state = "down";
      this.#tell({ kind: "down" });
    }
    this.#timer = setTimeout(() => this.#connect(), this.#pauseMs).unref();
    this.#pauseMs = Math.min(this.#pauseMs * 2, pause.mostMs);
  }

  #tell(heard: Heard): void {
    for (const listener of [...this.#listeners]) listener(heard);
  }
}
