import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import { type Coding, pack, packing } from "./content-coding.ts";

/** What is sent: a media type, a text, whole or in pieces, and headers of its own, where it has any. */
export interface Content {
  type: string;
  text: string | AsyncIterable<string>;
  headers?: Readonly<Record<string, string>>;
}

/**
 * How many bytes of a long answer a reader has to take in which time, as long as it is the reader that is waited for.
 */
export interface Pace {
  everyMs: number;
  bytes: number;
}

/** Some 4 kB a second, slower than any line that a page can be read over. */
const slowest: Pace = { everyMs: 30_000, bytes: 128 * 1024 };

/** Pieces that have begun to come: those read so far, and the rest. */
export interface Begun {
  read: string;
  /** Null when that was all. */
  rest: AsyncIterator<string> | null;
}

/** Reads pieces until they are about `characters` long, or all there are. What fails at once fails here, before any header. */
export async function begin(pieces: AsyncIterable<string>, characters: number): Promise<Begun> {
  const rest = pieces[Symbol.asyncIterator]();
  let read = "";
  while (read.length <= characters) {
    const next = await rest.next();
    if (next.done) return { read, rest: null };
    read += next.value;
  }
  return { read, rest };
}

/** A whole text packed, with the headers that say what it is. */
export async function packBody(type: string, text: string | Buffer, wanted: Coding) {
  const { bytes, coding } = await pack(text, wanted);
  return { bytes, headers: [...bodyHeaders(type, coding), "Content-Length", String(bytes.length)] };
}

/**
 * Sends pieces as they come, in constant memory. When the reader goes away, or does not keep up with the pace and is cut
 * off, they are told to stop: their connection to the database is for others.
 */
export async function sendPieces(
  res: Response,
  type: string,
  { read, rest }: { read: string; rest: AsyncIterator<string> },
  coding: Coding,
  pace = slowest,
): Promise<void> {
  async function* all() {
    yield read;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  }
  const headers = bodyHeaders(type, coding);
  for (let i = 0; i + 1 < headers.length; i += 2) res.set(headers[i] ?? "", headers[i + 1] ?? "");
  const packer = packing(coding);
  // By itself it would read sixteen pieces ahead.
  const pieces = Readable.from(all(), { highWaterMark: 1 });
  const stopWatch = watchPace(res, pace);
  try {
    await pipeline([pieces, ...(packer ? [packer] : []), res]);
  } finally {
    stopWatch();
    // Here, since for a reader who has left already `all` is never begun, and would end nothing.
    await rest.return?.();
  }
}

/** Cuts off a reader who is too slow. Returns how to stop watching. */
function watchPace(res: Response, { everyMs, bytes }: Pace): () => void {
  let before = takenBy(res);
  const watch = setInterval(() => {
    const taken = takenBy(res);
    // Where nothing waits to be sent, it is not the reader who is slow.
    if (res.writableNeedDrain && taken - before < bytes) res.destroy();
    before = taken;
  }, everyMs);
  return () => clearInterval(watch);
}

/** What has left for a reader, without what still waits to be taken. */
function takenBy({ socket }: Response): number {
  return socket ? socket.bytesWritten - socket.writableLength : 0;
}

function bodyHeaders(type: string, coding: Coding): string[] {
  const said = ["Content-Type", `${type}; charset=utf-8`];
  return coding === "identity" ? said : [...said, "Content-Encoding", coding];
}
