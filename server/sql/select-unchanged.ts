import type { Reader } from "./database.ts";

/** The newest rates of a staged series, all the same; days as `YYYY-MM-DD`, the value as decimal text. */
export interface StagedRun {
  ordinal: number;
  value: string;
  from: string;
  to: string;
  line: number;
  /** Whether stored rates before it may belong to it. */
  isOpen: boolean;
}

/** A rate that is the newest of its series after the import, and the first day on which it was the same. */
export interface UnchangedRow {
  series: string;
  line: number;
  value: string;
  since: string;
  period: string;
}

/** Reads only the index of current observations, a series backwards until its value differs. */
const text = `
select
  known.dataset_code || '/' || known.series_key as series,
  run.line, run.value, run."to" as period,
  coalesce(stored.since, run."from") as since
from jsonb_to_recordset($1::jsonb) as run (
  ordinal integer, value numeric, "from" date, "to" date, line integer, "isOpen" boolean
)
join staged_series as s using (ordinal)
join series as known on known.dataset_code = s.dataset and known.series_key = s.key
left join lateral (
  select max(period) as until
  from observation
  where series_id = known.series_id and superseded_by is null
    and period < run."from" and value <> run.value
) as other on true
left join lateral (
  select min(period) as since
  from observation
  where series_id = known.series_id and superseded_by is null
    and period < run."from" and (other.until is null or period > other.until)
    and value is not null and run."isOpen"
) as stored on true
where not exists (
    select from observation
    where series_id = known.series_id and superseded_by is null
      and (period = run."to" and value = run.value or period > run."to" and value is not null)
  )
  and not exists (
    select from regime
    where kind = 'peg' and array[currency, anchor] <@ known.codes[2:3]
      and valid_from <= run."to" and (valid_to is null or valid_to >= run."to")
  )
order by run.line`;

/**
 * Since when the newest rates are the same, of the file and, before it, as stored. Leaves out what a peg holds, what is
 * stored already, and where a newer rate is stored.
 */
export async function selectUnchanged(
  db: Reader,
  runs: readonly StagedRun[],
): Promise<UnchangedRow[]> {
  if (runs.length === 0) return [];
  const { rows } = await db.query<UnchangedRow>(text, [JSON.stringify(runs)]);
  return rows;
}
