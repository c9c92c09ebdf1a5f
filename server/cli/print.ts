import { writeJson } from "../domain/exact-json.ts";

/** Results go to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What a person should know beside the result goes to standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Prints a value as JSON, its numbers digit for digit. */
export function printJson(value: unknown): void {
  print(writeJson(value));
}
