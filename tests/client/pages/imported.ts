import type { ImportJob } from "../../../server/contract/import-job.ts";
import type { ImportReport } from "../../../server/contract/import-report.ts";

/** The report of an import of four rates, unless told otherwise. */
export function reportOf(changes: Partial<ImportReport>): ImportReport {
  return {
    id: null,
    dryRun: false,
    state: changes.dryRun ? "preview" : "committed",
    at: null,
    by: "desk",
    file: { name: "rates.csv", sha256: "00", bytes: 100, encoding: "utf-8", delimiter: "," },
    mapping: {},
    mappingName: null,
    counts: { read: 4, added: 4, revised: 0, unchanged: 0, rejected: 0, warnings: 0 },
    series: [],
    revisions: [],
    problems: [],
    problemCount: 0,
    alreadyImported: null,
    undoes: null,
    undoneBy: null,
    ...changes,
  };
}

/** A job that has read nothing yet, unless told otherwise. */
export function jobOf(changes: Partial<ImportJob>): ImportJob {
  return {
    job: "abcdefghijklmnopqrstuv",
    state: "running",
    rows: 0,
    bytes: 0,
    totalBytes: 100,
    import: null,
    report: null,
    problem: null,
    by: "desk",
    startedAt: "2026-10-01T12:00:00Z",
    endedAt: null,
    ...changes,
  };
}
