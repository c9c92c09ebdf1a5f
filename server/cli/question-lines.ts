import type { Asked } from "../csv/needs-mapping.ts";
import type { KursError } from "../domain/kurs-error.ts";

/**
 * What a file that needs a mapping leaves to choose, as lines for a person: the answers that each part may have, and the
 * sample to choose by. None for any other refusal.
 */
export function questionLines({ kind, members }: KursError): string[] {
  if (kind !== "needs-mapping") return [];
  const { candidates = {}, sample = [] }: Partial<Asked> = members;
  const answers = Object.entries(candidates).map(([part, may]) => {
    return `${part}: ${may.map((answer) => JSON.stringify(answer)).join(", ")}`;
  });
  return [...answers, ...sample].map((line) => `  ${printable(line)}`);
}

/** A sample is of the file as it came, whose control characters would do something on a terminal. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, " ");
}
