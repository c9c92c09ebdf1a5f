import { KursError } from "../domain/kurs-error.ts";
import type { Reader } from "../sql/database.ts";
import { isSource } from "../sql/select-sources.ts";
import { refusedParameter } from "./observation-question.ts";

/** What was asked for, and how it was narrowed. */
interface Asked {
  base: string;
  quotes: readonly string[];
  source: string | null;
  date: string | null;
}

/** The problem that there is no rate, in a sentence. */
export function noRate({ base, quotes, source, date }: Asked): KursError {
  const others = quotes.filter((quote) => quote !== base);
  if (others.length === 0)
    return new KursError("no-rate", `${base} has no rate in itself: one ${base} is one ${base}.`);
  const who = source === null ? "No source gives a rate" : `${source} gives no rate`;
  const when = date === null ? "" : ` on ${date} or in the 14 days before`;
  return new KursError("no-rate", `${who} of ${base} in ${others.join(", ")}${when}.`);
}

/** Throws "invalid-query" when nobody has the code of the source that is asked for. */
export async function refuseUnknownSource(db: Reader, source: string | null): Promise<void> {
  if (source !== null && !(await isSource(db, source)))
    throw refusedParameter("source", `no source has the code ${source}`);
}
