import { createDecoder } from "./encoding.ts";
import { readBytes } from "./read-bytes.ts";

const byteOrderMark = "\uFEFF";

/**
 * The text of a file as UTF-8 in pieces, without a byte order mark. Trusts that `inspectFile` found
 * the encoding right: a file in another one throws a `TypeError`, or reads as nonsense.
 */
export async function* decodeFile(path: string, encoding: string): AsyncGenerator<Buffer> {
  if (encoding === "utf-8") {
    yield* withoutMark(readBytes(path));
    return;
  }
  const decode = createDecoder(encoding);
  for await (const chunk of readBytes(path)) yield Buffer.from(decode(chunk));
  yield Buffer.from(decode());
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    const hasMark = isFirst && chunk.subarray(0, 3).equals(Buffer.from(byteOrderMark));
    yield hasMark ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}
