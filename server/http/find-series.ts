import { KursError } from "../domain/kurs-error.ts";
import type { Reader } from "../sql/database.ts";
import { selectSeries, type SeriesRow } from "../sql/select-series.ts";
import type { AsOf } from "../sql/visible.ts";

/** The series of a path's dataset and key. Throws "unknown-series" when there is none. */
export async function findSeries(
  db: Reader,
  asOf: AsOf,
  { dataset, key }: { dataset: string; key: string },
): Promise<SeriesRow> {
  const filter = { dataset, key, source: null, frequency: null, after: null, limit: 1 };
  const [row] = await selectSeries(db, asOf, filter);
  if (!row) throw new KursError("unknown-series", `No series has the name ${dataset}/${key}.`);
  return row;
}
