import type { Status } from "../contract/observation.ts";
import type { Reader } from "./database.ts";
import type { ObservationRow } from "./select-observations.ts";
import { type AsOf, asOfStatement, bind } from "./visible.ts";

/** A visible observation of one of several series. */
export interface StreamedRow extends ObservationRow {
  seriesId: number;
}

/** Which observations, in which order of periods; first days within the bounds. */
export interface StreamedRange {
  start: string | null;
  end: string | null;
  order: "asc" | "desc";
}

/** Fewer than a megabyte of text, more than a round trip costs. */
const batchRows = 5_000;

/** A cursor declared in SQL: all batches of a cursor of the protocol would have to share one statement's time limit. */
const cursor = "streamed_observations";

const statement = (isOne: boolean, order: "asc" | "desc") =>
  asOfStatement(
    "stream-observations",
    (visible) => `
select series_id::text, period::text, value::text, status
from observation
where ${isOne ? "series_id = ($2::integer[])[1]" : "series_id = any($2::integer[])"}
  and not withdrawn
  and ($3::date is null or period >= $3)
  and ($4::date is null or period <= $4)
  and ${visible}
order by period ${order}${isOne ? "" : ", series_id"}`,
  );

type Cells = [seriesId: string, period: string, value: string | null, status: Status];

/**
 * The observations of series in batches, by period and then by series, in constant memory: the database goes on only
 * when the next batch is asked for, each with the time of a statement of its own. `db` streams one at a time; stopping
 * early ends the query.
 */
export async function* streamObservations(
  db: Reader,
  asOf: AsOf,
  seriesIds: readonly number[],
  { start, end, order }: StreamedRange,
): AsyncGenerator<StreamedRow[]> {
  // By the index the first row comes at once; sorted, only when all are read.
  if (seriesIds.length === 1) await db.query("set local enable_sort = off");
  // As a rule all rows are read.
  await db.query("set local cursor_tuple_fraction = 1");
  const parts = [seriesIds, start, end];
  const { text, values } = bind(statement(seriesIds.length === 1, order), asOf, parts);
  await db.query(`declare ${cursor} no scroll cursor for ${text}`, values);
  const ending = { failed: false };
  try {
    for (;;) {
      const rows = await fetchBatch(db).catch((error: unknown) => {
        ending.failed = true;
        throw error;
      });
      if (rows.length > 0) yield rows.map(toRow);
      if (rows.length < batchRows) return;
    }
  } finally {
    // A statement that failed has closed the cursor already.
    if (!ending.failed) await db.query(`close ${cursor}`);
  }
}

async function fetchBatch(db: Reader): Promise<Cells[]> {
  const text = `fetch ${batchRows} from ${cursor}`;
  const { rows } = await db.query<Cells>({ text, rowMode: "array" });
  return rows;
}

function toRow([seriesId, period, value, status]: Cells): StreamedRow {
  return { seriesId: Number(seriesId), period, value, status };
}
