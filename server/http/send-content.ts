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

/** A reader who takes nothing for so long is cut off. */
const stalledMs = 60_000;

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

/** Sends pieces as they come, in constant memory. When the reader goes away, they are told to stop. */
export async function sendPieces(
  res: Response,
  type: string,
  { read, rest }: { read: string; rest: AsyncIterator<string> },
  coding: Coding,
): Promise<void> {
  async function* all() {
    yield read;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  }
  const headers = bodyHeaders(type, coding);
  for (let i = 0; i + 1 < headers.length; i += 2) res.set(headers[i] ?? "", headers[i + 1] ?? "");
  const packer = packing(coding);
  // Who takes nothing for so long is gone; his connection to the database is for others.
  res.setTimeout(stalledMs);
  try {
    await pipeline([Readable.from(all()), ...(packer ? [packer] : []), res]);
  } finally {
    // Here, since for a reader who has left already `all` is never begun, and would end nothing.
    await rest.return?.();
  }
}

function bodyHeaders(type: string, coding: Coding): string[] {
  const said = ["Content-Type", `${type}; charset=utf-8`];
  return coding === "identity" ? said : [...said, "Content-Encoding", coding];
}
