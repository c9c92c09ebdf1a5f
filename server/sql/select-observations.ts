import type { Status } from "../contract/observation.ts";
import type { Reader } from "./database.ts";
import { type AsOf, type AsOfStatement, asOfStatement, bind } from "./visible.ts";

/** A visible observation; `period` is the first day of its period, `value` decimal text. */
export interface ObservationRow {
  period: string;
  value: string | null;
  status: Status;
}

/** Which observations of each series: first days within the bounds, and of those the first or the last so many. */
export interface Range {
  start: string | null;
  end: string | null;
  most: number | null;
  from: "first" | "last";
}

type Found = ObservationRow & { seriesId: number };

const statements: Record<Range["from"], AsOfStatement> = {
  first: statement("first", "asc"),
  last: statement("last", "desc"),
};

function statement(from: Range["from"], direction: "asc" | "desc"): AsOfStatement {
  return asOfStatement(
    `select-observations-${from}`,
    (visible) => `
select wanted.series_id as "seriesId", found.period, found.value, found.status
from unnest($2::integer[]) as wanted (series_id)
cross join lateral (
  select period, value, status
  from observation
  where observation.series_id = wanted.series_id
    and not withdrawn
    and period between $3 and $4
    and ${visible}
  order by period ${direction}
  limit $5
) as found
order by wanted.series_id, found.period`,
  );
}

/** The observations of several series, each oldest first, by the series' number. Repeated numbers count once. */
export async function selectObservations(
  db: Reader,
  asOf: AsOf,
  seriesIds: readonly number[],
  { start, end, most, from }: Range,
): Promise<ReadonlyMap<number, ObservationRow[]>> {
  const found = new Map(seriesIds.map((id): [number, ObservationRow[]] => [id, []]));
  const values = [[...found.keys()], start ?? "-infinity", end ?? "infinity", most];
  const { rows } = await db.query<Found>(bind(statements[from], asOf, values));
  for (const { seriesId, period, value, status } of rows) {
    found.get(seriesId)?.push({ period, value, status });
  }
  return found;
}
