import type { Frequency } from "../contract/period.ts";
import type { Reader } from "./database.ts";

/** A period whose value changes; `period` by its first day, values as decimal text. */
export interface DifferentObservation {
  series: string;
  frequency: Frequency;
  period: string;
  from: string | null;
  to: string | null;
  line: number | null;
}

const revisionText = `
select
  series.dataset_code || '/' || series.series_key as series, series.frequency, period,
  old_value as "from", value as "to", line
from difference
join series using (series_id)
where revises and exists (select from changed_series where revised > 0)
order by abs(value / nullif(old_value, 0) - 1) desc nulls last, series_id, period
limit 1000`;

/** The first 1,000 revisions in the temporary table `difference`, biggest moves first. */
export async function selectRevisions(db: Reader): Promise<DifferentObservation[]> {
  const { rows } = await db.query<DifferentObservation>(revisionText);
  return rows;
}

/** What changes in one series; periods by their first days. */
export interface SeriesDifference {
  series: string;
  frequency: Frequency;
  added: number;
  revised: number;
  first: string;
  last: string;
}

const seriesText = `
select
  series.dataset_code || '/' || series.series_key as series, series.frequency,
  added, revised, first_period as first, last_period as last
from changed_series
join series using (series_id)
order by added + revised desc, series_id
limit 1000`;

/** The first 1,000 series in the temporary table `changed_series`, those with most changes first. */
export async function selectSeriesDifferences(db: Reader): Promise<SeriesDifference[]> {
  const { rows } = await db.query<SeriesDifference>(seriesText);
  return rows;
}
