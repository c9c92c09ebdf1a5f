import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { KursError } from "../domain/kurs-error.ts";

const chunkBytes = 64 * 1024;
const highestRatio = 100;

/** The bytes of a file in pieces of up to 256 KiB, unpacked where it is gzip. Throws `unreadable-file` for a damaged or a suspiciously dense gzip. */
export async function* readBytes(path: string): AsyncGenerator<Buffer> {
  if (!(await isGzip(path))) {
    yield* createReadStream(path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>;
    return;
  }
  try {
    yield* gunzip(path);
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new KursError("unreadable-file", "The gzip file is damaged or cut off: send it again.", {
      cause: error,
    });
  }
}

async function* gunzip(path: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(path, { highWaterMark: chunkBytes });
  const unpacked = pipeline(packed, createGunzip({ chunkSize: chunkBytes }), () => undefined);
  let bytes = 0;
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // A bomb shows itself by its ratio: text packs to a tenth, hardly to a hundredth.
    if (bytes > highestRatio * Math.max(packed.bytesRead, chunkBytes)) {
      throw new KursError(
        "unreadable-file",
        `The gzip file unpacks to over ${highestRatio} times its size: unpack it yourself and import that.`,
      );
    }
    yield chunk;
  }
}

/** Whether a file begins as gzip does. */
export async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
