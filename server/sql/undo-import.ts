import type { Writer } from "./database.ts";
import { onlyRow } from "./only-row.ts";
import { summariseDifference } from "./summarise-difference.ts";

/** The file's import at the end of a chain of undos: only it says anything of a period. */
const rootText = `
with recursive chain as (
  select import_id, undoes from import where import_id = $1
  union all
  select import.import_id, import.undoes
  from import
  join chain on import.import_id = chain.undoes
)
select import_id as root from chain where undoes is null`;

/**
 * A row for each period that the root import speaks of and whose current value changes: to what the newest import in
 * force says of it, or to nothing. Which imports are undone is asked once, whatever the planner knows of the tables:
 * with `not exists` it may ask for each version again, and an undo after hundreds of revisions of the same periods
 * takes seconds.
 */
const differenceText = `
create temporary table difference on commit drop as
with undone as (
  select distinct undoes as import_id
  from import
  where undoes is not null and import_in_force(import_id)
),
touched as (
  select series_id, period from observation where import_id = $1 and said_by = $1
),
standing as (
  select distinct on (series_id, period)
    series_id, period, said_by, line, value, status
  from touched
  join observation using (series_id, period)
  where import_id = said_by
    and said_by not in (select import_id from undone)
  order by series_id, period, import_id desc
)
select
  touched.series_id, touched.period, standing.said_by, standing.line, standing.value,
  coalesce(standing.status, 'A') as status,
  standing.series_id is null as withdrawn,
  not current.withdrawn and standing.series_id is not null as revises,
  current.withdrawn and standing.series_id is not null as adds,
  current.value as old_value, true as supersedes,
  -- No file, and so none of its claims.
  false as repeat, null::bigint as place
from touched
join observation as current
  on current.series_id = touched.series_id
  and current.period = touched.period
  and current.superseded_by is null
left join standing
  on standing.series_id = touched.series_id
  and standing.period = touched.period
where current.withdrawn is distinct from (standing.series_id is null)
  or (
    standing.series_id is not null
    and (current.value, current.status) is distinct from (standing.value, standing.status)
  )`;

const supersedeText = `
update observation
set superseded_by = $1
from difference
where observation.series_id = difference.series_id
  and observation.period = difference.period
  and observation.superseded_by is null`;

const insertText = `
insert into observation (series_id, period, import_id, said_by, line, value, status, withdrawn)
select series_id, period, $1, said_by, line, value, status, withdrawn
from difference
order by series_id, period`;

const countText = `
select
  count(*) filter (where adds) as added,
  count(*) filter (where revises) as revised,
  count(*) filter (where withdrawn) as withdrawn,
  (select count(*) from observation where import_id = $1 and said_by = $1) as read
from difference`;

/**
 * How many periods an undo restores, changes and leaves without an observation; `read` are all that the undone import
 * spoke of.
 */
export interface UndoCounts {
  read: number;
  added: number;
  revised: number;
  withdrawn: number;
}

/**
 * Makes each period again what the newest import in force says, after the undo `importId` was inserted; the temporary
 * table `difference` tells what changed, and `changed_series` sums it up. A restored version keeps the import and line
 * that said it.
 */
export async function undoImport(db: Writer, importId: number): Promise<UndoCounts> {
  const { rows: roots } = await db.query<{ root: number }>(rootText, [importId]);
  const root = roots[0]?.root;
  await db.query(differenceText, [root]);
  await summariseDifference(db);
  await db.query(supersedeText, [importId]);
  await db.query(insertText, [importId]);
  return onlyRow(await db.query<UndoCounts>(countText, [root]));
}
