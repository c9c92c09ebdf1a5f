import { createDecoder } from "./encoding.ts";
import { readBytes } from "./read-bytes.ts";

const byteOrderMark = "\uFEFF";

/** Hears how many bytes of a file are read so far. */
export type OnBytes = (bytes: number) => void;

/**
 * The text of a file as UTF-8 in pieces, without a byte order mark. Trusts that `inspectFile` found
 * the encoding right: a file in another one throws a `TypeError`, or reads as nonsense.
 */
export async function* decodeFile(
  path: string,
  encoding: string,
  onBytes?: OnBytes,
): AsyncGenerator<Buffer> {
  const chunks = counted(readBytes(path), onBytes);
  if (encoding === "utf-8") {
    yield* withoutMark(chunks);
    return;
  }
  const decode = createDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decode(chunk));
  yield Buffer.from(decode());
}

async function* counted(chunks: AsyncIterable<Buffer>, onBytes?: OnBytes): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    onBytes?.(bytes);
    yield chunk;
  }
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const hasMark = isFirst && chunk.subarray(0, 3).equals(Buffer.from(byteOrderMark));
    yield hasMark ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}
