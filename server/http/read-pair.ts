import { coarsenRates, ratesAsValues } from "../domain/coarsen-rates.ts";
import type { DerivedValue } from "../domain/derived-value.ts";
import { isWithin } from "../domain/index-base.ts";
import { ratesAlong } from "../domain/path-rates.ts";
import type { RatePath } from "../domain/rate-path.ts";
import type { Reader } from "../sql/database.ts";
import { selectObservations } from "../sql/select-observations.ts";
import type { AsOf } from "../sql/visible.ts";
import type { Derivation } from "./observation-question.ts";

/** A path, and what is asked of the rates along it. */
export interface PathDerivation {
  path: RatePath;
  derivation: Derivation;
}

/** The rates along a path, in the frequency asked for but not transformed: all, or those of the range where no more counts. */
interface PairValues extends PathDerivation {
  values: DerivedValue[];
}

/** When the rates are read. */
interface Moment {
  asOf: AsOf;
  today: string;
}

/**
 * The rates along the best path that has one in the range; along the best of all, where none has. A range is of one
 * source, never spliced.
 */
export async function readPair(
  db: Reader,
  moment: Moment,
  [best, ...others]: readonly [PathDerivation, ...PathDerivation[]],
): Promise<PairValues> {
  const first = await readAlong(db, moment, best);
  if (hasRate(first)) return first;
  for (const other of others) {
    const found = await readAlong(db, moment, other);
    if (hasRate(found)) return found;
  }
  return first;
}

async function readAlong(
  db: Reader,
  { asOf, today }: Moment,
  asked: PathDerivation,
): Promise<PairValues> {
  const { path, derivation } = asked;
  const { isCoarser, units, frequency: to, aggregate: method, start, end, last } = derivation;
  const isPlain = !isCoarser && units === "lin";
  // Of a cross only some days of each leg become rates, so that it is cut later.
  const most = path.legs.length === 1 ? last : null;
  const range = isPlain ? { start, end, most } : { start: null, end: null, most: null };
  const ids = path.legs.map(({ pair }) => pair.seriesId);
  const found = await selectObservations(db, asOf, ids, { ...range, from: "last" });
  const legs = ids.map((id) => found.get(id) ?? []);
  const rates = ratesAlong(path, legs);
  const values = isCoarser
    ? coarsenRates(path, rates, { to, method, today })
    : ratesAsValues(rates);
  return { ...asked, values };
}

function hasRate({ values, derivation }: PairValues): boolean {
  return values.some(({ period, value }) => value !== null && isWithin(period, derivation));
}
