import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Response } from "express";
import { type Coding, pack, packing } from "./content-coding.ts";

/** What is sent: a media type, and a text, whole or in pieces. */
export interface Content {
  type: string;
  text: string | AsyncIterable<string>;
}

/** Sends a whole text, packed. */
export async function sendText(
  res: Response,
  { type, text }: { type: string; text: string },
  wanted: Coding,
): Promise<void> {
  const { bytes, coding } = await pack(text, wanted);
  setType(res, type, coding);
  // Not `send`, which would make a tag of its own and look at the bytes again.
  res.set("Content-Length", String(bytes.length)).end(bytes);
}

/**
 * Sends pieces as they come. The first one is awaited before any header leaves: what fails at once is still a problem,
 * not a cut-off 200. When the reader goes away, the pieces are told to stop.
 */
export async function sendPieces(
  res: Response,
  { type, text }: { type: string; text: AsyncIterable<string> },
  coding: Coding,
): Promise<void> {
  const pieces = text[Symbol.asyncIterator]();
  const first = await pieces.next();
  async function* all() {
    try {
      for (let next = first; !next.done; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return?.();
    }
  }
  setType(res, type, coding);
  const packer = packing(coding);
  await pipeline([Readable.from(all()), ...(packer ? [packer] : []), res]);
}

function setType(res: Response, type: string, coding: Coding): void {
  res.set("Content-Type", `${type}; charset=utf-8`);
  if (coding !== "identity") res.set("Content-Encoding", coding);
}
