import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";
import type { Transform } from "node:stream";
import type { RequestHandler } from "express";
import { negotiated } from "./negotiated.ts";

/** How an answer is packed on its way. */
export const codings = ["br", "gzip", "identity"] as const;
export type Coding = (typeof codings)[number];

/** Smaller answers fit one packet anyway. */
const worthPacking = 1000;

const gzipLevel = { level: 4 };
const brotliLevel = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const [toGzip, toBrotli] = [promisify(gzip), promisify(brotliCompress)];

/** The coding that a reader likes best of those we have. */
export const codingOf = negotiated("accept-encoding", (req): Coding => {
  const accepted = req.acceptsEncodings([...codings]);
  return codings.find((coding) => coding === accepted) ?? "identity";
});

/** Leaves of the codings that a reader accepts the one that `codingOf` gives, so that what packs later takes the same. */
export const settleCoding: RequestHandler = function settleCoding(req, _res, next) {
  req.headers["accept-encoding"] = codingOf(req);
  next();
};

/** A text packed by a coding, or as it is where that is not worth it; with the coding really used. */
export async function pack(
  text: string | Buffer,
  coding: Coding,
): Promise<{ bytes: Buffer; coding: Coding }> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  if (coding === "identity" || bytes.length < worthPacking) return { bytes, coding: "identity" };
  const packed = coding === "br" ? toBrotli(bytes, brotliLevel) : toGzip(bytes, gzipLevel);
  return { bytes: await packed, coding };
}

/** A stream that packs what passes; null where nothing is packed. */
export function packing(coding: Coding): Transform | null {
  if (coding === "identity") return null;
  return coding === "br" ? createBrotliCompress(brotliLevel) : createGzip(gzipLevel);
}
