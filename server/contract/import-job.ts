import { z } from "zod";
import { ImportReport } from "./import-report.ts";
import { Problem } from "./problem.ts";

export const jobStates = ["running", "committed", "refused", "failed", "cancelled"] as const;

/** An import that goes on after its request was answered (`Prefer: respond-async`). */
export const ImportJob = z.strictObject({
  job: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  state: z.enum(jobStates).meta({
    description:
      "`committed` also where nothing was to be stored: a dry run, or nothing to change. `refused` is the file's fault, `failed` is ours.",
  }),
  rows: z.int().min(0).meta({ description: "Rows read so far." }),
  bytes: z
    .int()
    .min(0)
    .meta({ description: "Bytes of the file, unpacked, that were read for them." }),
  totalBytes: z.int().min(0),
  import: z.int().nullable().meta({ description: "The import that was made; null when none was." }),
  report: ImportReport.nullable(),
  problem: Problem.nullable().meta({
    description:
      "What would have been answered without `Prefer`; its report is the member beside it.",
  }),
  by: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type ImportJob = z.infer<typeof ImportJob>;
