import type { Mapping } from "../contract/mapping.ts";
import { KursError } from "../domain/kurs-error.ts";

/** What is told beside the sentence, so that a caller can make the mapping. */
export interface Asked {
  /** What was understood so far. */
  recognised: Mapping;
  /** The parts of the mapping that are to be chosen, as `period` or `dimensions.SOURCE`. */
  missing: readonly string[];
  /** What each may be, where there are few. */
  candidates?: Readonly<Record<string, readonly string[]>>;
  /** What speaks for each candidate, in words. */
  hints?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Up to three lines of the file, or one a candidate. */
  sample: readonly string[];
}

/** The refusal of a file that only its sender can explain. `detail` says what to do. */
export function needsMapping(detail: string, asked: Asked): KursError {
  return new KursError("needs-mapping", detail, { members: { ...asked } });
}
