import { createHash } from "node:crypto";
import fresh from "fresh";
import type { Coding } from "./content-coding.ts";

/** A strong tag of an answer: of all that it depends on, and of how it is packed. */
export function entityTag(parts: readonly unknown[], coding: Coding): string {
  const text = JSON.stringify(parts, inOrder);
  const hash = createHash("sha256").update(text).digest("base64url").slice(0, 27);
  return `"${hash}${coding === "identity" ? "" : `-${coding}`}"`;
}

/** True when a reader who sent this `If-None-Match` has the answer of this tag. */
export function isKnown(sent: string | undefined, etag: string): boolean {
  if (sent === undefined) return false;
  return sent === etag || fresh({ "if-none-match": sent }, { etag });
}

/** The same question in another order has the same tag. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
