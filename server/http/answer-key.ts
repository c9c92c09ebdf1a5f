import type { Request } from "express";
import { formats } from "../contract/query.ts";
import { codingOf } from "./content-coding.ts";
import { acceptedFormat } from "./format.ts";
import { acceptedLanguage } from "./language.ts";
import { negotiated } from "./negotiated.ts";

const formatFor = negotiated("accept", (req) => acceptedFormat(req, formats) ?? "none");

/**
 * The key that requests for the same answer share, cheap to make: the UTC day, what was negotiated by headers, and the
 * `address` as it was sent. Requests that ask the same in other words have other keys and the same tag.
 */
export function answerKey(req: Request, address: string, clock: Date): string {
  const day = Math.floor(clock.getTime() / 86_400_000);
  return `${day} ${codingOf(req)} ${acceptedLanguage(req)} ${formatFor(req)} ${address}`;
}
