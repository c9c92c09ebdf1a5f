import { type Pool, type Reader, reading } from "../sql/database.ts";
import { selectFilledTables } from "../sql/fill-empty.ts";
import { type CopiedTable, copyOut } from "../sql/copy-table.ts";
import { type KeptTable, selectKeptTables, selectNextNumbers } from "../sql/kept-tables.ts";
import { selectMigrations } from "../sql/migrate.ts";
import { beginLongRead } from "../sql/long-read.ts";
import { selectServerName } from "../sql/server-version.ts";
import { KursError } from "../domain/kurs-error.ts";
import { folderOf, formatVersion, type Manifest, names, type RowCounts } from "./manifest.ts";
import { type Entry, writeArchive } from "./write-archive.ts";

/** So many bytes of a table make a file of the archive, and a row more where it is long. */
const pieceBytes = 1024 * 1024;
const lineFeed = 10;

/** Who makes a backup, and when. */
export interface BackupTold {
  /** The version of Kurs. */
  kurs: string;
  at: Date;
}

/**
 * Gives `write` all that is stored, as one tar archive in constant memory: one state of the database, whatever is
 * imported meanwhile. Returns how many rows each table has. Throws a KursError "not-found" where nothing is stored.
 */
export async function backup(
  pool: Pool,
  told: BackupTold,
  write: (archive: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<RowCounts> {
  return reading(pool, async (db) => {
    await beginLongRead(db);
    await refuseEmpty(db);
    const manifest = await describe(db, told);
    const rows: RowCounts = {};
    await write(writeArchive(entriesOf(pool, db, manifest, rows), told.at));
    return rows;
  });
}

/** A wrong DATA_DIR makes a new database, and a backup of that, night after night, would look like one. */
async function refuseEmpty(db: Reader): Promise<void> {
  const tables = await selectKeptTables(db);
  const content = tables.filter(({ name }) => name !== "token" && name !== "fixture_load");
  if ((await selectFilledTables(db, content)).length > 0) return;
  const detail =
    "Nothing is stored in this database, so there is nothing to back up: look whether DATA_DIR or DATABASE_URL is the right one.";
  throw new KursError("not-found", detail);
}

async function describe(db: Reader, { kurs, at }: BackupTold): Promise<Manifest> {
  const tables = await selectKeptTables(db);
  return {
    format: "kurs-backup",
    formatVersion,
    kurs,
    at: at.toISOString(),
    server: await selectServerName(db),
    migrations: await selectMigrations(db),
    tables: tables.map(withFormat),
    nextNumbers: await selectNextNumbers(db),
  };
}

/** Kept files are packed already; as text they would be twice as long. */
function withFormat({ name, columns }: KeptTable) {
  return { name, columns, format: name === "import_piece" ? "binary" : "text" } as const;
}

async function* entriesOf(
  pool: Pool,
  db: Reader,
  manifest: Manifest,
  rows: RowCounts,
): AsyncGenerator<Entry> {
  yield { name: names.manifest, content: toJson(manifest) };
  for (const table of manifest.tables) {
    rows[table.name] = yield* piecesOf(table, copyOut(pool, db, table));
  }
  yield { name: names.rows, content: toJson(rows) };
}

/** Cuts a table's text at the ends of lines, so that a piece can be read by itself. */
async function* piecesOf(
  { name, format }: CopiedTable,
  chunks: AsyncGenerator<Buffer, number>,
): AsyncGenerator<Entry, number> {
  let count = 0;
  const entry = (content: Buffer) => {
    count += 1;
    return { name: `${folderOf(name)}${String(count).padStart(6, "0")}.copy`, content };
  };
  let held: Buffer[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await chunks.next();
      if (done) {
        if (size > 0) yield entry(Buffer.concat(held));
        return value;
      }
      held.push(value);
      size += value.length;
      if (size < pieceBytes || (format === "text" && !value.includes(lineFeed))) continue;
      const all = Buffer.concat(held);
      const end = format === "text" ? all.lastIndexOf(lineFeed) + 1 : all.length;
      yield entry(all.subarray(0, end));
      held = end < all.length ? [all.subarray(end)] : [];
      size = all.length - end;
    }
  } finally {
    await chunks.return(0);
  }
}

function toJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
