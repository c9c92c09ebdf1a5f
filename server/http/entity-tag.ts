import { hash } from "node:crypto";
import fresh from "fresh";
import type { Coding } from "./content-coding.ts";

/** A strong tag of an answer: of all that it depends on, and of how it is packed. */
export function entityTag(parts: readonly unknown[], coding: Coding): string {
  const tag = hash("sha256", inOrder(parts), "base64url").slice(0, 27);
  return `"${tag}${coding === "identity" ? "" : `-${coding}`}"`;
}

/** True when a reader who sent this `If-None-Match` has the answer of this tag. */
export function isKnown(sent: string | undefined, etag: string): boolean {
  if (sent === undefined) return false;
  return sent === etag || fresh({ "if-none-match": sent }, { etag });
}

/** As JSON, but the same question in another order is the same text. */
function inOrder(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`;
  const members = value as Readonly<Record<string, unknown>>;
  const told = Object.keys(members).filter((name) => members[name] !== undefined);
  return `{${told
    .sort()
    .map((name) => `"${name}":${inOrder(members[name])}`)
    .join()}}`;
}
