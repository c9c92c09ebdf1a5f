import type { Reader } from "./database.ts";
import type { StagedRun } from "./select-unchanged.ts";

/** The newest rate of a series that has none yet, beside a rate of the same two currencies elsewhere. Decimal text. */
export interface ReferenceRow {
  series: string;
  base: string;
  quote: string;
  line: number;
  period: string;
  value: string;
  /** The other series; null for the peg that is in force. */
  reference: string | null;
  referencePeriod: string;
  referenceValue: string;
  /** Whether the other rate is of the opposite direction. */
  isTurned: boolean;
}

/** Rates that are farther apart in time say little of each other. */
const mostDays = 366;

/** A peg goes before any rate, a rate of the same source before others', and of those the one whose source ranks first. */
const text = `
select
  mine.dataset_code || '/' || mine.series_key as series,
  mine.codes[2] as base, mine.codes[3] as quote,
  run.line, run."to" as period, run.value,
  other.reference, other.period as "referencePeriod", other.value as "referenceValue",
  other.base <> mine.codes[2] as "isTurned"
from jsonb_to_recordset($1::jsonb) as run (ordinal integer, value numeric, "to" date, line integer)
join staged_series as s using (ordinal)
join series as mine on mine.dataset_code = s.dataset and mine.series_key = s.key
cross join lateral (
  select reference, base, period, value
  from (
    select null as reference, anchor as base, valid_from as period, regime.value, 0 as nearness, 0 as rank, 0 as days
    from regime
    where kind = 'peg' and array[currency, anchor] <@ mine.codes[2:3]
      and valid_from <= run."to" and (valid_to is null or valid_to >= run."to")
    union all
    select
      known.dataset_code || '/' || known.series_key, known.codes[2], near.period, near.value,
      case when known.source_code = mine.source_code then 1 else 2 end, source.rank, near.days
    from series as known
    join source using (source_code)
    cross join lateral (
      (
        select period, value, run."to" - period as days
        from observation
        where series_id = known.series_id and superseded_by is null and value is not null
          and period between run."to" - $2::int and run."to"
        order by period desc
        limit 1
      )
      union all
      (
        select period, value, period - run."to"
        from observation
        where series_id = known.series_id and superseded_by is null and value is not null
          and period > run."to" and period <= run."to" + $2::int
        order by period
        limit 1
      )
    ) as near
    where known.dataset_code = mine.dataset_code and known.series_id <> mine.series_id
      and known.kind = 'rate' and known.frequency = 'D'
      and known.codes[2:3] in (mine.codes[2:3], array[mine.codes[3], mine.codes[2]])
  ) as candidate
  order by nearness, rank, days, reference
  limit 1
) as other
where not exists (
  select from observation
  where series_id = mine.series_id and superseded_by is null and value is not null
)
order by run.line`;

/**
 * The newest rates of series of daily rates that the database has no value of yet, each beside the peg or the stored rate
 * of its two currencies, in either direction, that says most of it; those that there is nothing to put beside are left
 * out. Nothing else tells of such a series which way round it is.
 */
export async function selectReferences(
  db: Reader,
  runs: readonly StagedRun[],
): Promise<ReferenceRow[]> {
  const { rows } = await db.query<ReferenceRow>(text, [JSON.stringify(runs), mostDays]);
  return rows;
}
