import { createHash } from "node:crypto";
import { createGzip } from "node:zlib";
import { packTar } from "modern-tar";
import { names } from "./manifest.ts";

/** A file of the archive. */
export interface Entry {
  name: string;
  content: Buffer;
}

/** Where tar ends: two blocks of zeros. */
const endBytes = 1024;

/**
 * The files as tar, one after the other as they come, and after the last one `SHA256SUMS`, with which everybody can
 * check them: `sha256sum -c SHA256SUMS`.
 */
export async function* writeArchive(
  entries: AsyncIterable<Entry>,
  at: Date,
): AsyncGenerator<Uint8Array> {
  let sums = "";
  for await (const entry of entries) {
    sums += `${createHash("sha256").update(entry.content).digest("hex")}  ${entry.name}\n`;
    yield await packOne(entry, at);
  }
  yield await packOne({ name: names.sums, content: Buffer.from(sums) }, at);
  yield new Uint8Array(endBytes);
}

/** An archive of one file without its end, so that the next may follow. */
async function packOne({ name, content }: Entry, mtime: Date): Promise<Uint8Array> {
  const header = { name, size: content.length, mode: 0o600, mtime };
  const alone = await packTar([{ header, body: content }]);
  return alone.subarray(0, -endBytes);
}

/** Packs an archive. Twice as fast as zlib's own choice, and a tenth larger. */
export const packArchive = () => createGzip({ level: 4 });
