import { createReadStream, createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { packTar, unpackTar } from "modern-tar";
import { backup } from "../../server/backup/backup.ts";
import type { RowCounts } from "../../server/backup/manifest.ts";
import { restore } from "../../server/backup/restore.ts";
import { packArchive } from "../../server/backup/write-archive.ts";
import type { Pool } from "../../server/sql/database.ts";

/** Backs a database up to a file. */
export function backUp(pool: Pool, path: string): Promise<RowCounts> {
  const told = { kurs: "0.1.0", at: new Date("2026-11-23T12:00:00Z") };
  return backup(pool, told, (archive) => pipeline(archive, packArchive(), createWriteStream(path)));
}

/** Restores a file, or its bytes, into a database. */
export function bringBack(pool: Pool, packed: string | Uint8Array): Promise<RowCounts> {
  const source = typeof packed === "string" ? createReadStream(packed) : Readable.from([packed]);
  return restore(pool, "migrations", source);
}

/** The files of an archive: their names and texts, byte for byte. */
export type Files = [name: string, text: string][];

/** The bytes of a backup with its files changed. */
export async function rewrite(path: string, change: (files: Files) => Files): Promise<Buffer> {
  const entries = await unpackTar(gunzipSync(await readFile(path)));
  const files = entries.map(({ header, data }): Files[number] => [
    header.name,
    Buffer.from(data ?? []).toString("latin1"),
  ]);
  const changed = change(files).map(([name, text]) => {
    const body = Buffer.from(text, "latin1");
    return { header: { name, size: body.length }, body };
  });
  return gzipSync(await packTar(changed));
}
