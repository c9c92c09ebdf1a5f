import type { Frequency } from "../contract/period.ts";
import type { Reader } from "./database.ts";

/** An observation that is new; `period` by its first day, the value as decimal text. */
export interface AddedObservation {
  series: string;
  frequency: Frequency;
  period: string;
  value: string | null;
  line: number;
}

const additionText = `
select
  series.dataset_code || '/' || series.series_key as series, series.frequency, newest.period, newest.value, newest.line
from (
  select series_id, period, value, line
  from difference
  where adds
  order by period desc, series_id
  limit 1000
) as newest
join series using (series_id)
order by newest.period desc, series_id`;

/** The newest 1,000 of the observations that the temporary table `difference` adds, newest first. */
export async function selectAdditions(db: Reader): Promise<AddedObservation[]> {
  const { rows } = await db.query<AddedObservation>(additionText);
  return rows;
}
