import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { isGzip, readBytes } from "../csv/read-bytes.ts";

/**
 * Gives `work` the path of a file as it was before it was packed, for as long as the work takes, so that a file has one
 * fingerprint and its lines can be shown by whatever way it came. Throws "unreadable-file" for a damaged gzip.
 */
export async function unpacking<T>(path: string, work: (path: string) => Promise<T>): Promise<T> {
  if (!(await isGzip(path))) return work(path);
  const folder = await mkdtemp(join(tmpdir(), "kurs-unpacked-"));
  try {
    const unpacked = join(folder, "file");
    await pipeline(readBytes(path), createWriteStream(unpacked));
    return await work(unpacked);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
