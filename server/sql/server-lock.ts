import { randomInt } from "node:crypto";
import pg from "pg";
import { serverLocks } from "./advisory-locks.ts";
import type { Pool, Reader } from "./database.ts";

/** SQL that is true while the server of the number in this column holds its lock. */
export function serverIsAlive(column: string): string {
  return `exists (
    select from pg_locks
    where locktype = 'advisory'
      and classid = ${serverLocks}
      and objid = ${column}::oid
      and objsubid = 2
      and granted
      and database = (select oid from pg_database where datname = current_database())
  )`;
}

/**
 * A server's sign of life: an advisory lock on a connection of its own, which the database itself releases when the
 * process dies, however it dies. The connection also serves for what must not wait for the pool.
 */
export class ServerLock {
  /** The number that is locked; random, so that a successor's is another. */
  readonly server = randomInt(1, 2 ** 31 - 1);
  readonly #pool: Pool;
  #client: Promise<pg.Client> | undefined;

  /** Opens nothing yet. */
  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** The connection, with the lock taken; opened again when it was lost. Outside a transaction. */
  async hold(): Promise<Reader> {
    if (this.#client) return this.#client;
    const opening = this.#open(() => {
      if (this.#client === opening) this.#client = undefined;
    });
    this.#client = opening;
    return opening;
  }

  /** Gives the lock back. */
  async release(): Promise<void> {
    const client = await this.#client;
    await client?.end();
  }

  async #open(onLost: () => void): Promise<pg.Client> {
    const client = new pg.Client(this.#pool.options);
    client.on("error", onLost);
    client.on("end", onLost);
    try {
      await client.connect();
      await client.query("select pg_advisory_lock($1, $2)", [serverLocks, this.server]);
    } catch (error) {
      onLost();
      await client.end();
      throw error;
    }
    return client;
  }
}
