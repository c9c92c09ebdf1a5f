import type { Request } from "express";
import { LRUCache } from "lru-cache";
import { formats } from "../contract/query.ts";
import { codingOf } from "./content-coding.ts";
import { typeOf } from "./format.ts";
import { languageOf } from "./language.ts";

/** Browsers send few different texts, and short ones; each is negotiated once. */
const [remembered, longest] = [1_000, 300];

const codingFor = remembering("accept-encoding", codingOf);
const languageFor = remembering("accept-language", (req) => languageOf(req, undefined));
const formatFor = remembering("accept", (req) => req.accepts(formats.map(typeOf)) || "none");

/**
 * What makes two requests for an answer of the API equal, as cheaply as it can be said: the UTC day, what the headers
 * come to, and the `address` as it was sent. Requests that ask the same in other words have other keys and the same tag.
 */
export function answerKey(req: Request, address: string, clock: Date): string {
  const day = Math.floor(clock.getTime() / 86_400_000);
  return `${day} ${codingFor(req)} ${languageFor(req)} ${formatFor(req)} ${address}`;
}

function remembering(
  header: "accept" | "accept-encoding" | "accept-language",
  negotiate: (req: Request) => string,
): (req: Request) => string {
  const known = new LRUCache<string, string>({ max: remembered });
  return function negotiated(req) {
    const sent = req.headers[header] ?? "";
    const before = known.get(sent);
    if (before !== undefined) return before;
    const result = negotiate(req);
    if (sent.length <= longest) known.set(sent, result);
    return result;
  };
}
