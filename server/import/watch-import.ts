import { KursError } from "../domain/kurs-error.ts";
import type { Report } from "./import-file.ts";
import { JobStopped } from "./job-stopped.ts";

/** What an import can come to. */
export const outcomes = [
  "committed",
  "unchanged",
  "preview",
  "refused",
  "cancelled",
  "failed",
] as const;
export type Outcome = (typeof outcomes)[number];

/** An import that is over, for whoever keeps count. */
export interface EndedImport {
  outcome: Outcome;
  /** The report; null where there is none, as it was stopped, failed or could not be read. */
  report: Report | null;
  ms: number;
}

/** Hears of an import once it is over. */
export type HearEnd = (ended: EndedImport) => void;

/** Runs an import, and tells once how it ended; what it throws is thrown on. */
export async function watched(hear: HearEnd, run: () => Promise<Report>): Promise<Report> {
  const began = performance.now();
  const tell = (outcome: Outcome, report: Report | null) =>
    hear({ outcome, report, ms: Math.round(performance.now() - began) });
  try {
    const report = await run();
    tell(report.state, report);
    return report;
  } catch (error) {
    tell(outcomeOf(error), null);
    throw error;
  }
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof JobStopped) return error.state;
  return error instanceof KursError && error.kind !== "unavailable" ? "refused" : "failed";
}
