import { createReadStream } from "node:fs";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Reader, Writer } from "../sql/database.ts";
import { insertImportPiece, selectImportPiece, selectPieceOfLine } from "../sql/import-piece.ts";

const pieceBytes = 256 * 1024;
/** A third larger than zlib's own choice and three times as fast, so that keeping a file does not slow its import. */
const level = 2;
const [carriageReturn, lineFeed] = [13, 10];

/** Keeps a file's bytes with its import, compressed in pieces. */
export async function keepFile(db: Writer, importId: number, path: string): Promise<void> {
  let piece = 0;
  let firstLine = 1;
  let last = 0;
  for await (const chunk of createReadStream(path, {
    highWaterMark: pieceBytes,
  }) as AsyncIterable<Buffer>) {
    await insertImportPiece(db, importId, {
      piece,
      firstLine,
      content: await promisify(gzip)(chunk, { level }),
    });
    firstLine += lineEndsIn(chunk, last);
    last = chunk.at(-1) ?? last;
    piece += 1;
  }
}

/** Line ends in a chunk, of any of the three kinds; `before` is the last byte of the chunk before, since a CRLF may be cut in two. */
function lineEndsIn(chunk: Buffer, before: number): number {
  let ends = 0;
  let previous = before;
  for (const byte of chunk) {
    if (byte === carriageReturn || (byte === lineFeed && previous !== carriageReturn)) ends += 1;
    previous = byte;
  }
  return ends;
}

/** The bytes of a kept file from a piece on, uncompressed. */
export async function* keptBytes(db: Reader, importId: number, from = 0): AsyncGenerator<Buffer> {
  for (let piece = from; ; piece += 1) {
    const kept = await selectImportPiece(db, importId, piece);
    if (!kept) return;
    yield await promisify(gunzip)(kept.content);
  }
}

/** One physical line of a kept file, without its line end; null when the file is not kept or is shorter. */
export async function readKeptLine(
  db: Reader,
  importId: number,
  line: number,
  encoding: string,
): Promise<string | null> {
  // The piece that begins in the line may begin in its middle, so reading starts in a piece that begins before it.
  const start = (await selectPieceOfLine(db, importId, Math.max(1, line - 1))) ?? 0;
  const first = await selectImportPiece(db, importId, start);
  if (!first) return null;
  const decoder = new TextDecoder(encoding);
  let text = "";
  for await (const bytes of keptBytes(db, importId, start)) {
    text += decoder.decode(bytes, { stream: true });
    const lines = text.split(/\r\n|\r|\n/);
    // The last may go on in the next piece.
    const found = lines[line - first.firstLine];
    if (found !== undefined && lines.length - 1 > line - first.firstLine) return found;
  }
  return text.split(/\r\n|\r|\n/)[line - first.firstLine] ?? null;
}
