import type { Writer } from "./database.ts";

/**
 * What changes, a row for each series. One pass over a million rows in place of one for each question: how many are
 * added, from when to when, whether anything is superseded.
 */
const text = `
create temporary table changed_series on commit drop as
select
  series_id,
  count(*) filter (where adds) as added,
  count(*) filter (where revises) as revised,
  count(*) filter (where repeat) as repeats,
  bool_or(supersedes) as supersedes,
  count(value) = max(place) as unbroken,
  min(period) as first_period,
  max(period) as last_period
from difference
group by series_id`;

/**
 * Sums up the temporary table `difference` in another, `changed_series`, in place of an earlier one. `unbroken` tells
 * of a series that all its claims stand in the difference, each with a value: then `former` is the rate before.
 */
export async function summariseDifference(db: Writer): Promise<void> {
  await db.query("drop table if exists pg_temp.changed_series");
  await db.query(text);
}
