import type { Socket } from "node:net";
import type pg from "pg";

/** Missing from the types of a pool's connection. */
interface ClientInternals {
  connection: { stream: Socket };
  /** False while the database owes an answer. */
  readyForQuery: boolean;
}

/**
 * Ends each connection of the pool on which an answer is due and nothing has moved for `mostMs`, as where a network
 * drops packets without a word: without it, TCP would send again for a quarter of an hour. Who asked gets an ETIMEDOUT,
 * and nobody gets that connection again. Between statements a connection may be silent for as long as it likes.
 */
export function endSilent(pool: pg.Pool, mostMs: number): void {
  pool.on("connect", (connected) => {
    const client = connected as pg.PoolClient & ClientInternals;
    const { stream } = client.connection;
    stream.setTimeout(mostMs, () => {
      if (!client.readyForQuery) stream.destroy(silence(mostMs));
    });
  });
}

function silence(mostMs: number): Error {
  const message = `the database was silent for ${Math.round(mostMs / 1_000)} seconds in the middle of a statement`;
  return Object.assign(new Error(message), { code: "ETIMEDOUT" });
}
