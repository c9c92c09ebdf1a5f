import { KursError } from "../domain/kurs-error.ts";
import type { Reader } from "../sql/database.ts";
import { selectFirstMoment } from "../sql/select-imports.ts";
import type { RatesAsOf } from "../sql/select-rates.ts";
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

/** The same as of a moment, before the first import for another reason: nothing was known at all. */
export async function noRateThen(db: Reader, asked: Asked & RatesAsOf): Promise<KursError> {
  const { asOf, moment } = asked;
  if (asOf !== 0 || moment === null) return noRate(asked);
  const first = await selectFirstMoment(db);
  const since =
    first === null ? "nothing has been imported yet" : `the first import came at ${first}`;
  return new KursError("no-rate", `Nothing was known as of ${moment}: ${since}.`);
}

/** Throws "invalid-query" when nobody has the code of the source that is asked for. */
export async function refuseUnknownSource(db: Reader, source: string | null): Promise<void> {
  if (source !== null && !(await isSource(db, source)))
    throw refusedParameter("source", `no source has the code ${source}`);
}
