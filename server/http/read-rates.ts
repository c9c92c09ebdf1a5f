import { addDays } from "../contract/period.ts";
import {
  type DatedValue,
  type DerivedRate,
  type MissingRate,
  newestRate,
  ratesAlong,
} from "../domain/path-rates.ts";
import type { RatePath } from "../domain/rate-path.ts";
import type { Reader } from "../sql/database.ts";
import { type FigureRange, selectFigures } from "../sql/select-rates.ts";
import type { AsOf } from "../sql/visible.ts";

/** Enough publications of each leg that two days which both have are among them. */
const lookback = 60;

/** With a date, a rate may be this old. */
const carryDays = 14;

/** The figures of each leg of a path, oldest first. */
async function legFigures(
  db: Reader,
  asOf: AsOf,
  path: RatePath,
  range: FigureRange,
): Promise<DatedValue[][]> {
  const ids = path.legs.map(({ pair }) => pair.seriesId);
  const figures = await selectFigures(db, asOf, ids, range);
  return ids.map((id) => figures.filter(({ seriesId }) => seriesId === id));
}

/** What stands along a path on every day that all its legs speak of. */
async function readRates(
  db: Reader,
  asOf: AsOf,
  path: RatePath,
  range: FigureRange,
): Promise<(DerivedRate | MissingRate)[]> {
  const { last, ...bounds } = range;
  // Of a cross, only some days of each leg become rates; so it is cut after joining.
  const cut = path.legs.length === 1 ? last : null;
  const rates = ratesAlong(path, await legFigures(db, asOf, path, { ...bounds, last: cut }));
  return last === null ? rates : rates.slice(-last);
}

/** The best path that has rates in a range, and these; the best path of all, and nothing, when none has. A range is of one source, never spliced. */
export async function readBestRates(
  db: Reader,
  asOf: AsOf,
  paths: readonly [RatePath, ...RatePath[]],
  range: FigureRange,
) {
  for (const path of paths) {
    const rates = await readRates(db, asOf, path, range);
    if (rates.length > 0) return { path, rates };
  }
  return { path: paths[0], rates: [] };
}

/** The newest rate along a path, and the one of the publication before. */
export interface LatestRate {
  path: RatePath;
  newest: DerivedRate;
  previous: DerivedRate | null;
}

/** The rate in force on a day, or the newest however old when no day is asked for, along the best path that has one. Null when none has. */
export async function readLatest(
  db: Reader,
  asOf: AsOf,
  paths: readonly RatePath[],
  date: string | null,
): Promise<LatestRate | null> {
  const start = date && addDays(date, -carryDays);
  for (const path of paths) {
    const figures = await legFigures(db, asOf, path, { start: null, end: date, last: lookback });
    const newest = newestRate(path, figures);
    if (!newest || (start && newest.date < start)) continue;
    const earlier = ratesAlong(path, figures).filter(
      (rate): rate is DerivedRate => rate.rate !== null && rate.date < newest.date,
    );
    return { path, newest, previous: earlier.at(-1) ?? null };
  }
  return null;
}
