import { KursError } from "../domain/kurs-error.ts";
import type { Reader } from "../sql/database.ts";
import { selectOneSeries, type SeriesRow } from "../sql/select-series.ts";
import type { AsOf } from "../sql/visible.ts";
import { refuseMask } from "./refuse-mask.ts";

/** The series of a path's dataset and key. Throws "unknown-series" when there is none. */
export async function findSeries(
  db: Reader,
  asOf: AsOf,
  { dataset, key }: { dataset: string; key: string },
): Promise<SeriesRow> {
  const row = await selectOneSeries(db, asOf, { dataset, key });
  if (row) return row;
  refuseMask(key, "key");
  throw new KursError("unknown-series", `No series has the name ${dataset}/${key}.`);
}
