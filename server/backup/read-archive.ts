import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createGunzip } from "node:zlib";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { KursError } from "../domain/kurs-error.ts";
import { damaged, incomplete } from "./manifest.ts";

/** What is not cut into pieces is short. */
const longestText = 64 * 1024 * 1024;

/** Reads the files of an archive in their order, each once, in constant memory, and sums them up. */
export class ArchiveReader {
  /** The SHA-256 of every file that was read to its end, by its name. */
  readonly sums = new Map<string, string>();
  readonly #entries: AsyncIterator<ParsedTarEntry>;
  #next: Promise<ParsedTarEntry | undefined> | undefined;

  /** Begins with the bytes of a packed archive. */
  constructor(packed: Readable) {
    // What fails is told to whoever reads what comes out.
    const unpacked = pipeline(packed, createGunzip(), () => undefined);
    const bytes = Readable.toWeb(unpacked) as ReadableStream<Uint8Array>;
    const decoder = createTarDecoder({ strict: true });
    this.#entries = (bytes as globalThis.ReadableStream<Uint8Array>)
      .pipeThrough(decoder)
      [Symbol.asyncIterator]();
  }

  /** The name of the file that comes next; undefined at the end of a whole archive. */
  async nextName(): Promise<string | undefined> {
    return (await this.#peek())?.header.name;
  }

  /** The next file, a text, whose name must be this. */
  async readText(name: string): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of this.readFile(name)) {
      chunks.push(chunk);
      if ((size += chunk.length) > longestText) throw damaged(`${name} is too long`);
    }
    return Buffer.concat(chunks).toString();
  }

  /** The bytes of the next file, whose name must be this. */
  async *readFile(name: string): AsyncGenerator<Uint8Array> {
    const entry = await this.#peek();
    if (entry?.header.name !== name) throw damaged(`${name} is not where it belongs`);
    const hash = createHash("sha256");
    for await (const chunk of faultless(entry.body as ReadableStream<Uint8Array>)) {
      hash.update(chunk);
      yield chunk;
    }
    this.sums.set(name, hash.digest("hex"));
    this.#next = undefined;
  }

  #peek(): Promise<ParsedTarEntry | undefined> {
    this.#next ??= this.#entries.next().then(
      ({ done, value }) => (done ? undefined : value),
      (error: unknown) => {
        throw explain(error);
      },
    );
    return this.#next;
  }
}

async function* faultless<T>(chunks: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    for await (const chunk of chunks) yield chunk;
  } catch (error) {
    throw explain(error);
  }
}

/** Whether what unpacks says that its input stopped before its end, or an error came of that. */
export function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (error as NodeJS.ErrnoException).code === "Z_BUF_ERROR" || isCutOff(error.cause);
}

/** What cannot be read from the disk is not the archive's fault; all else is. */
function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof KursError) return error;
  const { syscall } = error as NodeJS.ErrnoException;
  if (isCutOff(error)) return incomplete(error);
  return syscall === undefined ? damaged(`it cannot be unpacked (${error.message})`, error) : error;
}
