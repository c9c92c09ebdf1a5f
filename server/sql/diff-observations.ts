import type { Frequency } from "../contract/period.ts";
import type { Writer } from "./database.ts";
import { onlyRow } from "./only-row.ts";
import { summariseDifference } from "./summarise-difference.ts";

/**
 * What the staged observations would change: a row for each new period and for each with another value or status than
 * the current one, in order of series and period. A row that names a period again is kept as a `repeat`, to be judged.
 * `place` counts the claims of a series and `former` is the value of the claim before, both for the price of the window
 * that finds the repeats. One sort, no table in between: this statement is most of what an import that changes nothing
 * costs.
 */
const differenceText = `
create temporary table difference on commit drop as
select
  claim.series_id, claim.period, claim.line, claim.value, claim.status, claim.repeat, claim.place, claim.former,
  current.series_id is not null and not current.withdrawn as revises,
  current.series_id is null or current.withdrawn as adds,
  current.series_id is not null as supersedes,
  current.value as old_value
from (
  select
    known.series_id, staged.period, staged.line, staged.value, staged.status,
    lag(staged.period, 1, '-infinity') over claims = staged.period as repeat,
    row_number() over claims as place,
    lag(staged.value) over claims as former
  from staged
  join staged_series as s using (ordinal)
  join series as known on known.dataset_code = s.dataset and known.series_key = s.key
  window claims as (partition by known.series_id order by staged.period, staged.line)
) as claim
left join observation as current
  on current.series_id = claim.series_id
  and current.period = claim.period
  and current.superseded_by is null
where claim.repeat
  or current.series_id is null
  or current.withdrawn
  or (current.value, current.status) is distinct from (claim.value, claim.status)
order by claim.series_id, claim.period`;

/** The claims on periods that the file names more than once, and whether each differs from that of the first line. */
const rivalText = `
create temporary table rival on commit drop as
with named_again as (
  select distinct series_id, period from difference where repeat
),
claim as (
  select
    named_again.series_id, staged.period, staged.line, staged.value, staged.status,
    first_value(staged.line) over same as first_line,
    first_value(staged.value) over same as first_value,
    first_value(staged.status) over same as first_status
  from named_again
  join series as known using (series_id)
  join staged_series as s on s.dataset = known.dataset_code and s.key = known.series_key
  join staged on staged.ordinal = s.ordinal and staged.period = named_again.period
  window same as (partition by named_again.series_id, staged.period order by staged.line)
)
select
  series_id, period, line, value, first_line,
  (value, status) is distinct from (first_value, first_status) as differs
from claim`;

/**
 * A line of a wide file may name a period twice, so the two sides of a conflict are told apart by value, not by line.
 */
const listText = `
with side as (
  select distinct on (series_id, period, differs) series_id, period, differs, line, value
  from rival
  order by series_id, period, differs, line
)
select
  rival.line, rival.value, dataset_code || '/' || series_key as series, frequency, rival.period,
  side.line as "otherLine", side.value as "otherValue"
from rival
join side
  on side.series_id = rival.series_id and side.period = rival.period and side.differs <> rival.differs
join series on series.series_id = rival.series_id
order by rival.line`;

const settleText = `
delete from difference
where repeat
  or (series_id, period) in (select series_id, period from rival where differs)`;

const agreeingText = `
select min(line) as line, count(*) as count
from rival
where line > first_line
  and (series_id, period) not in (select series_id, period from rival where differs)
having count(*) > 0`;

const countText = `
select
  (select count(*) from staged) as staged,
  coalesce(sum(repeats), 0)::bigint as repeats,
  coalesce(sum(added), 0)::bigint as added,
  coalesce(sum(revised), 0)::bigint as revised
from changed_series`;

/**
 * A claim that another line of the same file contradicts; values are decimal text, the period is told by its first day.
 */
export interface Rival {
  line: number;
  value: string | null;
  series: string;
  frequency: Frequency;
  period: string;
  /** The first line that contradicts it. */
  otherLine: number;
  otherValue: string | null;
}

/** How many claims say again what an earlier line says, and the first line of them. */
export interface Agreement {
  line: number;
  count: number;
}

/** What the periods that are named more than once come to. */
interface Repeats {
  rivals: Rival[];
  agreeing: Agreement | null;
}

/**
 * How many observations were staged and what they would change; of the `disputed`, which rivals contradict, none
 * counts.
 */
export interface DifferenceCounts {
  staged: number;
  disputed: number;
  added: number;
  revised: number;
}

/**
 * Compares the staged observations with what is current, in a temporary table `difference`, which another,
 * `changed_series`, sums up by series. A period that the file names twice stands there once when the lines agree, and
 * not at all when they do not; those that contradict each other are returned, all of them, those that agree are
 * counted.
 */
export async function diffObservations(
  db: Writer,
): Promise<Repeats & { counts: DifferenceCounts }> {
  // The sort of a million rows fits, and is twice as fast as on disk.
  await db.query("set local work_mem = '96MB'");
  await db.query(differenceText);
  const { repeats, ...counts } = await countDifference(db);
  if (repeats === 0) return { rivals: [], agreeing: null, counts: { ...counts, disputed: 0 } };
  const settled = await settleRepeats(db);
  const { repeats: _, ...left } = await countDifference(db);
  return { ...settled, counts: { ...left, disputed: settled.rivals.length } };
}

interface RawCounts extends Omit<DifferenceCounts, "disputed"> {
  repeats: number;
}

async function countDifference(db: Writer): Promise<RawCounts> {
  await summariseDifference(db);
  return onlyRow(await db.query<RawCounts>(countText));
}

async function settleRepeats(db: Writer): Promise<Repeats> {
  await db.query(rivalText);
  const { rows: rivals } = await db.query<Rival>(listText);
  const { rows: agreements } = await db.query<Agreement>(agreeingText);
  await db.query(settleText);
  return { rivals, agreeing: agreements[0] ?? null };
}
