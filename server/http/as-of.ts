import { KursError } from "../domain/kurs-error.ts";
import { type Pool, type Reader, reading } from "../sql/database.ts";
import { awaitCommits } from "../sql/insert-import.ts";
import { selectImportAt } from "../sql/select-imports.ts";
import type { AsOf } from "../sql/visible.ts";

/** What a moment means for a read. */
export interface Visible {
  /** The last import committed by then; null for now. */
  asOf: AsOf;
  /** True when no import can come any more that was committed by then, so that the answer stays the same for ever. */
  settled: boolean;
}

/** An import whose time is drawn already may still be committing; it takes far less than this. */
const commitMs = 60_000;

/**
 * Runs `work` in a reading transaction with what a moment means. Throws "invalid-query" when the moment is still to
 * come.
 */
export async function readingAt<T>(
  pool: Pool,
  moment: string | undefined,
  now: Date,
  work: (db: Reader, visible: Visible) => Promise<T>,
): Promise<T> {
  if (moment === undefined) return reading(pool, (db) => work(db, { asOf: null, settled: false }));
  refuseFuture(moment, now);
  // Its snapshot has to be taken after the wait.
  if (Date.parse(moment) > now.getTime() - commitMs) await awaitCommits(pool);
  return reading(pool, async (db) => {
    const { id, passed } = await selectImportAt(db, moment);
    return work(db, { asOf: id, settled: passed });
  });
}

function refuseFuture(moment: string, now: Date): void {
  // A date means the end of its day, so today's is a little ahead.
  const today = now.toISOString().slice(0, 10);
  if (moment <= now.toISOString() || moment === `${today}T23:59:59.999Z`) return;
  const message = "asOf lies in the future; leave it out to read what is known now";
  throw new KursError("invalid-query", message, { errors: [{ parameter: "asOf", message }] });
}
