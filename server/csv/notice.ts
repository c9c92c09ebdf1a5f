import type { ProblemCode } from "../contract/import-report.ts";

/** What a reader should know of how a cell was read. Each is told once for its code and mark, with how often it occurred. */
export interface Notice {
  code: ProblemCode;
  /** The text or the sign in question; null where it differs from cell to cell. */
  mark: string | null;
  message: string;
}
