import { createReadStream } from "node:fs";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { createDecoder } from "../csv/encoding.ts";
import type { Reader, Writer } from "../sql/database.ts";
import {
  type ImportPiece,
  insertImportPiece,
  selectImportPiece,
  selectPieceOfLine,
} from "../sql/import-piece.ts";

const pieceBytes = 256 * 1024;
/** A third larger than zlib's own choice and three times as fast, so that keeping a file does not slow its import. */
const level = 2;
/** So many pieces are compressed while the one before them is stored; each is held in memory until its turn. */
const piecesAhead = 4;
const [carriageReturn, lineFeed] = [13, 10];

/** Keeps a file's bytes with its import, compressed in pieces; its encoding tells where lines end. */
export async function keepFile(
  db: Writer,
  importId: number,
  path: string,
  encoding: string,
): Promise<void> {
  const waiting: Promise<ImportPiece>[] = [];
  const store = async () => {
    const next = await waiting.shift();
    if (next) await insertImportPiece(db, importId, next);
  };
  for await (const { chunk, ...place } of readPieces(path, encoding)) {
    waiting.push(compress(chunk, place));
    if (waiting.length > piecesAhead) await store();
  }
  while (waiting.length > 0) await store();
}

type Place = Pick<ImportPiece, "piece" | "firstLine">;

async function* readPieces(
  path: string,
  encoding: string,
): AsyncGenerator<Place & { chunk: Buffer }> {
  const chunks = createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>;
  const countEnds = createLineCounter(encoding);
  let [piece, firstLine] = [0, 1];
  for await (const chunk of chunks) {
    yield { piece, firstLine, chunk };
    firstLine += countEnds(chunk);
    piece += 1;
  }
}

async function compress(chunk: Buffer, place: Place): Promise<ImportPiece> {
  return { ...place, content: await promisify(gzip)(chunk, { level }) };
}

/**
 * Counts the line ends, of any of the three kinds, of one chunk after the other: a CRLF may be cut in two. UTF-16 has
 * bytes of line ends within its letters, so it is read by two bytes.
 */
function createLineCounter(encoding: string): (chunk: Buffer) => number {
  const low = encoding === "utf-16be" ? 1 : 0;
  const step = encoding.startsWith("utf-16") ? 2 : 1;
  let previous = 0;
  return (chunk) => {
    let ends = 0;
    for (let at = low; at < chunk.length; at += step) {
      const high = step === 2 ? (chunk[at ^ 1] ?? 0) : 0;
      const unit = (high << 8) | (chunk[at] ?? 0);
      if (unit === carriageReturn || (unit === lineFeed && previous !== carriageReturn)) ends += 1;
      previous = unit;
    }
    return ends;
  };
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
  // A piece may begin within a letter, but then before the line that is asked for.
  const decode = createDecoder(encoding, { fatal: false });
  let text = "";
  for await (const bytes of keptBytes(db, importId, start)) {
    text += decode(bytes);
    const lines = text.split(/\r\n|\r|\n/);
    // The last may go on in the next piece.
    const found = lines[line - first.firstLine];
    if (found !== undefined && lines.length - 1 > line - first.firstLine) return found;
  }
  return text.split(/\r\n|\r|\n/)[line - first.firstLine] ?? null;
}
