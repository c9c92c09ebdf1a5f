import { type CopiedTable, copyIn } from "../sql/copy-table.ts";
import type { Writer } from "../sql/database.ts";
import { withIndexesAside } from "../sql/indexes-aside.ts";
import { damaged, folderOf, names, readJson, RowCounts } from "./manifest.ts";
import type { ArchiveReader } from "./read-archive.ts";

/**
 * Puts the rows of an archive, from behind its manifest to its end, into their tables. Returns how many each has.
 * Throws a KursError "unreadable-file" when anything is not as the archive's sums say; only then is it known, so that
 * the transaction must be given up.
 */
export async function loadTables(
  db: Writer,
  archive: ArchiveReader,
  tables: readonly CopiedTable[],
): Promise<RowCounts> {
  const rows: RowCounts = {};
  for (const table of tables) {
    const load = () => copyIn(db, table, piecesOf(archive, table.name));
    rows[table.name] = await withIndexesAside(db, table.name, load).catch((error: unknown) =>
      explain(table.name, error),
    );
  }
  const counted = RowCounts.safeParse(readJson(await archive.readText(names.rows)));
  const sums = sumsOf(archive);
  if ((await archive.readText(names.sums)) !== sums) throw damaged("its sums do not match");
  if ((await archive.nextName()) !== undefined) throw damaged("it goes on behind its end");
  if (JSON.stringify(counted.data) !== JSON.stringify(rows)) throw damaged("rows are missing");
  return rows;
}

async function* piecesOf(archive: ArchiveReader, table: string): AsyncGenerator<Uint8Array> {
  const folder = folderOf(table);
  for (;;) {
    const name = await archive.nextName();
    if (!name?.startsWith(folder)) return;
    yield* archive.readFile(name);
  }
}

/** The sums of what was read, as `sha256sum` writes them. */
function sumsOf({ sums }: ArchiveReader): string {
  return [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join("");
}

/** What PostgreSQL refuses as malformed, impossible or too long was not written by a backup. */
function explain(table: string, error: unknown): never {
  const { code } = error as { code?: unknown };
  const isRefused = typeof code === "string" && /^(22|23|54)...$|^08P01$/.test(code);
  throw isRefused ? damaged(`what it has as rows of ${table} cannot be`, error) : error;
}
