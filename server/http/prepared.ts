import type { Request, Response } from "express";
import { freshness } from "./caching.ts";
import { isKnown } from "./entity-tag.ts";

/** An answer ready to leave, as often as it is asked for. */
export interface Prepared {
  /** The path of the contract that it answers. */
  route: string;
  etag: string;
  /** All headers but those of one request alone and those of the body, by turns name and value. */
  headers: readonly string[];
  /** True when it ends with the UTC day, so that each reader is told another span. */
  endsWithDay: boolean;
  /** Packed, with the headers that say how; null when nobody needed the body yet. */
  body: { bytes: Buffer; headers: readonly string[] } | null;
}

/** Of one request alone, told anew each time, or of the body. */
const notShared = new Set([
  "x-request-id",
  "ratelimit",
  "ratelimit-policy",
  "content-length",
  "content-type",
  "content-encoding",
]);

/** The headers that stand on a response and are the same for all who ask the same, by turns name and value. */
export function sharedHeaders(
  res: Response,
  { endsWithDay }: Pick<Prepared, "endsWithDay">,
): string[] {
  return Object.entries(res.getHeaders()).flatMap(([name, value]) =>
    notShared.has(name) || (endsWithDay && name === "cache-control") ? [] : [name, String(value)],
  );
}

/** Whether a prepared answer serves this reader: the body is there, or the reader has it already. */
export function serves({ body, etag }: Prepared, req: Request): boolean {
  return body !== null || isKnown(req.headers["if-none-match"], etag);
}

/**
 * Sends a prepared answer, 304 to who has it. `own` are headers of this request. On a response without headers all leave
 * as they are, without Node's table of them, which would cost a quarter of the speed.
 */
export function sendPrepared(
  req: Request,
  res: Response,
  { etag, headers, body, endsWithDay }: Prepared,
  { own, clock }: { own: readonly string[]; clock: Date },
): void {
  const isNew = body !== null && !isKnown(req.headers["if-none-match"], etag);
  const all = isNew ? headers.concat(body.headers, own) : headers.concat(own);
  if (endsWithDay) all.push("Cache-Control", freshness({ forever: false, until: clock }));
  if (res.getHeaderNames().length === 0) res.writeHead(isNew ? 200 : 304, all);
  else {
    for (let i = 0; i + 1 < all.length; i += 2) {
      const [name = "", value = ""] = [all[i], all[i + 1]];
      // Most stand there already; to set one checks name and value again.
      if (res.getHeader(name) !== value) res.setHeader(name, value);
    }
    res.statusCode = isNew ? 200 : 304;
  }
  if (isNew) res.end(body.bytes);
  else res.end();
}
