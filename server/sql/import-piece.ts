import type { Reader, Writer } from "./database.ts";

/** A part of a kept file, compressed on its own, and the physical line in which it begins. */
export interface ImportPiece {
  piece: number;
  firstLine: number;
  content: Buffer;
}

const insertText = `
insert into import_piece (import_id, piece, first_line, content)
values ($1, $2, $3, $4)`;

/** Keeps one part of an import's file. */
export async function insertImportPiece(
  db: Writer,
  importId: number,
  { piece, firstLine, content }: ImportPiece,
): Promise<void> {
  await db.query(insertText, [importId, piece, firstLine, content]);
}

const selectText = `
select piece, first_line as "firstLine", content
from import_piece
where import_id = $1 and piece = $2`;

/** One part of a kept file; undefined past its end. */
export async function selectImportPiece(
  db: Reader,
  importId: number,
  piece: number,
): Promise<ImportPiece | undefined> {
  const { rows } = await db.query<ImportPiece>(selectText, [importId, piece]);
  return rows[0];
}

const findText = `
select max(piece) as piece
from import_piece
where import_id = $1 and first_line <= $2`;

/** The number of the last part that begins in or before a line; null when the file is not kept. */
export async function selectPieceOfLine(
  db: Reader,
  importId: number,
  line: number,
): Promise<number | null> {
  const { rows } = await db.query<{ piece: number | null }>(findText, [importId, line]);
  return rows[0]?.piece ?? null;
}
