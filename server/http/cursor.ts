import { KursError } from "../domain/kurs-error.ts";

/** An opaque cursor of the parts that the next page begins after. */
export function writeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** The parts of a cursor that `writeCursor` made; null without one. Throws "invalid-query" for any other text. */
export function readCursor(cursor: string | undefined, length: number): string[] | null {
  if (cursor === undefined) return null;
  const message = "cursor must be the `next` of an earlier answer";
  const refusal = new KursError("invalid-query", message, {
    errors: [{ parameter: "cursor", message }],
  });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch (cause) {
    refusal.cause = cause;
    throw refusal;
  }
  if (!Array.isArray(parts) || parts.length !== length) throw refusal;
  return parts.map(String);
}
