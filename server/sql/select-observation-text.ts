import type { Frequency } from "../contract/period.ts";
import type { Pool } from "./database.ts";
import { onlyRow } from "./only-row.ts";
import { type State, stateColumns } from "./select-state.ts";

/** Which observations, and how many decimals the answer says that they have. */
export interface TextQuestion {
  seriesId: number;
  frequency: Frequency;
  start: string | null;
  end: string | null;
  last: number | null;
  order: "asc" | "desc";
  decimals: number;
}

/** Observations as text in pieces, and the state of the database that they are of, seen by the same statement. */
export interface ObservationText extends State {
  /** ASCII alone. Joined, they are the text; they are long, and to join them here would copy it once more. */
  pieces: readonly string[];
}

/** A period by its first day, as `formatPeriod` writes it; the session's dates are ISO. */
const periods: Record<Frequency, string> = {
  D: "period::text",
  W: `to_char(period, 'IYYY-"W"IW')`,
  M: "left(period::text, 7)",
  Q: `to_char(period, 'YYYY-"Q"Q')`,
  S: `left(period::text, 4) || case when extract(month from period) = 1 then '-S1' else '-S2' end`,
  A: "left(period::text, 4)",
};

/** What stands for one observation of a period, and what between two. */
const layouts = {
  // The delimiter carries what is the same for all, so that little is joined for each; most are plain.
  json: {
    first: `{"period":"`,
    line: (period: string) => `
      case
        when status = 'A' and scale(value) = $5 then ${period} || '","value":' || value
        else ${period} || '","value":' || coalesce(value::text, 'null')
          || case when status = 'A' then '' else ',"status":"' || status || '"' end
          || case when scale(value) <> $5 then ',"decimals":' || scale(value) else '' end
      end`,
    between: `},{"period":"`,
    final: "}",
  },
  csv: {
    first: "",
    line: (period: string) => `${period} || ',' || coalesce(value::text, '') || ',' || status`,
    between: "\r\n",
    final: "\r\n",
  },
} as const;

export type TextLayout = keyof typeof layouts;

const statementOf = (layout: TextLayout, { frequency, order, last }: TextQuestion) => `
select
  ${stateColumns},
  (
    select string_agg(${layouts[layout].line(periods[frequency])}, '${layouts[layout].between}')
    from (${last === null ? chosen(order) : `select * from (${chosen("desc")}) as newest order by period ${order}`}) as chosen
  ) as text`;

const chosen = (order: "asc" | "desc") => `
  select period, value, status
  from observation
  where series_id = $1
    and superseded_by is null
    and not withdrawn
    and period between $2 and $3
  order by period ${order}
  limit $4`;

/**
 * The current observations of a series, written by Postgres: an object in JavaScript for each would cost two thirds of
 * the speed. JSON comes as the items of an array, CSV as rows without their header; no piece where there are none.
 */
export async function selectObservationText(
  pool: Pool,
  layout: TextLayout,
  question: TextQuestion,
): Promise<ObservationText> {
  const { seriesId, frequency, start, end, last, order, decimals } = question;
  const span = last === null ? "all" : "last";
  const found = await pool.query<{ text: string | null } & State>({
    name: `select-observation-text-${layout}-${frequency}-${order}-${span}`,
    text: statementOf(layout, question),
    values: [
      seriesId,
      start ?? "-infinity",
      end ?? "infinity",
      last,
      ...(layout === "json" ? [decimals] : []),
    ],
  });
  const { text, lastImport, generation } = onlyRow(found);
  const { first, final } = layouts[layout];
  return { lastImport, generation, pieces: text === null ? [] : [first, text, final] };
}
