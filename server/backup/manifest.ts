import { z } from "zod";
import { KursError } from "../domain/kurs-error.ts";

/** The names of what a backup holds beside the tables, first and last. */
export const names = { manifest: "manifest.json", rows: "rows.json", sums: "SHA256SUMS" } as const;

const Name = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** What a backup says of itself before anything else. */
export const Manifest = z.strictObject({
  format: z.literal("kurs-backup"),
  formatVersion: z.int().min(1),
  /** The version of Kurs that made it. */
  kurs: z.string(),
  at: z.iso.datetime(),
  /** The PostgreSQL that it was taken from. */
  server: z.string(),
  /** The migrations that had run there, in their order: they say what the tables mean. */
  migrations: z.array(z.string()).min(1),
  /** In the order in which they follow. */
  tables: z.array(
    z.strictObject({
      name: Name,
      columns: z.array(Name).min(1),
      format: z.enum(["text", "binary"]),
    }),
  ),
  nextNumbers: z.array(
    z.strictObject({
      table: Name,
      column: Name,
      next: z
        .int()
        .min(1)
        .max(2 ** 31),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

/** The one form that this Kurs writes and reads. */
export const formatVersion = 1;

/** How many rows each table has, by its name. */
export const RowCounts = z.record(Name, z.int().min(0));
export type RowCounts = z.infer<typeof RowCounts>;

/** The beginning of the names of a table's pieces. */
export const folderOf = (table: string) => `tables/${table}/`;

/**
 * Reads a manifest, of whatever version of Kurs. Throws a KursError "unreadable-file" for one that this Kurs cannot
 * take.
 */
export function readManifest(text: string): Manifest {
  const told = readJson(text);
  const head = Manifest.pick({ format: true, formatVersion: true, kurs: true }).loose();
  const { data: known } = head.safeParse(told);
  if (!known) throw noBackup();
  if (known.formatVersion > formatVersion) {
    const detail = `The backup was made by Kurs ${known.kurs} in a form that this one does not know: restore it with that version or a newer one.`;
    throw new KursError("unreadable-file", detail);
  }
  const { data: manifest } = Manifest.safeParse(told);
  if (!manifest) throw damaged(`what ${names.manifest} says cannot be`);
  return manifest;
}

/** The refusal of a file that does not even begin as a backup does. */
export function noBackup(cause?: unknown): KursError {
  const detail =
    "This is no backup of Kurs, or it is damaged at its very beginning. Nothing was restored.";
  return new KursError("unreadable-file", detail, { cause });
}

/** The refusal of a file that began as a backup and is none. */
export function damaged(reason: string, cause?: unknown): KursError {
  const detail = `The backup is damaged: ${reason}. Nothing was restored.`;
  return new KursError("unreadable-file", detail, { cause });
}

/** The refusal of a file that begins as a backup and breaks off. */
export function incomplete(cause: unknown): KursError {
  const detail =
    "The backup is incomplete: its file breaks off, as after a copy that was not finished. Nothing was restored.";
  return new KursError("unreadable-file", detail, { cause });
}

/** A text as JSON; undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
