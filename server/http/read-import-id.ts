import { KursError } from "../domain/kurs-error.ts";

/** An import's number out of a path. Throws "not-found" for what cannot be one. */
export function readImportId(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new KursError("not-found", "An import's number is a whole number.");
}
