import type { Status } from "../contract/observation.ts";
import type { Frequency } from "../contract/period.ts";
import type { RowProblem } from "../contract/import-report.ts";

/** An observation as a line of a file says it, not yet judged. */
export interface Draft {
  /** Physical line, counted from 1. */
  line: number;
  /** `FX/D.USD.KGS.MARKET` */
  series: string;
  /** First day of the period. */
  start: string;
  frequency: Frequency;
  /**
   * Decimal text with exactly the digits of the file, per one unit of base; null where the file says that there is no
   * figure.
   */
  value: string | null;
  status: Status;
}

/** What reading a record gives: an observation, or something to say about its line. */
export type Reading = { draft: Draft } | { problem: RowProblem };
