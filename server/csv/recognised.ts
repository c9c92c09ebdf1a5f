import type { Mapping } from "../contract/mapping.ts";
import type { FileColumn } from "./needs-mapping.ts";
import type { StatedPeriod } from "./read-head.ts";
import type { Framing } from "./read-records.ts";

/** What the sender of a file says about it. */
export interface SenderHints {
  mapping?: Mapping | undefined;
  dataset?: string | undefined;
  source?: string | undefined;
  /** Constants by dimension: `BASE=USD`. */
  set?: Readonly<Record<string, string>> | undefined;
}

/** A column that names the structure of each row, as SDMX-CSV has it, and what it says in the first one. */
export interface Structure {
  at: number;
  column: string;
  text: string;
  /** Index of the column ACTION; null where there is none. */
  action: number | null;
}

/** A file understood: how to cut it into records, and what each column is. */
export interface Recognised extends Framing {
  /** Complete and explicit: applied to the same file it gives the same observations. */
  mapping: Mapping;
  /** The names of the columns without space around, in their order. */
  header: string[];
  /** The same columns with what they have in the first rows. */
  columns: FileColumn[];
  /** Physical line of the header; 0 where the file has none. */
  headerLine: number;
  /** The period that stands once above the rows; null where they have one each. */
  stated: StatedPeriod | null;
  /** Index of the column of periods; null where they stand elsewhere. */
  periodAt: number | null;
  /** Indexes of the columns of values. */
  valuesAt: readonly number[];
  /** Physical lines of the first and the last row: above and below stand notes. */
  firstLine: number;
  lastLine: number;
  structure: Structure | null;
  /** Index of a column UNIT_MULT or SCALE that the mapping leaves out, and that therefore must say 0. */
  unscaled: number | null;
  /** The source that the sender named. */
  source: string | null;
}
