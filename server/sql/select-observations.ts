import type { Status } from "../contract/observation.ts";
import type { Reader } from "./database.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/** A visible observation; `period` is the first day of its period, `value` decimal text. */
export interface ObservationRow {
  period: string;
  value: string | null;
  status: Status;
}

/** Which observations: first days within the bounds, and of those the last n. */
export interface Range {
  start: string | null;
  end: string | null;
  last: number | null;
}

const statement = asOfStatement(
  "select-observations",
  (visible) => `
select period, value, status
from (
  select period, value, status
  from observation
  where series_id = $2
    and not withdrawn
    and ($3::date is null or period >= $3)
    and ($4::date is null or period <= $4)
    and ${visible}
  order by period desc
  limit $5
) as newest
order by period`,
);

/** The observations of a series, oldest first. */
export async function selectObservations(
  db: Reader,
  asOf: AsOf,
  seriesId: number,
  { start, end, last }: Range,
): Promise<ObservationRow[]> {
  const { rows } = await db.query<ObservationRow>(
    bind(statement, asOf, [seriesId, start, end, last]),
  );
  return rows;
}
