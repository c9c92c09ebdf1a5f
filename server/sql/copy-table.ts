import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { cancelStatement, selectBackend } from "./cancel-statement.ts";
import type { Pool, Reader, Writer } from "./database.ts";

/** How rows are written: lines that people can read, or, for what is bytes anyway, half the size. */
export type CopyFormat = "text" | "binary";

/** What of a table is copied, and how. */
export interface CopiedTable {
  name: string;
  columns: readonly string[];
  format: CopyFormat;
}

const options = { text: "(format text, encoding 'UTF8')", binary: "(format binary)" } as const;

function target({ name, columns }: CopiedTable): string {
  return `${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(", ")})`;
}

/**
 * A table's rows as COPY writes them, in whatever pieces they come, in constant memory. Returns how many rows there
 * were. Stopping early ends the copy in the database, over another connection of the pool.
 */
export async function* copyOut(
  pool: Pool,
  db: Reader,
  table: CopiedTable,
): AsyncGenerator<Buffer, number> {
  const backend = await selectBackend(db);
  const copy = db.query(copyTo(`copy ${target(table)} to stdout ${options[table.format]}`));
  const ending = { reached: false };
  copy.once("end", () => (ending.reached = true)).once("error", () => (ending.reached = true));
  try {
    for await (const chunk of copy.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
    return copy.rowCount;
  } finally {
    if (!ending.reached) {
      const ended = once(copy, "end");
      await cancelStatement(pool, backend);
      // The connection can be used again only when all that was sent on it has been read.
      copy.resume();
      await Promise.allSettled([ended]);
    }
  }
}

/** Puts rows, as COPY wrote them, into a table. Returns how many there were. */
export async function copyIn(
  db: Writer,
  table: CopiedTable,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  const copy = db.query(copyFrom(`copy ${target(table)} from stdin ${options[table.format]}`));
  await pipeline(content, copy);
  return copy.rowCount;
}
