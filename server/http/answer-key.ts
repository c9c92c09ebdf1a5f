import type { Request } from "express";
import { formats } from "../contract/query.ts";
import { codingOf } from "./content-coding.ts";
import { typeOf } from "./format.ts";
import { acceptedLanguage } from "./language.ts";
import { negotiated } from "./negotiated.ts";

const typeFor = negotiated("accept", (req) => req.accepts(formats.map(typeOf)) || "none");

/**
 * What makes two requests for an answer of the API equal, as cheaply as it can be said: the UTC day, what the headers
 * come to, and the `address` as it was sent. Requests that ask the same in other words have other keys and the same tag.
 */
export function answerKey(req: Request, address: string, clock: Date): string {
  const day = Math.floor(clock.getTime() / 86_400_000);
  return `${day} ${codingOf(req)} ${acceptedLanguage(req)} ${typeFor(req)} ${address}`;
}
