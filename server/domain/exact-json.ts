import { LosslessNumber, parse, stringify } from "lossless-json";

/** A contract shape as it is sent: where the contract has a number, digits that no double could hold may stand. */
export type Wire<T> = T extends number
  ? number | LosslessNumber
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Name in keyof T]: Wire<T[Name]> }
      : T;

/** A decimal text as a JSON number with exactly these digits: `87.4500` stays `87.4500`. */
export function exact(digits: string): LosslessNumber;
export function exact(digits: string | null): LosslessNumber | null;
export function exact(digits: string | null): LosslessNumber | null {
  return digits === null ? null : new LosslessNumber(digits);
}

/** JSON text of a value, its exact numbers digit for digit; members that are undefined are left out. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? "null";
}

/** Reads JSON text without losing a digit: its numbers come back as they were written. */
export function readJson(text: string): unknown {
  return parse(text);
}
