import { z } from "zod";
import { ImportReport } from "./import-report.ts";
import { Problem } from "./problem.ts";

export const jobStates = ["running", "committed", "refused", "failed", "cancelled"] as const;

/** An import that goes on after its request was answered (`Prefer: respond-async`). */
export const ImportJob = z.strictObject({
  job: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  /** `committed` also where nothing was to be stored: a dry run, or nothing to change. `refused` is the file's fault, `failed` is ours. */
  state: z.enum(jobStates),
  /** Rows read so far. */
  rows: z.int().min(0),
  /** Bytes of the file, unpacked, from which the rows were read. */
  bytes: z.int().min(0),
  totalBytes: z.int().min(0),
  /** The import that was made; null when none was. */
  import: z.int().nullable(),
  report: ImportReport.nullable(),
  /** What would have been answered without `Prefer`; its report is the member beside it. */
  problem: Problem.nullable(),
  by: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type ImportJob = z.infer<typeof ImportJob>;
