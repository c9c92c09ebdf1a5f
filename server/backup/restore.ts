import type { Readable } from "node:stream";
import { writeJson } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { problemOf } from "../import/import-job-ending.ts";
import { serverStopped } from "../import/job-stopped.ts";
import { type Pool, type Writer, writing } from "../sql/database.ts";
import {
  analyze,
  lockTables,
  renewGeneration,
  selectFilledTables,
  setNextNumbers,
  silenceTriggers,
  wakeTriggers,
} from "../sql/fill-empty.ts";
import { failLeftJobs } from "../sql/import-job.ts";
import { selectKeptTables } from "../sql/kept-tables.ts";
import { beginLongRead } from "../sql/long-read.ts";
import {
  listMigrations,
  lockMigrations,
  migrateWithin,
  unknownMigrations,
} from "../sql/migrate.ts";
import { loadTables } from "./load-tables.ts";
import {
  damaged,
  type Manifest,
  names,
  noBackup,
  readManifest,
  type RowCounts,
} from "./manifest.ts";
import { ArchiveReader, isCutOff } from "./read-archive.ts";

/**
 * Brings everything of a backup into an empty database, migrated or not, in one transaction: all of it, checked against
 * its sums, or nothing. Returns how many rows each table has. Throws a KursError: "conflict" where something is stored
 * already, "unreadable-file" for what is no whole backup of this Kurs or an older one.
 */
export async function restore(
  pool: Pool,
  migrationsFolder: string,
  packed: Readable,
): Promise<RowCounts> {
  const archive = new ArchiveReader(packed);
  try {
    return await writing(pool, (db) => fill(db, migrationsFolder, archive));
  } finally {
    packed.destroy();
  }
}

async function fill(db: Writer, folder: string, archive: ArchiveReader): Promise<RowCounts> {
  await beginLongRead(db);
  await lockMigrations(db);
  await refuseFilled(db, folder);
  const manifest = await readFirst(archive);
  refuseUnknown(manifest, folder);
  await migrateWithin(db, folder, manifest.migrations.length);
  await refuseOtherTables(db, manifest);

  const { tables } = manifest;
  await lockTables(db, tables);
  await silenceTriggers(db, tables);
  const rows = await loadTables(db, archive, tables);
  await setNextNumbers(db, manifest.nextNumbers);
  await wakeTriggers(db, tables);

  await migrateWithin(db, folder, listMigrations(folder).length);
  // The servers that ran them serve another database.
  await failLeftJobs(db, writeJson(problemOf(serverStopped())));
  await renewGeneration(db);
  await analyze(db, await selectKeptTables(db));
  return rows;
}

async function readFirst(archive: ArchiveReader): Promise<Manifest> {
  const text = await archive.readText(names.manifest).catch((error: unknown) => {
    throw error instanceof KursError && !isCutOff(error) ? noBackup(error) : error;
  });
  return readManifest(text);
}

/** A database that has only been migrated is empty. */
async function refuseFilled(db: Writer, folder: string): Promise<void> {
  const unknown = await unknownMigrations(db, folder);
  if (unknown.length > 0) {
    const detail = `The database is of a newer Kurs (it has ${unknown.join(", ")}): restore with that version, or into another database.`;
    throw new KursError("conflict", detail);
  }
  const tables = await selectKeptTables(db);
  await lockTables(db, tables);
  const filled = await selectFilledTables(db, tables);
  if (filled.length === 0) return;
  const detail = `The database is not empty (it has rows in ${filled.join(", ")}): a backup is restored into an empty one only, so set DATA_DIR to a new folder or DATABASE_URL to a new database.`;
  throw new KursError("conflict", detail);
}

/** What an older Kurs made is brought to this version; what a newer one made is not understood here. */
function refuseUnknown({ migrations, kurs }: Manifest, folder: string): void {
  const known = listMigrations(folder);
  const unknown = migrations.find((name, at) => name !== known[at]);
  if (unknown === undefined) return;
  const detail = `The backup was made by Kurs ${kurs}, which is newer (it has ${unknown}): restore it with that version or a newer one.`;
  throw new KursError("unreadable-file", detail);
}

/** The tables are those of its version, whatever the file says. */
async function refuseOtherTables(db: Writer, { tables, nextNumbers }: Manifest): Promise<void> {
  const told = tables.map(({ name, columns }) => [name, [...columns].sort()]);
  const kept = await selectKeptTables(db);
  const there = kept.map(({ name, columns }) => [name, [...columns].sort()]);
  if (JSON.stringify(told) !== JSON.stringify(there)) throw damaged("it has other tables");
  const columns = new Set(
    kept.flatMap(({ name, columns }) => columns.map((one) => `${name}.${one}`)),
  );
  const isOther = nextNumbers.some(({ table, column }) => !columns.has(`${table}.${column}`));
  if (isOther) throw damaged("it has other columns");
}
