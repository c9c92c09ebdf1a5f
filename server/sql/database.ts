import pg from "pg";
import { abortable } from "./abortable.ts";
import { endSilent } from "./end-silent.ts";

declare const mayWrite: unique symbol;

/** A connection inside a transaction. A GET handler only ever holds a Reader. */
export type Reader = Pick<pg.PoolClient, "query">;
/** A connection inside a transaction that may write. */
export type Writer = Reader & { readonly [mayWrite]: true };
export type Pool = pg.Pool;
/** Has the last word in a transaction that writes: where it throws, nothing is stored. */
export type BeforeCommit = (db: Writer) => Promise<void>;

/** How long a statement of a reader may take. */
const mostReadMs = 30_000;

/** How much longer than a statement may take its reader waits, to allow for the network. */
const silenceFactor = 7 / 6;

/** Where a database is: an address, or its parts. */
export type Connection =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string; ssl?: false };

const oid = { date: 1082, numeric: 1700, timestamptz: 1184, int8: 20 } as const;

/**
 * A date is a calendar day and numeric is exact, so both stay text; a moment becomes ISO text; counts are small enough
 * for a number.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [oid.date, (day) => day],
  [oid.numeric, (digits) => digits],
  [oid.timestamptz, (moment) => new Date(moment).toISOString()],
  [oid.int8, Number],
]);

/** A pool of connections. `onError` hears of connections that broke while idle; the pool replaces them by itself. */
export function createPool(connection: Connection, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: 8,
    connectionTimeoutMillis: 5_000,
    // A connection that a network dropped in silence would else be given out for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    application_name: "kurs",
    options: "-c timezone=UTC -c datestyle=ISO",
    types: {
      getTypeParser: (id: number, format?: "text" | "binary") =>
        parsers.get(id) ?? (pg.types.getTypeParser(id, format) as (text: string) => unknown),
    },
  });
  pool.on("error", onError);
  keepClean(pool);
  return pool;
}

/**
 * Closes a connection that comes back in the middle of a statement or a transaction, so that nobody gets it in that
 * state.
 */
function keepClean(pool: pg.Pool): void {
  pool.on("release", (_error, released) => {
    const client = released as pg.PoolClient & ClientInternals;
    const isIdle = client.readyForQuery && client.getTransactionStatus() === "I";
    // The pool does not take back a connection that is ending.
    if (!isIdle) client.end(ignoreEnd);
  });
}

/** Missing from the types of a pool's connection. */
interface ClientInternals {
  /** False until the database has said that it is done with a statement, also with one that failed. */
  readyForQuery: boolean;
  end: (done: () => void) => void;
}

/** How it ended matters to nobody. */
const ignoreEnd = () => undefined;

/**
 * A pool beside another, to the same database, of connections that cannot write: a single statement is a transaction of
 * its own there, without one to begin and one to end it, and readers do not wait for writers' connections. A statement
 * there ends after `mostMs`, a transaction in which nothing is asked for three times as long, and a connection on which
 * the network fell silent a sixth later than its statement would have.
 */
export function createReaders(
  { options }: pg.Pool,
  onError: (error: Error) => void,
  mostMs = mostReadMs,
): pg.Pool {
  const readOnly = `${options.options ?? ""} -c default_transaction_read_only=on -c statement_timeout=${mostMs} -c idle_in_transaction_session_timeout=${3 * mostMs}`;
  // The pool hides its password from those who copy its options.
  const { password } = options;
  const pool = new pg.Pool({
    ...options,
    ...(password !== undefined && { password }),
    options: readOnly,
    application_name: "kurs readers",
  });
  pool.on("error", onError);
  keepClean(pool);
  endSilent(pool, mostMs * silenceFactor);
  return pool;
}

/** Runs `work` in a transaction that cannot write and sees one state of the database throughout. */
export function reading<T>(pool: pg.Pool, work: (db: Reader) => Promise<T>): Promise<T> {
  return transact(pool, "begin isolation level repeatable read, read only", work);
}

/** Runs `work` in a transaction: all of it is stored, or, when it throws, nothing. */
export function writing<T>(pool: pg.Pool, work: (db: Writer) => Promise<T>): Promise<T> {
  return transact(pool, "begin", (client) => work(client as unknown as Writer));
}

/** What work in a transaction came to, and whether it is to be stored. */
export interface Outcome<T> {
  keep: boolean;
  result: T;
}

/**
 * Runs `work` in a transaction and stores what it did only when it says so: a dry run is the real run, taken back. When
 * the signal aborts, the statement under way is cancelled, nothing is stored, and the signal's reason is thrown.
 */
export async function tentatively<T>(
  pool: pg.Pool,
  work: (db: Writer) => Promise<Outcome<T>>,
  signal?: AbortSignal,
): Promise<T> {
  const { result } = await transact(
    pool,
    "begin",
    (client) => {
      const working = () => work(client as unknown as Writer);
      return signal ? abortable(pool, client, signal, working) : working();
    },
    ({ keep }) => (keep ? "commit" : "rollback"),
  );
  return result;
}

async function transact<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
  ending: (result: T) => "commit" | "rollback" = () => "commit",
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that dies between two statements says so by this event alone; without a listener it would end the
  // process.
  const onError = (error: Error) => (broken = error);
  client.on("error", onError);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query(ending(result));
    return result;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}
