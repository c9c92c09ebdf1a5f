import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { type Pool, writing } from "../../server/sql/database.ts";
import { type Rate, writeLines } from "./rate-file.ts";

/** Writes rows as COPY reads them: what the importer would send if it had nothing to find out. */
export async function writeBareRows(path: string, rates: Iterable<Rate>): Promise<void> {
  await writeLines(
    path,
    "",
    rates,
    ({ series, day, value }, line) => `${series}\t${day}\t1\t1\t${line}\t${value}\tA\n`,
  );
}

/** Makes the table beforehand: rows for a table of the same transaction would not be logged, and nothing would be compared. */
export async function createBareTable(pool: Pool): Promise<void> {
  await pool.query("create table bare (like observation including all)");
}

/** The limit that an import is measured against: the same rows, straight into a table with the same keys and checks. */
export async function bareCopy(pool: Pool, path: string): Promise<void> {
  await writing(pool, async (db) => {
    const columns = "series_id, period, import_id, said_by, line, value, status";
    await pipeline(
      createReadStream(path, { highWaterMark: 65_536 }),
      db.query(copyFrom(`copy bare (${columns}) from stdin`)),
    );
  });
}
