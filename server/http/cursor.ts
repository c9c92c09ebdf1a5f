import type { z } from "zod";
import { KursError } from "../domain/kurs-error.ts";

/** An opaque cursor of the parts that the next page begins after. */
export function writeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** The parts of a cursor that `writeCursor` made, by their schema; null without one. Throws "invalid-query" for any other text. */
export function readCursor<Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
): z.output<Schema> | null {
  if (cursor === undefined) return null;
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (parsed.success) return parsed.data;
  const message = "cursor must be the `next` of an earlier answer";
  throw new KursError("invalid-query", message, { errors: [{ parameter: "cursor", message }] });
}

/** What is no JSON is no cursor; the schema says so. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
