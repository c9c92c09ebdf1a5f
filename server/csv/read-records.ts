import { KursError } from "../domain/kurs-error.ts";
import { decodeFile, type OnBytes } from "./decode.ts";
import { type CsvRecord, type Cut, maxRecordBytes, parseBlock, tooLong } from "./parse-block.ts";

const maxDamagedLines = 1000;
/**
 * Few records at a time, so that they die young: those of a whole chunk V8 at times took to making among its old objects,
 * and 100 MB of file then took 55 MB more.
 */
const pieceBytes = 16 * 1024;
const replacement = "\uFFFD";

/** How a file is to be cut into records. */
export interface Framing {
  encoding: string;
  delimiter: string;
  /** Physical lines at the top that are not read. */
  skipRows: number;
  /** Quotes are letters like others. */
  quotes?: "text";
}

/**
 * The records of a CSV file as RFC 4180 has them, in batches, each with the physical line on which it
 * begins; LF, CRLF and CR may be mixed. Memory stays constant. Throws `unreadable-file` when a quote is
 * still open at the end (the file is cut off), for a record over 1 MB, and when over 1,000 lines have damaged quotes.
 */
export async function* readRecords(
  path: string,
  framing: Framing,
  onBytes?: OnBytes,
): AsyncGenerator<CsvRecord[]> {
  const { encoding, delimiter, skipRows, quotes } = framing;
  let [pending, line, damaged] = [Buffer.alloc(0), skipRows + 1, 0];
  const decoded = inPieces(decodeFile(path, encoding, onBytes));
  for await (const chunk of withoutLines(decoded, skipRows)) {
    const text = Buffer.concat([pending, chunk]);
    const end = lastLineEnd(text);
    const block = parseBlock(text.subarray(0, end), { delimiter, line, quotes });
    pending = Buffer.concat([block.rest, text.subarray(end)]);
    ({ line } = block);
    if (pending.length > maxRecordBytes) throw tooLong(line);
    for (const { fault } of block.records) if (fault !== null) damaged += 1;
    if (damaged > maxDamagedLines) throw tooMuchDamage(block.records);
    markReplaced(text, block.records);
    if (block.records.length > 0) yield block.records;
  }
  if (pending.length > 0) yield lastRecords(pending, { delimiter, line, quotes });
}

function lastRecords(text: Buffer, cut: Cut): CsvRecord[] {
  const block = parseBlock(text, cut);
  if (block.rest.length > 0) {
    throw new KursError(
      "unreadable-file",
      `The file looks cut off: a quote opened on line ${block.line} is never closed. Fetch the file again.`,
    );
  }
  markReplaced(text, block.records);
  const last = block.records.at(-1);
  const byte = text.at(-1);
  if (last && byte !== 10 && byte !== 13) last.fault ??= "no-line-end";
  return block.records;
}

/** One look at the whole piece: hardly a file has such a letter. */
function markReplaced(text: Buffer, records: readonly CsvRecord[]): void {
  if (!text.includes(replacement)) return;
  for (const record of records) {
    if (record.cells.some((cell) => cell.includes(replacement))) record.isDamaged = true;
  }
}

function tooMuchDamage(records: readonly CsvRecord[]): KursError {
  const line = records.find(({ fault }) => fault === "quote-damage")?.line ?? 1;
  return new KursError(
    "unreadable-file",
    `Over ${maxDamagedLines} lines have damaged quotes (line ${line} is one): a quote inside a cell is written twice, and the cell in quotes.`,
  );
}

/** The first chunk stays whole: the header is looked for in its records, and what they tell of the columns. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const step = isFirst ? Math.max(chunk.length, 1) : pieceBytes;
    for (let at = 0; at < chunk.length; at += step) yield chunk.subarray(at, at + step);
    isFirst = false;
  }
}

/** Drops the first lines, whatever they hold: a preamble owes nothing to RFC 4180. */
async function* withoutLines(chunks: AsyncIterable<Buffer>, count: number) {
  let [left, afterReturn] = [count, false];
  for await (const chunk of chunks) {
    let at = 0;
    for (; at < chunk.length && (left > 0 || afterReturn); at++) {
      const isSecondHalf = afterReturn && chunk[at] === 10;
      if (left === 0 && !isSecondHalf) break;
      afterReturn = chunk[at] === 13;
      if (!isSecondHalf && (afterReturn || chunk[at] === 10)) left--;
    }
    if (left === 0 && at < chunk.length) yield chunk.subarray(at);
    // A CR at the very end of a piece may be half of a CRLF.
  }
}

/** After the last line break that is sure to be whole: a CR at the very end may be half of a CRLF. */
function lastLineEnd(text: Buffer): number {
  const before = text.at(-1) === 13 ? text.length - 2 : text.length - 1;
  if (before < 0) return 0;
  return Math.max(text.lastIndexOf(10, before), text.lastIndexOf(13, before)) + 1;
}
