import type { Status } from "../contract/observation.ts";
import type { Reader } from "./database.ts";
import { type State, stateColumns } from "./select-state.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/** A figure as SQL hands it over: first day of the period, decimal text, status. */
export type FigureCells = readonly [period: string, value: string, status: Status];

/** Which figures: the newest so many that are not after a day; null for whatever day. */
export interface NewestFigures {
  end: string | null;
  count: number;
}

const statement = asOfStatement(
  "select-latest-figures",
  (visible) => `
select ${stateColumns}, wanted.series_id as "seriesId", newest.figures
from unnest($2::integer[]) as wanted (series_id)
cross join lateral (
  select json_agg(json_build_array(period, value::text, status) order by period) as figures
  from (
    select period, value, status
    from observation
    where observation.series_id = wanted.series_id
      and value is not null
      and period <= $3::date
      and ${visible}
    order by period desc
    limit $4
  ) as newest
) as newest`,
);

/**
 * The newest figures of series, by the series' number, oldest first, and the state that the same statement saw; null
 * where no series was asked for.
 */
export interface LatestFigures {
  state: State | null;
  figures: Map<number, FigureCells[]>;
}

/** The newest figures of several series. */
export async function selectLatestFigures(
  db: Reader,
  asOf: AsOf,
  seriesIds: readonly number[],
  { end, count }: NewestFigures,
): Promise<LatestFigures> {
  const { rows } = await db.query<State & { seriesId: number; figures: FigureCells[] | null }>(
    bind(statement, asOf, [seriesIds, end ?? "infinity", count]),
  );
  return {
    state: rows[0] ?? null,
    figures: new Map(rows.map(({ seriesId, figures }) => [seriesId, figures ?? []])),
  };
}
