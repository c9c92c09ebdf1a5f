import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Writer } from "./database.ts";

const createText = `
create temporary table staged (
  ordinal integer not null,
  period date not null,
  line integer not null,
  value numeric,
  status text not null
) on commit drop`;

const copyText = "copy staged (ordinal, period, line, value, status) from stdin";

/** An observation on its way to the staging table. */
export interface StagedObservation {
  /** First day of the period. */
  start: string;
  line: number;
  /** Decimal text, or null. */
  value: string | null;
  status: string;
}

/**
 * One line of COPY's text format. `ordinal` stands for the series until that has a number. It is a parameter of its own
 * because copying a million observations to add it took longer than reading their file. Nothing here holds what COPY
 * would have escaped.
 */
export function formatStaged(
  ordinal: number,
  { start, line, value, status }: StagedObservation,
): string {
  // V8 keeps the text of every number that it writes in a cache of thousands, where each line number would live just
  // long enough to be moved among the old objects: 40 MB for each 100 MB of file. `toFixed` passes it by.
  const lineText = line.toFixed(0);
  return `${ordinal}\t${start}\t${lineText}\t${value ?? "\\N"}\t${status}\n`;
}

/** Streams lines of COPY's text format into a temporary table `staged` that lives until the transaction ends. */
export async function stageObservations(db: Writer, lines: AsyncIterable<string>): Promise<void> {
  await db.query(createText);
  await pipeline(lines, db.query(copyFrom(copyText)));
}
