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

/** A column of a file: its name and what it has in the first rows. */
export interface FileColumn {
  name: string;
  cells: string[];
}

const [mostCells, longestCell] = [3, 40];

/** The columns of a file, to choose from. */
export function columnsOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): FileColumn[] {
  const first = rows.slice(0, mostCells);
  return header.map((name, at) => ({
    name: name.slice(0, longestCell * 3),
    cells: first.map((cells) => (cells[at] ?? "").slice(0, longestCell)),
  }));
}

/** Whatever was thrown; where it asks for a mapping, with the columns to choose from. */
export function withColumns(error: unknown, columns: readonly FileColumn[]): unknown {
  if (!(error instanceof KursError) || error.kind !== "needs-mapping") return error;
  const members = { ...error.members, columns };
  return new KursError("needs-mapping", error.message, { members, cause: error });
}

/** The refusal of a file that only its sender can explain. `detail` says what to do. */
export function needsMapping(detail: string, asked: Asked): KursError {
  return new KursError("needs-mapping", detail, { members: { ...asked } });
}

/** Both questions as one, so that nobody is asked twice; the first alone where what was thrown then is no question. */
export function askedTogether(first: KursError, then: unknown): KursError {
  if (!(then instanceof KursError) || then.kind !== "needs-mapping") return first;
  const [one, other] = [first.members, then.members] as Partial<Asked>[];
  const members = {
    ...one,
    ...other,
    missing: [...(one?.missing ?? []), ...(other?.missing ?? [])],
    candidates: { ...one?.candidates, ...other?.candidates },
  };
  return new KursError("needs-mapping", `${first.message} ${then.message}`, {
    members,
    cause: then,
  });
}
