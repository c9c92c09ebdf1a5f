import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** What tells one file from another: the SHA-256 of its bytes, in hex, and how many there are. */
export interface Fingerprint {
  sha256: string;
  bytes: number;
}

/** Reads a file once, from end to end. */
export async function fingerprint(path: string): Promise<Fingerprint> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes };
}
