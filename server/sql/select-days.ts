import type { Reader } from "./database.ts";

/** How many series a file gives a daily rate of a day. */
export interface DayRow {
  period: string;
  /** The first line that names the day. */
  line: number;
  rates: number;
}

const text = `
select period, min(staged.line) as line, count(distinct ordinal) as rates
from staged
join staged_series using (ordinal)
where staged_series.kind = 'rate' and staged_series.frequency = 'D'
  and staged.value is not null
  and period = any($1::date[])
group by period
order by period`;

/** What the staged file says of these days, in their order. */
export async function selectDays(db: Reader, days: readonly string[]): Promise<DayRow[]> {
  const { rows } = await db.query<DayRow>(text, [days]);
  return rows;
}
