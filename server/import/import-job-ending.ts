import { type Problem, type ProblemKind, problems } from "../contract/problem.ts";
import { type Wire, writeJson } from "../domain/exact-json.ts";
import { KursError } from "../domain/kurs-error.ts";
import { isFull, isUnavailable } from "../sql/error-codes.ts";
import type { JobEnding, JobProgress } from "../sql/import-job.ts";
import type { Report } from "./import-file.ts";
import { JobStopped } from "./job-stopped.ts";

/** The ending of a job that did what it was asked. */
export function endingOfReport(report: Report, read: JobProgress): JobEnding {
  const importId = report.id === null ? null : Number(report.id);
  return { state: "committed", read, importId, report: writeJson(report), problem: null };
}

/** The ending of a job that an error ended: the file's fault is refused, ours is failed. */
export function endingOfError(error: unknown, read: JobProgress): JobEnding {
  const { report, ...members } = error instanceof KursError ? error.members : {};
  const isRefused = error instanceof KursError && error.kind !== "unavailable";
  const state = error instanceof JobStopped ? error.state : isRefused ? "refused" : "failed";
  const problem = state === "cancelled" ? null : writeJson({ ...members, ...problemOf(error) });
  const reportText = report === undefined ? null : writeJson(report);
  return { state, read, importId: null, report: reportText, problem };
}

/** What is told of an error. Of our own faults nothing but that there was one. */
export function problemOf(error: unknown): Wire<Problem> {
  const kind = kindOf(error);
  const told = error instanceof KursError || error instanceof JobStopped;
  return {
    type: `/problems/${kind}`,
    ...problems[kind],
    ...(told && { detail: error.message }),
    ...(error instanceof KursError && error.errors && { errors: error.errors }),
  };
}

function kindOf(error: unknown): ProblemKind {
  if (error instanceof KursError) return error.kind;
  if (isFull(error)) return "storage-full";
  return isUnavailable(error) ? "unavailable" : "internal";
}
