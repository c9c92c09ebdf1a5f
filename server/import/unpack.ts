import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { isGzip, readBytes } from "../csv/read-bytes.ts";
import { KursError } from "../domain/kurs-error.ts";
import { byteLimit } from "./byte-limit.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

/**
 * Gives `work` the path of a file as it was before it was packed, for as long as the work takes, so that a file has one
 * fingerprint and its lines can be shown by whatever way it came. `maxBytes` counts what comes out. Throws a KursError:
 * "unreadable-file" for a gzip that is damaged, suspiciously dense or packed twice, "too-large" past the limit.
 */
export async function unpacking<T>(
  path: string,
  work: (path: string) => Promise<T>,
  maxBytes = Infinity,
): Promise<T> {
  if (!(await isGzip(path))) return work(path);
  return inTemporaryFolder(async (folder) => {
    const unpacked = join(folder, "file");
    await pipeline(readBytes(path), byteLimit(maxBytes), createWriteStream(unpacked));
    if (await isGzip(unpacked)) {
      const detail = "The gzip file holds another gzip file: unpack it once and import that.";
      throw new KursError("unreadable-file", detail);
    }
    return work(unpacked);
  });
}

/** The name of an unpacked file, by the name that it came under. */
export function unpackedName(name: string | null): string | null {
  return name?.replace(/\.gz$/i, "") ?? null;
}
