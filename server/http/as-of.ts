import { KursError } from "../domain/kurs-error.ts";
import type { Reader } from "../sql/database.ts";
import { selectImportAt } from "../sql/select-imports.ts";
import type { AsOf } from "../sql/visible.ts";

/** The import that a moment means; null for now. Throws "invalid-query" when the moment is still to come. */
export async function readAsOf(db: Reader, moment: string | undefined, now: Date): Promise<AsOf> {
  if (moment === undefined) return null;
  // A date means the end of its day, so today's is a little ahead.
  const today = now.toISOString().slice(0, 10);
  if (moment > now.toISOString() && !moment.startsWith(today)) {
    const message = "asOf lies in the future; leave it out to read what is known now";
    throw new KursError("invalid-query", message, { errors: [{ parameter: "asOf", message }] });
  }
  return selectImportAt(db, moment);
}
